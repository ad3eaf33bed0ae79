import { capabilities, type Lane } from '../customers/lane.ts'
import type { AuditDraft } from '../audit/audit-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { OperatorWebhooks, Registration, WebhooksOf } from '../ports/operator-webhooks.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Clock, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { blankWebhook, type LaneWebhook, type WebhookTrouble } from './lane-webhook.ts'
import { wantedEvents } from './webhook-event.ts'

const minutes = 60_000
const hours = 60 * minutes

/** How often the operator is asked how it has it, and how soon again after trouble. */
const checkEveryMs = 15 * minutes
const againAfterTroubleMs = 5 * minutes
/** How often the road is tried, so that one missed test leaves it proven; and how soon again after one that failed. */
const testEveryMs = 12 * hours
const testAfterTroubleMs = 30 * minutes
/** The result is asked for after a while, and after some more what did not arrive will not. */
const resultAfterMs = 30_000
const unheardAfterMs = 10 * minutes

interface KeeperParts {
  readonly store: DeskStore
  readonly webhooksOf: WebhooksOf
  readonly now: Clock
}

/**
 * Sees to it that a lane's operator tells this desk of events, at this address, and that the road works. Paces itself:
 * safe to be called at any time. Answers what went wrong outside, which is kept as well.
 */
export function registrationKeeper({ store, webhooksOf, now }: KeeperParts) {
  return async (lane: Lane, address: string | null): Promise<OutsideFault | null> => {
    const operator = webhooksOf(lane)
    if (capabilities[lane].webhooks !== 'yes' || operator === null || address === null) return null
    const { trouble, checkedAt } = await read(lane)
    if (trouble?.what === 'registration' && isWithin(checkedAt, againAfterTroubleMs)) return null
    try {
      await check(operator, address)
      await tryRoad(operator, address)
      return null
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      const { kind, code } = fault.facts
      await change(lane, { checkedAt: now(), trouble: { what: 'registration', at: now(), kind, code: code ?? null } })
      return fault
    }
  }

  async function check(operator: OperatorWebhooks, url: string): Promise<void> {
    const { lane } = operator
    const { checkedAt, registered, trouble } = await read(lane)
    // Another address of our own is put in force at once.
    if (trouble?.what !== 'registration' && registered?.url === url && isWithin(checkedAt, checkEveryMs)) return
    const events = wantedAmong(await operator.events())
    const found = await operator.registered()
    const at = now()
    const agrees = found !== null && found.url === url && events.every((event) => hasWord(found.events, event))
    const well = { checkedAt: at, ...(trouble?.what === 'registration' && { trouble: null }) }
    if (agrees) return change(lane, { ...well, registered: { at, url, events: found.events } })
    await operator.register({ url, events })
    const taken = registered?.url === url && found?.url !== url ? { taken: { at, url: found?.url ?? null } } : {}
    const details = { url, events, before: found?.url ?? null }
    await change(
      lane,
      // A new road was never tried.
      { ...well, ...taken, registered: { at, url, events }, test: null, ...(found?.url !== url && { provenAt: null }) },
      [{ at, by: 'desk', what: 'webhook.registered', about: `lane:${lane}`, lane, details }],
    )
  }

  async function tryRoad(operator: OperatorWebhooks, url: string): Promise<void> {
    const { lane } = operator
    const { registered, trouble, test } = await read(lane)
    if (registered?.url !== url) return
    if (test !== null && !test.over) return isWithin(test.askedAt, resultAfterMs) ? undefined : judge(operator, test)
    const failed = trouble?.what === 'test-refused' || trouble?.what === 'test-unheard'
    if (test !== null && isWithin(test.askedAt, failed ? testAfterTroubleMs : testEveryMs)) return
    const askedAt = now()
    const correlation = await operator.test()
    await change(lane, { test: { askedAt, correlation, over: false } })
  }

  async function judge(operator: OperatorWebhooks, test: NonNullable<LaneWebhook['test']>): Promise<void> {
    const { lane } = operator
    const result = await operator.result(test.correlation)
    const at = now()
    const trouble = ((): WebhookTrouble | null => {
      if (result?.state === 'refused') return { what: 'test-refused', at, code: result.code }
      return isWithin(test.askedAt, unheardAfterMs) ? null : { what: 'test-unheard', at }
    })()
    if (trouble !== null) await change(lane, { trouble, test: { ...test, over: true } }, [], test.correlation)
  }

  async function read(lane: Lane): Promise<LaneWebhook> {
    return (await store.get('webhook', lane))?.value ?? blankWebhook(lane)
  }

  /** `unlessOver`: a verdict on this test, which counts for nothing where its event came meanwhile. */
  async function change(
    lane: Lane,
    what: Partial<LaneWebhook>,
    audit: readonly AuditDraft[] = [],
    unlessOver?: string,
  ): Promise<void> {
    await untilFresh(async () => {
      const found = await store.get('webhook', lane)
      const before = found?.value ?? blankWebhook(lane)
      if (unlessOver !== undefined && (before.test?.correlation !== unlessOver || before.test.over)) return
      const value = { ...before, ...what }
      await store.commit({ save: [{ kind: 'webhook', id: lane, value, basedOn: found?.version ?? null }], audit })
    })
  }

  function isWithin(at: Instant | null, ms: number): boolean {
    return at !== null && at > later(now(), -ms)
  }
}

/** What this desk wants, in the operator's spelling; all of it where the operator lists nothing (10.1: its list is the authority). */
function wantedAmong(offered: Registration['events']): readonly string[] {
  if (offered.length === 0) return wantedEvents
  return offered.filter((event) => hasWord(wantedEvents, event))
}

function hasWord(words: readonly string[], word: string): boolean {
  return words.some((each) => each.toLowerCase() === word.toLowerCase())
}
