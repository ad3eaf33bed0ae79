import { caseId } from '../cases/case.ts'
import type { EndingDeed } from '../cases/case-deed.ts'
import { decider, expirer, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import { proofs } from '../staff/proofs.ts'
import type { CodeRefusal } from '../staff/second-factor.ts'
import type { SecondFactorDesk } from '../staff/second-factor-desk.ts'
import type { Staff } from '../staff/staff.ts'
import { askEnding, type EndingAsk, type EndingAskRefusal } from './ask-ending.ts'
import * as decisions from './decide-ending.ts'
import { endingAudit, ordersOf } from './ending-consequences.ts'
import type { EndingWay } from './ending-way.ts'
import type { Ending } from './ending.ts'

/** Why nobody is asked, with what only the desk can see. */
export type EndingRefusal =
  EndingAskRefusal | { readonly code: 'unknown-customer' } | { readonly code: 'asked-before'; readonly case: CaseId }

type Decided<Refusal = never> = Promise<Outcome<Ending, decisions.EndingDecisionRefusal | Refusal | VersionRefusal>>

/** Ending subscriptions: for good inside the operator's window, or when their term is over. */
export interface EndingDesk {
  /** Asks; `subscriptions` is what the operator showed just now, `askedIn` the place that gets the answer. */
  ask(
    customer: CustomerId,
    ask: EndingAsk,
    subscriptions: readonly OperatorSubscription[],
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<Ending, EndingRefusal>>
  /** A second person's yes, with what they typed as the customer's name and as their code. */
  approve(at: CaseAt, typed: { readonly name: string | null; readonly code: string }, by: Staff): Decided<CodeRefusal>
  reject(at: CaseAt, because: string, by: Staff): Decided
  withdraw(at: CaseAt, by: Staff): Decided
  /** The one that waits for a second person, or is being carried out; null where none is. */
  openOf(customer: CustomerId, way: EndingWay): Promise<Ending | null>
  expire(id: CaseId): Promise<void>
}

export function createEndingDesk(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly policy: CollectionsPolicy
    readonly secondFactors: Pick<SecondFactorDesk, 'prove'>
  },
): EndingDesk {
  const { store, book, policy, now, newId } = parts
  const decide = decider('ending', parts)
  const proving = proofs(parts.secondFactors)
  const recorded = (by: string, what: EndingDeed) => (next: Ending, at: Instant) => ({
    audit: [endingAudit(next, at, by, what)],
    orders: ordersOf(next),
  })
  const openOf: EndingDesk['openOf'] = async (customer, way) => {
    const open = await store.list('ending', { customer, open: true })
    return open.find(({ value }) => value.way === way)?.value ?? null
  }

  return {
    openOf,

    async ask(customer, ask, subscriptions, by, askedIn) {
      const of = (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return refused({ code: 'unknown-customer' })
      const before = await openOf(customer, ask.way)
      if (before) return refused({ code: 'asked-before', case: before.id })
      const at = now()
      const id = caseId('ending', await store.nextNumber('E'))
      const outcome = askEnding(ask, { id, by, customer: of.customer, subscriptions, policy, now: at })
      if (!outcome.ok) return outcome
      const ending = outcome.value
      await store.commit({
        save: [{ kind: 'ending', id, value: ending, basedOn: null }],
        audit: [endingAudit(ending, at, by.id, 'ending.asked')],
        outbox: [
          order(newId, { kind: 'post-case', case: id, askedIn }, at),
          order(newId, { kind: 'expire-case', case: id }, ending.expiresAt),
        ],
      })
      return granted(ending)
    },

    approve: (at, { name, code }, by) =>
      proving<Ending, decisions.EndingDecisionRefusal | CodeRefusal>((prove) =>
        decide<decisions.EndingDecisionRefusal | CodeRefusal>(
          at,
          async (ending, moment) => {
            const intents = ending.subscriptions.map(() => newId())
            const outcome = decisions.approveEnding(ending, { by, typedName: name, intents, now: moment })
            if (!outcome.ok || !ending.stepUp) return outcome
            return (await prove(by, code, at.case)) ?? outcome
          },
          (next, moment) => prove.alongWith(recorded(by.id, 'ending.approved')(next, moment)),
        ),
      ),
    reject: (at, because, by) =>
      decide(
        at,
        (ending, moment) => decisions.rejectEnding(ending, { by, because, now: moment }),
        recorded(by.id, 'ending.rejected'),
      ),
    withdraw: (at, by) =>
      decide(
        at,
        (ending, moment) => decisions.withdrawEnding(ending, { by, now: moment }),
        recorded(by.id, 'ending.withdrawn'),
      ),
    expire: expirer('ending', parts, decisions.expireEnding, recorded('desk', 'ending.expired')),
  }
}
