import { caseKindOf, type Cases } from '../cases/case.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { heldKey } from '../holds/hold.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import type { Commit, Save, Stored } from '../ports/desk-store.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later } from '../shared/time.ts'
import { unlessStale, untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isNamedOnly } from '../suspension/known-by-hand.ts'
import { actDetails } from './act-details.ts'
import { reportedOn, resultByHand, type HandRefusal, type HandReport } from './by-hand.ts'
import { firstLookMs, lookAgain } from './look-by-hand.ts'
import { waitsByHand } from './hand-over.ts'
import { asActing, type Acting, type ActingKind, type LaneOf, type Trade } from './trade.ts'

/** An ending is never done by hand: what cannot be taken back is left to the operator's own window and answer. */
type HandKind = Exclude<ActingKind, 'ending'>

/** Acts that people do in the operator's portal because the desk cannot. */
export interface ByHandDesk {
  /** Writes down that acts were done, or could not be; their promises are kept without a call from then on. */
  report(at: CaseAt, report: HandReport, by: Staff): Promise<Outcome<Cases[HandKind], HandRefusal | VersionRefusal>>
  /** Looks whether the operator shows what was done by hand, and keeps the promise; nothing is ever called. */
  look(entry: OutboxEntry, at: { readonly case: CaseId; readonly subscription: SubscriptionId }): Promise<Tried>
  /** Tells whoever asked and whoever approved, while something waits to be done by hand. */
  remind(entry: OutboxEntry, id: CaseId): Promise<void>
}

interface ByHandParts extends DeciderParts {
  readonly trades: { readonly [K in HandKind]: Trade<K> }
  readonly laneOf: LaneOf
}

export function createByHandDesk({ trades, laneOf, ...parts }: ByHandParts): ByHandDesk {
  const { store, now, newId } = parts

  const reportOn = <K extends HandKind>(trade: Trade<K>, at: CaseAt, report: HandReport, by: Staff) =>
    unlessStale<Cases[HandKind], HandRefusal>(async () => {
      const found: Stored<Cases[K]> | null = await store.get(trade.kind, at.case)
      if (!found) return refused({ code: 'not-found' })
      const reported = reportedOn(found.value, report, { by, verb: verbOf(trade, found.value) })
      if (!reported.ok) return reported
      const value = asActing<K>(found.value)
      if (found.version !== at.version || !value) return refused({ code: 'changed-since' })
      const moment = now()
      const ended = reported.value.map((act) => ({ act, result: resultByHand(act, report, by, moment) }))

      const lookedAt = reported.value.filter(({ subscription: id }) => report.because === null && !isNamedOnly(id))
      let next: Cases[K] = value
      for (const { act, result } of ended) {
        const going = asActing<K>(next)
        if (going) next = trade.move(going, act.subscription, { result }, moment)
      }
      const also = await Promise.all(ended.map(({ act, result }) => trade.also(value, act, result)))
      const after = await trade.after(next, moment)
      await store.commit({
        save: [
          saveOf(trade.kind, at.case, next, found.version),
          ...(await turnsOver(
            trade,
            value,
            reported.value.map(({ subscription }) => subscription),
          )),
          ...also.flatMap(({ save = [] }) => save),
        ],
        remove: [...also.flatMap(({ remove = [] }) => remove), ...(after.remove ?? [])],
        audit: ended.map(({ act, result }) => ({
          ...trade.audit(next, act, result, moment),
          by: by.id,
          what: `${trade.kind}.${report.because === null ? 'done-by-hand' : 'not-done-by-hand'}`,
          details: actDetails(act, result),
        })),
        outbox: [
          ...[...also.flatMap(({ orders = [] }) => orders), ...after.orders].map((what) => order(newId, what, moment)),
          ...also.flatMap(({ later: promised = [] }) => promised).map((what) => order(newId, what.order, what.dueAt)),
          ...lookedAt.map(({ subscription }) =>
            order(newId, { kind: 'look-by-hand', case: at.case, subscription }, later(moment, firstLookMs)),
          ),
        ],
      })
      return granted(next)
    })

  /** Whoever looked before somebody acted by hand has not seen what is now; another case keeps its turn. */
  const turnsOver = <K extends HandKind>(
    trade: Trade<K>,
    value: Acting<K>,
    subscriptions: readonly SubscriptionId[],
  ): Promise<readonly Save[]> =>
    Promise.all(
      subscriptions.map(async (subscription): Promise<Save> => {
        const id = heldKey(trade.laneOf(value), value.customer, subscription)
        const turn = await store.get('turn', id)
        const own = turn === null || turn.value.case === value.id
        const next = own ? { customer: value.customer, case: null } : turn.value
        return { kind: 'turn', id, value: next, basedOn: turn?.version ?? null }
      }),
    )

  const lookAt = lookAgain({ ...parts, laneOf })

  return {
    async report(at, report, by) {
      const kind = caseKindOf(at.case)
      if (kind === 'suspension') return reportOn(trades.suspension, at, report, by)
      if (kind === 'resumption') return reportOn(trades.resumption, at, report, by)
      return refused({ code: 'not-found' })
    },

    look: (entry, at) =>
      caseKindOf(at.case) === 'resumption'
        ? lookAt(trades.resumption, entry, at)
        : lookAt(trades.suspension, entry, at),

    remind: (entry, id) =>
      untilFresh(async () => {
        const found = await store.get(caseKindOf(id) === 'resumption' ? 'resumption' : 'suspension', id)
        const { askedBy, approvals } = found?.value ?? { askedBy: '', approvals: [] }
        const people = found && waitsByHand(found.value).length > 0 ? [askedBy, ...approvals.map(({ by }) => by)] : []
        const reminders = [...new Set(people)].map((staff) =>
          order(newId, { kind: 'tell-staff', case: id, staff }, now()),
        )
        const commit: Commit = { settle: [entry.id], outbox: reminders }
        await store.commit(commit)
      }),
  }
}

/** Only a resumption may be about a hold of the operator's. */
function verbOf<K extends HandKind>({ kind }: Trade<K>, { reason }: Cases[HandKind]): Verb {
  return kind === 'suspension' && reason !== 'operator' ? `suspend for ${reason}` : `resume from ${reason}`
}
