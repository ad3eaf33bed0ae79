import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { AlertDeed } from '../cases/case-deed.ts'
import type { Lane } from '../customers/lane.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import { laneLookMs } from '../outbox/retry-delay.ts'
import type { FeedItem, FraudFeed } from '../ports/fraud-feed.ts'
import type { CaseId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { alertAudit, ordersOf } from './alert-consequences.ts'
import { reasonFor, toTell } from './decide-alert.ts'
import type { AlertedItem, DecidedAlert, Reported } from './fraud-alert.ts'
import { isSameItem } from './take-signal.ts'

export type ReportVerdict = (entry: OutboxEntry, order: { readonly case: CaseId }) => Promise<void>

/** What came of telling; `items`: those that were told. */
interface Told {
  readonly reported: Reported
  readonly items: readonly AlertedItem[]
}

/**
 * Tells the sources how an alert ended, in the words they know: each of its items that is not resolved there, never
 * none. A fault that passes is thrown, for the promise is tried again under the same intent; a no is kept, and told to
 * whoever decided. In a lane that is stopped or paused it waits; from one that only watches nothing is sent.
 */
export function verdictReporter({
  store,
  now,
  newId,
  feedsOf,
  gate,
}: DeciderParts & {
  readonly feedsOf: (lane: Lane) => readonly FraudFeed[]
  readonly gate: Pick<ActGate, 'look'>
}): ReportVerdict {
  return async (entry, { case: id }) => {
    const found = await store.get('fraud-alert', id)
    const alert = found?.value
    if (alert?.status !== 'decided' || alert.reported.state !== 'telling')
      return void (await store.commit({ settle: [entry.id] }))
    const told = await tellUnlessHalted(alert)
    if (told instanceof LaneWaits)
      return void (await store.commit({ postpone: [{ ...entry, dueAt: later(now(), laneLookMs) }] }))
    await keep(alert, told, [entry.id])
  }

  function keep(before: DecidedAlert, told: Told, settle: readonly string[]): Promise<void> {
    return untilFresh(async () => {
      const fresh = await store.get('fraud-alert', before.id)
      if (fresh?.value.status !== 'decided') return
      const at = now()
      const what = deedOf(told.reported)
      const next = withTold(fresh.value, before, told)
      await store.commit({
        save: [saveOf('fraud-alert', before.id, next, fresh.version)],
        audit: [alertAudit(next, at, 'desk', what)],
        settle,
        outbox: ordersOf(next, what).map((each) => order(newId, each, at)),
      })
    })
  }

  async function tellUnlessHalted(alert: DecidedAlert): Promise<Told | LaneWaits> {
    try {
      const why = await gate.look(alert.lane, { begun: false, counted: null })
      return why === null ? await tell(alert) : { reported: refusedFor(why), items: [] }
    } catch (fault) {
      if (fault instanceof LaneWaits) return fault
      throw fault
    }
  }

  async function tell(alert: DecidedAlert): Promise<Told> {
    const feeds = feedsOf(alert.lane)
    const told = toTell(alert, alert.verdict, feeds)
    const as = told.wordless === null ? reasonFor(alert.verdict) : 'ignore'
    if (told.feeds.length === 0) return { reported: refusedFor('no-feed'), items: [] }
    const open = alert.items.filter(
      ({ source, status }) => told.feeds.some((name) => name === source) && status !== 'resolved',
    )
    try {
      for (const name of told.feeds) {
        const own = open.filter(({ source }) => source === name)
        const items = own.map(({ id }): FeedItem => ({ id, subscription: alert.subscription?.id ?? null }))
        const [first, ...others] = items
        if (!first) continue
        await feeds.find((feed) => feed.name === name)?.resolve([first, ...others], as, alert.intent)
        // A feed that took it is not told again, whatever becomes of the next one, or of this process.
        if (name !== told.feeds.at(-1)) await keep(alert, { reported: { state: 'telling' }, items: own }, [])
      }
      return { reported: { state: 'told', at: now(), as }, items: open }
    } catch (fault) {
      if (!(fault instanceof OutsideFault) || fault.retryable) throw fault
      const { code = null, description = null } = fault.facts
      return { reported: { state: 'refused', at: now(), code, words: description }, items: [] }
    }
  }

  function refusedFor(code: string): Reported {
    return { state: 'refused', at: now(), code, words: null }
  }
}

/** What was told is resolved there; what joined meanwhile, or was left to the other feed, is not. */
function withTold(fresh: DecidedAlert, before: DecidedAlert, { reported, items: told }: Told): DecidedAlert {
  const isTold = (item: AlertedItem) => told.some((one) => isSameItem(one, item))
  const joined = fresh.items.some((item) => !before.items.some((one) => isSameItem(one, item)))
  return {
    ...fresh,
    items: fresh.items.map((item) => (isTold(item) ? ({ ...item, status: 'resolved' } as const) : item)),
    // Whatever joined has a promise of its own, which is not kept yet.
    reported: joined && reported.state === 'told' ? { state: 'telling' } : reported,
  }
}

function deedOf({ state }: Reported): AlertDeed {
  if (state === 'refused') return 'fraud-alert.verdict-refused'
  return state === 'telling' ? 'fraud-alert.verdict-partly-told' : 'fraud-alert.verdict-told'
}
