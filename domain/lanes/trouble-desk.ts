import type { Trouble } from '../acts/subscription-act.ts'
import { troubleOf } from '../acts/take-step.ts'
import type { LaneOf } from '../acts/trade.ts'
import type { AuditDraft } from '../audit/audit-entry.ts'
import type { TroubleDeed } from '../cases/case-deed.ts'
import { caseId } from '../cases/case.ts'
import { decider, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Commit } from '../ports/desk-store.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { msOf, type Instant } from '../shared/time.ts'
import { untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { laneRecords, saveLane } from './lane-records.ts'
import { nextProbe, sameTroubleWithin, type LaneTrouble } from './lane-trouble.ts'

export type TroubleRefusal =
  | { readonly code: 'not-allowed'; readonly verb: 'mend lane' }
  | { readonly code: 'already-decided'; readonly trouble: LaneTrouble }

/** Cases about ourselves: our own account at an operator does not let us in. */
export interface TroubleDesk {
  /**
   * Opens the lane's case, and pauses its acts; where one is open already it stays the only one. Gives back its number;
   * null for a lane that nobody opened.
   */
  opened(lane: Lane, facts: { readonly trouble: Trouble; readonly customer: CustomerId | null }): Promise<CaseId | null>
  /** Looks whether the operator lets us in again, and keeps the promise: the case ends, or it is looked at later. */
  probe(entry: OutboxEntry, id: CaseId): Promise<void>
  /** The same at once, for an administrator who has mended something. */
  retry(at: CaseAt, by: Staff): Promise<Outcome<LaneTrouble, TroubleRefusal | VersionRefusal>>
}

export function createTroubleDesk(
  parts: DeciderParts & { readonly laneOf: LaneOf; readonly patientLaneOf: LaneOf },
): TroubleDesk {
  const { store, now, newId, laneOf, patientLaneOf } = parts
  const decide = decider('lane-trouble', parts)

  /** Null: we are let in again, or there is nobody to ask any more. */
  const look = async ({ lane, customer }: LaneTrouble, among: LaneOf): Promise<Trouble | null> => {
    const operator = among(lane)
    try {
      if (operator && customer !== null) await operator.subscriptions(customer)
      else if (operator) await operator.customers()[Symbol.asyncIterator]().next()
      return null
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      // Whoever is gone, or not ours, says nothing against our account.
      return fault.facts.kind === 'not-found' ? null : troubleOf(fault)
    }
  }
  const after = (before: LaneTrouble, seen: Trouble | null, at: Instant): LaneTrouble => {
    const looked = { ...before, tries: before.tries + 1, triedAt: at }
    return seen === null ? { ...looked, status: 'ended', endedAt: at } : { ...looked, trouble: seen, status: 'open' }
  }
  /** With the end of the case its lane goes on. */
  const consequences = async (next: LaneTrouble, at: Instant, by: string): Promise<Consequences> => {
    const cards: Order = { kind: 'update-cards', case: next.id }
    if (next.status === 'open') return { audit: [troubleAudit(next, at, by, 'lane-trouble.tried')], orders: [cards] }
    const [record] = await laneRecords(store, [next.lane])
    const own = record?.value.trouble?.case === next.id ? record : null
    return {
      audit: [troubleAudit(next, at, by, 'lane-trouble.ended')],
      orders: [cards, { kind: 'refresh-lane', lane: next.lane }],
      also: { save: own ? [saveLane(own, { ...own.value, trouble: null, lastTrouble: next.id })] : [] },
    }
  }

  return {
    opened: (lane, { trouble, customer }) =>
      untilFresh(async () => {
        const record = await store.get('lane', lane)
        if (!record) return null
        if (record.value.trouble) return record.value.trouble.case
        const at = now()
        const last = record.value.lastTrouble
        const found = last === undefined ? null : await store.get('lane-trouble', last)
        const again = found?.value.status === 'ended' && isBack(found.value, trouble, at) ? found : null
        const id = again?.id ?? caseId('lane-trouble', await store.nextNumber('X'))
        const { openedAt, tries, triedAt } = again?.value ?? { openedAt: at, tries: 0, triedAt: null }
        const value: LaneTrouble = { id, lane, openedAt, trouble, customer, tries, triedAt, status: 'open' }
        const orders: readonly Order[] = [
          { kind: 'post-case', case: id, askedIn: null },
          ...(again ? [{ kind: 'update-cards', case: id } as const] : []),
          { kind: 'refresh-lane', lane },
        ]
        await store.commit({
          save: [
            saveOf('lane-trouble', id, value, again?.version ?? null),
            saveLane(record, { ...record.value, trouble: { case: id, since: at } }),
          ],
          audit: [troubleAudit(value, at, 'desk', 'lane-trouble.opened')],
          outbox: [
            ...orders.map((what) => order(newId, what, at)),
            order(newId, { kind: 'probe-lane', case: id }, nextProbe(tries, at)),
          ],
        })
        return id
      }),

    async probe(entry, id) {
      const asked = await store.get('lane-trouble', id)
      const seen = asked?.value.status === 'open' ? await look(asked.value, patientLaneOf) : null
      await untilFresh(async () => {
        const found = await store.get('lane-trouble', id)
        if (found?.value.status !== 'open') return store.commit({ settle: [entry.id] })
        const at = now()
        const next = after(found.value, seen, at)
        const { audit, orders, also = {} } = await consequences(next, at, 'desk')
        const commit: Commit = {
          save: [saveOf('lane-trouble', id, next, found.version), ...(also.save ?? [])],
          audit,
          outbox: orders.map((what) => order(newId, what, at)),
        }
        if (next.status === 'ended') return store.commit({ ...commit, settle: [entry.id] })
        return store.commit({ ...commit, postpone: [{ ...entry, dueAt: nextProbe(next.tries, at) }] })
      })
    },

    async retry(at, by) {
      if (!mayAsk(by.roles, 'mend lane')) return refused({ code: 'not-allowed', verb: 'mend lane' })
      const asked = await store.get('lane-trouble', at.case)
      const seen = asked?.value.status === 'open' ? await look(asked.value, laneOf) : null
      return decide(
        at,
        (trouble, moment) =>
          trouble.status === 'open'
            ? granted(after(trouble, seen, moment))
            : refused({ code: 'already-decided', trouble }),
        (next, moment) => consequences(next, moment, by.id),
      )
    },
  }
}

function isBack(
  { trouble, ...before }: LaneTrouble & { readonly endedAt: Instant },
  now: Trouble,
  at: Instant,
): boolean {
  return trouble.code === now.code && msOf(at) - msOf(before.endedAt) < sameTroubleWithin
}

function troubleAudit(next: LaneTrouble, at: Instant, by: string, what: TroubleDeed): AuditDraft {
  const { id, lane, trouble, tries, status } = next
  const { kind, code, correlationId } = trouble
  return { at, by, what, about: id, lane, details: { status, kind, code, correlationId, tries } }
}
