import { caseId } from '../cases/case.ts'
import type { AlertDeed } from '../cases/case-deed.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import { order } from '../outbox/orders.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, PlaceId, StaffId } from '../shared/ids.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import { alertAudit, ordersOf, ordersSince } from './alert-consequences.ts'
import type { AlertBasis, FraudAlert, OpenAlert, ResolvedAlert } from './fraud-alert.ts'
import { basisOf } from './read-basis.ts'
import { alertKey, type Signal } from './signal.ts'
import { isSameItem, isSince, itemOf, openAlert, repeatAlert, withOwnCard } from './take-signal.ts'

/** A source that was told and still shows an item open gets this long before it is told again. */
export const tellAgainMs = 3_600_000

export interface TakeInParts extends DeciderParts {
  readonly book: StandingBook
}

/** How a signal that opens an alert is announced. */
export interface Opening {
  /** Whether this alert gets a card of its own; else it stands in a digest. */
  readonly hasCard: (alert: OpenAlert) => Promise<boolean>
  /** A person who raises it, and where: that place gets the card as its answer. */
  readonly reported?: { readonly by: StaffId; readonly askedIn: PlaceId }
}

/** What became of one signal. */
export type TakenSignal = { readonly did: 'opened' | 'repeated' | 'nothing'; readonly alert: CaseId | null }

/** Takes in one signal, once: the record, the pointer that its key has, the audit and the promises in one commit. */
export function signalTaker({ store, book, now, newId }: TakeInParts) {
  return (signal: Signal, opening: Opening): Promise<TakenSignal> =>
    untilFresh(async () => {
      const key = alertKey(signal)
      const newest = await store.get('newest-alert', key)
      const found = newest && (await store.get('fraud-alert', newest.value.case))
      const at = now()
      if (found?.value.status === 'pending') return repeated(found.value, found.version)
      if (found && !isSince(found.value, signal)) return late(found.value, found.version)
      // What its source has dealt with already, and nobody here ever saw, is no news.
      if (signal.status === 'resolved') return { did: 'nothing', alert: found?.id ?? null }
      return opened()

      async function opened(): Promise<TakenSignal> {
        const id = caseId('fraud-alert', await store.nextNumber('F'))
        const known = await knownOf(signal)
        const { by = null, askedIn = null } = opening.reported ?? {}
        const blank = openAlert(signal, { id, ...known, before: found?.id ?? null, by, now: at })
        const alert: OpenAlert = (await opening.hasCard(blank)) ? blank : { ...blank, digested: 'waiting' }
        const what: AlertDeed = by === null ? 'fraud-alert.opened' : 'fraud-alert.reported'
        await store.commit({
          save: [
            saveOf('fraud-alert', id, alert, null),
            { kind: 'newest-alert', id: key, value: { case: id }, basedOn: newest?.version ?? null },
          ],
          audit: [alertAudit(alert, at, by ?? 'desk', what)],
          outbox: ordersOf(alert, what, askedIn).map((each) => order(newId, each, at)),
        })
        return { did: 'opened', alert: id }
      }

      async function repeated(before: OpenAlert, version: number): Promise<TakenSignal> {
        // Whoever buys by fraud is often so new that the desk knew nothing of them when it began.
        const known = before.identity === null ? await knownOf(signal) : { identity: null }
        const named = known.identity === null ? before : { ...before, ...known }
        const next = repeatAlert(named, signal, at) ?? (named === before ? null : named)
        if (next === null) return { did: 'nothing', alert: before.id }
        const graver = next.status === 'pending' && next.digested !== undefined && next.severity === 'high'
        const shown = graver ? withOwnCard(next, at) : next
        await save(
          shown,
          version,
          next.status === 'pending' ? 'fraud-alert.repeated' : 'fraud-alert.resolved-elsewhere',
        )
        return { did: 'repeated', alert: before.id }
      }

      /** Its twin in the other feed, or an item that is still open although its source was told. */
      async function late(ended: Exclude<FraudAlert, OpenAlert>, version: number): Promise<TakenSignal> {
        const nothing = { did: 'nothing', alert: ended.id } as const
        if (signal.status === 'resolved' || ended.status !== 'decided') return nothing
        const item = itemOf(signal, at)
        const known = ended.items.find((each) => isSameItem(each, item))
        const isTwin = known === undefined
        const { reported } = ended
        // Only what was told: an item that was left to the other feed stays open for good.
        const isForgotten = known?.status === 'resolved' && reported.state === 'told' && isToldAgain(ended, reported.at)
        if (!isTwin && !isForgotten) return nothing
        // As its source shows it: open, whatever it was told.
        const items = [...ended.items.filter((each) => !isSameItem(each, item)), item]
        await save({ ...ended, items, reported: { state: 'telling' } }, version, 'fraud-alert.told-again')
        return nothing
      }

      /** After an hour, then less and less often: who does not listen is not told each hour for ever. */
      function isToldAgain({ endedAt }: FraudAlert & { readonly endedAt: Instant }, toldAt: Instant): boolean {
        return later(toldAt, Math.max(tellAgainMs, msOf(toldAt) - msOf(endedAt))) <= at
      }

      async function save(next: OpenAlert | ResolvedAlert | FraudAlert, version: number, what: AlertDeed) {
        const orders = found ? ordersSince(found.value, next, what) : ordersOf(next, what)
        await store.commit({
          save: [saveOf('fraud-alert', next.id, next, version)],
          audit: [alertAudit(next, at, opening.reported?.by ?? 'desk', what)],
          outbox: orders.map((each) => order(newId, each, at)),
        })
      }
    })

  /** Who it is and how they stand, where this lane has such a customer: what another lane knows stays there. */
  async function knownOf({ lane, customer }: Pick<Signal, 'lane' | 'customer'>): Promise<{
    readonly identity: IdentityOnCard | null
    readonly basis?: AlertBasis
  }> {
    const of = customer === null ? null : (await book.today()).of(customer)
    if (!of || !isMatched(of.customer) || of.customer.lane !== lane) return { identity: null }
    return { identity: identityOnCard(of.customer), basis: await basisOf(of, store) }
  }
}

/** The moment by which newer signals go before older ones. */
export function newestFirst(one: Signal, other: Signal): number {
  const at = ({ lastSeenAt, firstSeenAt }: Signal): Instant | '' => lastSeenAt ?? firstSeenAt ?? ''
  return at(one) < at(other) ? 1 : at(one) > at(other) ? -1 : 0
}
