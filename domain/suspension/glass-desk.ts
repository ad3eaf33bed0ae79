import { caseId } from '../cases/case.ts'
import type { SuspensionDeed } from '../cases/case-deed.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import { lifting, ordersOf as resumptionOrders, resumptionAudit } from '../resumption/resumption-consequences.ts'
import { resumeAtOnce } from '../resumption/decide-resumption.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import { proofs } from '../staff/proofs.ts'
import type { CodeRefusal } from '../staff/second-factor.ts'
import type { SecondFactorDesk } from '../staff/second-factor-desk.ts'
import type { Staff } from '../staff/staff.ts'
import {
  breakGlass,
  confirmGlass,
  glassMs,
  reverseGlass,
  type GlassRefusal,
  type SecondLookRefusal,
} from './break-glass.ts'
import { escalateSuspension } from './escalate-suspension.ts'
import { alongside, leaving } from './overtake.ts'
import { standingNow } from './standing-now.ts'
import { consequencesOf, pointerToRemove, suspensionAudit } from './suspension-consequences.ts'
import { awaitsConfirmation, type SuspensionRequest } from './suspension-request.ts'

type Decided<Refusal> = Promise<Outcome<SuspensionRequest, Refusal | VersionRefusal>>

/** The one exception to the second person, and what makes up for it afterwards. */
export interface GlassDesk {
  /** A fraud lead suspends the alerted subscription at once; all who could approve are told. */
  breakGlass(
    at: CaseAt,
    said: { readonly reason: string; readonly code: string },
    by: Staff,
  ): Decided<GlassRefusal | CodeRefusal>
  /** A second person lets it stand. */
  confirmGlass(at: CaseAt, by: Staff): Decided<SecondLookRefusal>
  /** A second person undoes it: what has not begun is called off, what is out of service comes back. */
  reverseGlass(at: CaseAt, by: Staff): Decided<SecondLookRefusal>
  /** Tells more people of what nobody decided on, or confirmed, in time; does nothing when somebody did. */
  escalate(id: CaseId): Promise<void>
}

interface GlassParts extends DeciderParts {
  readonly book: StandingBook
  readonly operators: Pick<OperatorDirectory, 'readAt'>
  readonly policy: CollectionsPolicy
  readonly secondFactors: Pick<SecondFactorDesk, 'prove'>
}

export function createGlassDesk(parts: GlassParts): GlassDesk {
  const { store, policy, newId } = parts
  const decide = decider('suspension', parts)
  const proving = proofs(parts.secondFactors)
  const recorded = async (
    next: SuspensionRequest,
    at: Instant,
    by: string,
    what: SuspensionDeed,
    orders: readonly Order[],
  ): Promise<Consequences> => ({
    audit: [suspensionAudit(next, at, by, what)],
    orders: [{ kind: 'update-cards', case: next.id }, ...orders],
    also: { remove: await pointerToRemove(next, store) },
  })
  const tellBreaker = ({ id, brokenGlass }: SuspensionRequest): readonly Order[] =>
    brokenGlass ? [{ kind: 'tell-staff', case: id, staff: brokenGlass.by }] : []
  const escalation = (id: CaseId, at: Instant) => order(newId, { kind: 'escalate-case', case: id }, later(at, glassMs))

  /** What of it is out of service by this very case. */
  const heldBy = async ({ id, customer, identity, reason }: SuspensionRequest) =>
    (await store.list('held', { customer })).filter(
      ({ value }) =>
        value.lane === identity.lane && value.holds.some((hold) => hold.reason === reason && hold.case === id),
    )

  return {
    breakGlass: (at, { reason, code }, by) =>
      proving((prove) =>
        decide<GlassRefusal | CodeRefusal>(
          at,
          async (request, moment) => {
            const of = await standingNow(request, parts)
            const outcome = breakGlass(request, { by, reason, of, policy, now: moment, intent: newId() })
            if (!outcome.ok || outcome.value.status === 'void') return outcome
            return (await prove(by, code, at.case)) ?? outcome
          },
          async (next, moment) => {
            const own = await consequencesOf(next, moment, by.id, 'suspension.glass-broken', store)
            const usual = alongside(own, await leaving(next, moment, by.id, store))
            if (next.status === 'void') return usual
            const orders = [...usual.orders, { kind: 'call-approvers', case: next.id } as const]
            return prove.alongWith({ ...usual, orders, later: [escalation(next.id, moment)] })
          },
        ),
      ),

    confirmGlass: (at, by) =>
      decide(
        at,
        (request, moment) => confirmGlass(request, { by, now: moment }),
        (next, moment) => recorded(next, moment, by.id, 'suspension.glass-confirmed', tellBreaker(next)),
      ),

    async reverseGlass(at, by) {
      const found = await store.get('suspension', at.case)
      const held = found ? await heldBy(found.value) : []
      const resumption = held.length === 0 ? null : caseId('resumption', await store.nextNumber('R'))
      return decide(
        at,
        (request, moment) => reverseGlass(request, { by, now: moment, resumption }),
        async (next, moment) => {
          const usual = await recorded(next, moment, by.id, 'suspension.glass-reversed', tellBreaker(next))
          if (resumption === null) return usual
          const back = resumeAtOnce(next.reason, {
            id: resumption,
            by,
            identity: next.identity,
            held: held.map(({ value }) => value),
            intents: held.map(() => newId()),
            now: moment,
          })
          const lifted = lifting(held, back)
          return {
            audit: [...usual.audit, resumptionAudit(back, moment, by.id, 'resumption.asked')],
            orders: [...usual.orders, ...resumptionOrders(back)],
            also: {
              save: [saveOf('resumption', back.id, back, null), ...(lifted.save ?? [])],
              remove: [...(usual.also?.remove ?? []), ...(lifted.remove ?? [])],
            },
          }
        },
      )
    },

    escalate: expirer('suspension', parts, escalateSuspension, async (next, moment) => {
      const unconfirmed = awaitsConfirmation(next)
      const what = unconfirmed ? 'suspension-unconfirmed' : 'suspension-undecided'
      const usual = await recorded(next, moment, 'desk', 'suspension.escalated', [
        { kind: 'call-approvers', case: next.id },
        { kind: 'raise-alarm', alarm: { what, case: next.id } },
      ])
      return unconfirmed ? { ...usual, later: [escalation(next.id, moment)] } : usual
    }),
  }
}
