import type { AuditDraft } from '../audit/audit-entry.ts'
import { someRefused } from '../cases/alarm.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry, PageOrder, Tried } from '../outbox/outbox-entry.ts'
import { retryDelay } from '../outbox/retry-delay.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { Paged, Pager } from '../ports/pager.ts'
import type { NewId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { dayAt, later, msOf, type Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { pageSubject, type PagerCall, type PagerWay } from './pager-call.ts'

/** After so many tries in vain administrators are told; sooner where the outside understood and said no. */
const quietTries = 3
/** A call that is older than this helps nobody any more. */
const givenUpAfterMs = 24 * 3_600_000

/** What came of trying one way; the fault where it did not work. */
export interface TriedWay {
  readonly way: PagerWay
  readonly came: Paged | OutsideFault
}

/** Calls whoever is on duty where the chats did not reach anybody. */
export interface PagingDesk {
  /** One for each way that is set up; none: nobody can be called. */
  readonly pagers: readonly Pager[]
  /** Orders the call once for each way. Where there is none it is kept on record, and administrators are told once a day. */
  page(entry: OutboxEntry, call: PagerCall): Promise<void>
  /** Sends a call one way. What fails is tried again for a day, and administrators are told once. */
  send(entry: OutboxEntry, order: PageOrder): Promise<Tried>
  /** Calls every way at once, as a test. */
  test(by: string): Promise<readonly TriedWay[]>
}

export function createPagingDesk(parts: {
  readonly pagers: readonly Pager[]
  readonly store: DeskStore
  readonly policy: CollectionsPolicy
  readonly now: Clock
  readonly newId: NewId
}): PagingDesk {
  const { pagers, store, now, newId } = parts
  const zone = parts.policy.calendar.timeZone

  return {
    pagers,

    async page(entry, call) {
      if (pagers.length === 0) return nobodyToPage(entry, call)
      const each = pagers.map(({ way }): PageOrder => ({ kind: 'page-by', call, way, alarmed: false }))
      await store.commit({ settle: [entry.id], outbox: each.map((what) => order(newId, what, now())) })
    },

    async send(entry, asked) {
      const { call, way } = asked
      const came = await tryOne(pagers.find((pager) => pager.way === way) ?? null, way, call)
      const at = now()
      if (!(came instanceof OutsideFault)) {
        await store.commit({
          settle: [entry.id],
          audit: [audited(call, way, came, at, 'desk')],
          outbox: came.refused === 0 ? [] : [alarm(asked, someRefused, at)],
        })
        return 'kept'
      }
      const code = came.facts.code ?? came.facts.kind
      if (came.facts.code === 'not-set-up' || at >= later(call.at, givenUpAfterMs)) {
        await store.commit({
          settle: [entry.id],
          audit: [audited(call, way, came, at, 'desk', { givenUp: true })],
          outbox: [alarm(asked, code, at, true)],
        })
        return 'kept'
      }
      const tell = !asked.alarmed && (!came.retryable || entry.attempts + 1 >= quietTries)
      await store.commit({
        postpone: [
          {
            ...entry,
            order: { ...asked, alarmed: asked.alarmed || tell },
            attempts: entry.attempts + 1,
            dueAt: later(at, retryDelay(came, entry.attempts)),
          },
        ],
        ...(tell && { audit: [audited(call, way, came, at, 'desk')], outbox: [alarm(asked, code, at)] }),
      })
      return came
    },

    async test(by) {
      const at = now()
      const call: PagerCall = { id: newId(), kind: 'test', case: null, lane: null, severity: null, since: at, at }
      const all = await Promise.all(
        pagers.map(async (pager) => ({ way: pager.way, came: await tryOne(pager, pager.way, call) })),
      )
      if (all.length > 0) await store.commit({ audit: all.map(({ way, came }) => audited(call, way, came, now(), by)) })
      return all
    },
  }

  function alarm({ call, way }: PageOrder, code: string, at: PagerCall['at'], givenUp = false): OutboxEntry {
    return order(
      newId,
      { kind: 'raise-alarm', alarm: { what: 'pager-refused', way, case: call.case, code, givenUp } },
      at,
    )
  }

  /** Administrators hear of it once a day, however many calls there are. */
  function nobodyToPage(entry: OutboxEntry, call: PagerCall): Promise<void> {
    return untilFresh(async () => {
      const at = now()
      const today = dayAt(at, zone)
      const found = await store.get('digest', 'nobody-to-page')
      const told = found?.value.told.includes(today) ?? false
      await store.commit({
        settle: [entry.id],
        audit: [
          { ...about(call), at, by: 'desk', what: 'page.refused', details: { ...facts(call), code: 'nobody-to-page' } },
        ],
        ...(!told && {
          save: [{ kind: 'digest', id: 'nobody-to-page', value: { told: [today] }, basedOn: found?.version ?? null }],
          outbox: [order(newId, { kind: 'raise-alarm', alarm: { what: 'nobody-to-page', case: call.case } }, at)],
        }),
      })
    })
  }
}

async function tryOne(pager: Pager | null, way: PagerWay, call: PagerCall): Promise<Paged | OutsideFault> {
  if (pager === null) return new OutsideFault({ service: `pager:${way}`, kind: 'refused', code: 'not-set-up' })
  try {
    return await pager.page(call)
  } catch (fault) {
    if (fault instanceof OutsideFault) return fault
    throw fault
  }
}

function audited(
  call: PagerCall,
  way: PagerWay,
  came: Paged | OutsideFault,
  at: PagerCall['at'],
  by: string,
  more: Readonly<Record<string, unknown>> = {},
): AuditDraft {
  const failed = came instanceof OutsideFault
  const { kind, status, code } = failed ? came.facts : {}
  const how = failed
    ? { fault: kind, ...(status !== undefined && { status }), ...(code !== undefined && { code }) }
    : { taken: came.taken, refused: came.refused }
  return {
    ...about(call),
    at,
    by,
    what: failed ? 'page.refused' : 'page.sent',
    details: { ...facts(call), way, ...how, ...more },
  }
}

function about(call: PagerCall): Pick<AuditDraft, 'about' | 'lane'> {
  return { about: pageSubject(call), ...(call.lane !== null && { lane: call.lane }) }
}

function facts({ id, kind, case: its, severity, since, at }: PagerCall): Readonly<Record<string, unknown>> {
  return { call: id, kind, case: its, severity, waitedMs: msOf(at) - msOf(since) }
}
