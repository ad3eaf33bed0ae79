import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId } from '../shared/ids.ts'
import { later, type Clock, type Instant } from '../shared/time.ts'
import type { Verdict } from './fraud-alert.ts'

const previewDays = 90

/** What a snooze would have kept from people, had it stood for the last ninety days. */
export interface SnoozePreview {
  readonly days: number
  /** Alerts with the same customer, subscription and type, newest first. */
  readonly hidden: readonly { readonly case: CaseId; readonly at: Instant; readonly verdict: Verdict | null }[]
}

/** Looks back over what came with the same key: the facts a snooze stands on, and not the source's words. */
export function snoozePreviewer({
  store,
  now,
}: {
  readonly store: DeskStore
  readonly now: Clock
}): (id: CaseId) => Promise<SnoozePreview> {
  return async (id) => {
    const found = await store.get('fraud-alert', id)
    const since = later(now(), -previewDays * 86_400_000)
    const { customer, key } = found?.value ?? { customer: null, key: '' }
    const same = found ? await store.list('fraud-alert', customer === null ? {} : { customer }) : []
    return {
      days: previewDays,
      hidden: same
        .filter(({ value }) => value.key === key && value.openedAt >= since)
        .map(({ value }) => ({
          case: value.id,
          at: value.openedAt,
          verdict: value.status === 'decided' ? value.verdict : null,
        }))
        .reverse(),
    }
  }
}
