import { caseId } from '../cases/case.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { DecidedAlert } from '../fraud/fraud-alert.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { StaleWrite, type DeskStore } from '../ports/desk-store.ts'
import type { CaseId } from '../shared/ids.ts'
import { addDays, dayAt } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { PendingCredit } from './credit-change.ts'
import { creditAudit } from './credit-consequences.ts'
import { blankCredit, creditKey, withOrderHold, type CreditLine, type OrderHold } from './credit-line.ts'
import { alone, releaseAfterVerdict } from './decide-credit.ts'
import { creditPointer, creditUnderWay } from './open-credit.ts'

export type FollowVerdict = (entry: OutboxEntry, order: { readonly case: CaseId }) => Promise<void>

/** An alert that goes round in a circle would be followed for ever. */
const mostBefore = 50

/**
 * What a verdict means for credit. Fraud or misuse: new orders are on hold and somebody looks again; legitimate: it is
 * proposed to lift what the alerts before this one had placed. Safe to repeat: what an alert placed is placed once.
 */
export function verdictFollower({
  store,
  now,
  newId,
  policy,
}: DeciderParts & {
  readonly policy: Pick<CollectionsPolicy, 'calendar' | 'suspicionReviewDays'>
}): FollowVerdict {
  return (entry, { case: id }) =>
    untilFresh(async () => {
      const alert = (await store.get('fraud-alert', id))?.value
      const decided = alert?.status === 'decided' && alert.customer !== null && !alert.isTest ? alert : null
      const { verdict } = decided ?? {}
      if (decided && (verdict === 'fraud' || verdict === 'misuse')) return place(entry, decided, decided.customer ?? '')
      if (decided && verdict === 'legitimate') return propose(entry, decided, decided.customer ?? '')
      await store.commit({ settle: [entry.id] })
    }).catch((fault: unknown) => {
      // Kept already, by another process.
      if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
    })

  async function place(entry: OutboxEntry, alert: DecidedAlert, customer: string): Promise<void> {
    const { id, lane, decidedBy: by, because, verdict } = alert
    const at = now()
    const found = await store.get('credit-line', creditKey(lane, customer))
    const before: CreditLine = found?.value ?? blankCredit(lane, customer)
    const hold: OrderHold = { id, alert: id, by, at, because }
    const reviewOn = addDays(dayAt(at, policy.calendar.timeZone), policy.suspicionReviewDays)
    const after = withOrderHold(before, hold, { ...alone(hold), reviewOn })
    if (after === before) return store.commit({ settle: [entry.id] })
    const name = alert.identity?.operatorName ?? alert.calledThere ?? customer
    await store.commit({
      settle: [entry.id],
      save: [{ kind: 'credit-line', id: creditKey(lane, customer), value: after, basedOn: found?.version ?? null }],
      audit: [
        {
          at,
          by,
          what: 'credit.held',
          about: creditKey(lane, customer),
          customer,
          lane,
          details: { hold, verdict, reviewOn: after.reviewOn },
        },
      ],
      outbox: [
        order(
          newId,
          { kind: 'announce-news', news: { kind: 'credit-held', lane, customer, name, case: id, reviewOn } },
          at,
        ),
      ],
    })
  }

  async function propose(entry: OutboxEntry, alert: DecidedAlert, customer: string): Promise<void> {
    const { lane, identity, decidedBy: by, because } = alert
    const line = (await store.get('credit-line', creditKey(lane, customer)))?.value
    const chain = await chainOf(alert, store)
    const holds = line?.holds.filter((hold) => hold.alert !== null && chain.includes(hold.alert)) ?? []
    const pointerId = creditPointer(lane, customer, 'release')
    const underWay = await creditUnderWay(pointerId, store)
    if (holds.length === 0 || underWay.case !== null || identity === null) return store.commit({ settle: [entry.id] })
    const at = now()
    const id = caseId('credit-change', await store.nextNumber('CL'))
    const { calendar } = policy
    const next: PendingCredit = releaseAfterVerdict({ id, customer, identity, holds, because, by, calendar, now: at })
    await store.commit({
      settle: [entry.id],
      save: [
        { kind: 'credit-change', id, value: next, basedOn: null },
        {
          kind: 'open-case',
          id: pointerId,
          value: { case: id, customer },
          basedOn: underWay.pointer?.version ?? null,
        },
      ],
      audit: [creditAudit(next, at, by, 'credit.asked')],
      outbox: [
        order(newId, { kind: 'post-case', case: id, askedIn: null }, at),
        order(newId, { kind: 'expire-case', case: id }, next.expiresAt),
      ],
    })
  }
}

/** An alert and those with the same key that had ended before it, newest first. */
async function chainOf(alert: DecidedAlert, store: DeskStore): Promise<readonly CaseId[]> {
  const chain: CaseId[] = [alert.id]
  for (let before = alert.before; before !== null && chain.length < mostBefore;) {
    chain.push(before)
    before = (await store.get('fraud-alert', before))?.value.before ?? null
  }
  return chain
}
