import type { AuditDraft } from '../audit/audit-entry.ts'
import type { BrakeDeed } from '../cases/case-deed.ts'
import { caseId } from '../cases/case.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { Commit, Stored } from '../ports/desk-store.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { Outcome } from '../shared/outcome.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import { mayApprove } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import {
  callOffTheRest,
  engageBrake,
  expireBrake,
  fateOf,
  haltAlso,
  letMoreGo,
  type BrakeRefusal,
  type DailyBrake,
  type HaltedRequest,
  type LaneDay,
} from './daily-brake.ts'
import { LaneWaits } from './lane-waits.ts'

/** A request for non-payment whose first act is about to begin. */
export interface Counted extends HaltedRequest {
  readonly lane: Lane
  readonly customer: CustomerId
}

type Decided = Promise<Outcome<DailyBrake, BrakeRefusal | VersionRefusal>>

/** No more suspensions for non-payment in a lane on a day than the policy says, unless two approvers let them go. */
export interface BrakeDesk {
  /**
   * Counts a request in the commit that begins its first act. `over-limit`: it was halted, and nobody let it go.
   * Throws {@link LaneWaits} while it is halted, after having asked.
   */
  count(request: Counted): Promise<Pick<Commit, 'save'> | 'over-limit'>
  /** Throws {@link LaneWaits} while a request is halted and nobody has decided. */
  waitFor(request: CaseId): Promise<void>
  letGo(at: CaseAt, by: Staff): Decided
  callOff(at: CaseAt, by: Staff): Decided
  expire(id: CaseId): Promise<void>
}

export function createBrakeDesk(
  parts: DeciderParts & { readonly policy: Pick<CollectionsPolicy, 'dailyLimit' | 'calendar'> },
): BrakeDesk {
  const { store, now, newId, policy } = parts
  const decide = decider('daily-brake', parts)

  /** A yes of somebody who could no longer give it counts no longer. */
  const withYesesThatStand = async (brake: DailyBrake): Promise<DailyBrake> => {
    const people = await Promise.all(brake.approvals.map(({ by }) => store.get('staff', by)))
    const stands = (at: number) => mayApprove(people[at]?.value.roles ?? [], 'let more go')
    return brake.status === 'pending' ? { ...brake, approvals: brake.approvals.filter((_, at) => stands(at)) } : brake
  }
  const told =
    (by: string, what: BrakeDeed) =>
    (next: DailyBrake, at: Instant): Consequences => ({
      audit: [brakeAudit(next, at, by, what)],
      orders: [{ kind: 'update-cards', case: next.id }],
    })

  async function halt(request: Counted, day: LaneDay, found: Stored<LaneDay> | null): Promise<CaseId> {
    const at = now()
    const { lane, customer, ...halted } = request
    const before = day.brake === null ? null : await store.get('daily-brake', day.brake)
    const id = before?.id ?? caseId('daily-brake', await store.nextNumber('B'))
    const next = before
      ? haltAlso(before.value, halted, at)
      : engageBrake({ id, lane, day: day.day, limit: policy.dailyLimit, halted, now: at })
    const again = before !== null && before.value.status !== 'pending'
    await store.commit({
      save: [
        saveOf('daily-brake', id, next, before?.version ?? null),
        { kind: 'lane-day', id: dayKey(day), value: { ...day, brake: id }, basedOn: found?.version ?? null },
        { kind: 'halted', id: request.case, value: { case: id, customer }, basedOn: null },
      ],
      audit: [brakeAudit(next, at, 'desk', 'daily-brake.engaged')],
      outbox: [
        ...(before ? [order(newId, { kind: 'update-cards', case: id }, at)] : []),
        ...(before ? [] : [order(newId, { kind: 'post-case', case: id, askedIn: null }, at)]),
        // What was decided once is asked anew: a card that changes in place calls nobody.
        ...(again ? [order(newId, { kind: 'remind-case', case: id }, at)] : []),
        order(newId, { kind: 'expire-case', case: id }, next.expiresAt),
      ],
    })
    return id
  }

  /** What was decided of a halted request; null for one that was never halted. */
  async function decidedOf(request: CaseId): Promise<'goes-on' | 'ended' | null> {
    const halted = await store.get('halted', request)
    const brake = halted && (await store.get('daily-brake', halted.value.case))
    if (!brake) return null
    const fate = fateOf(brake.value, request)
    if (fate === 'waits') throw new LaneWaits('daily-limit', brake.id)
    return fate
  }

  return {
    waitFor: async (request) => void (await decidedOf(request)),

    async count(request) {
      const fate = await decidedOf(request.case)
      if (fate === 'ended') return 'over-limit'
      const day = dayAt(now(), policy.calendar.timeZone)
      const found = await store.get('lane-day', dayKey({ lane: request.lane, day }))
      const value: LaneDay = found?.value ?? { lane: request.lane, day, begun: [], brake: null }
      if (fate !== 'goes-on' && value.begun.length >= policy.dailyLimit)
        throw new LaneWaits('daily-limit', await halt(request, value, found))
      return {
        save: [
          {
            kind: 'lane-day',
            id: dayKey(value),
            value: { ...value, begun: [...value.begun, request.case] },
            basedOn: found?.version ?? null,
          },
        ],
      }
    },

    letGo: (at, by) =>
      decide(
        at,
        async (brake, moment) => letMoreGo(await withYesesThatStand(brake), { by, now: moment }),
        told(by.id, 'daily-brake.approved'),
      ),
    callOff: (at, by) =>
      decide(at, (brake, moment) => callOffTheRest(brake, { by, now: moment }), told(by.id, 'daily-brake.called-off')),
    expire: expirer('daily-brake', parts, expireBrake, told('desk', 'daily-brake.expired')),
  }
}

function dayKey({ lane, day }: Pick<LaneDay, 'lane' | 'day'>): string {
  return `${lane}/${day}`
}

function brakeAudit(next: DailyBrake, at: Instant, by: string, what: BrakeDeed): AuditDraft {
  const { id, lane, day, limit, waiting, status } = next
  return {
    at,
    by,
    what,
    about: id,
    lane,
    details: { day, limit, status, waiting: waiting.map((each) => each.case), letGo: next.letGo },
  }
}
