import { money, type Money } from '../shared/money.ts'
import { msOf, type Instant } from '../shared/time.ts'
import type { AlertSpend, OpenAlert, SpendReading } from './fraud-alert.ts'

/**
 * The open alert once the customer's Azure use of the month was read again; null where it says nothing new. The first
 * reading is what growth is counted from. The operator's figures are estimates about a day late (facts/partner-center
 * 9.5): where a month turns they fall back some time later, and what they show from then on is all new.
 */
export function spendRead(alert: OpenAlert, used: Money, now: Instant): OpenAlert | null {
  const month = now.slice(0, 7)
  const before = alert.reading
  if (before?.used.currency !== used.currency) {
    // Nothing to compare with: the first reading, or one in another currency.
    return { ...alert, reading: { since: now, used, month }, spend: spendOf(money(0, used.currency), now, now) }
  }
  if (used.minor === before.used.minor) return null
  const turned = month > before.month && used.minor < before.used.minor
  const grown = turned ? used.minor : used.minor - before.used.minor
  const so = alert.spend?.amounts.find(({ currency }) => currency === used.currency)?.minor ?? 0
  // An estimate that is put right may fall; what was spent since never does below nothing.
  const amount = money(Math.max(0, so + grown), used.currency)
  const reading: SpendReading = { since: before.since, used, month: turned ? month : before.month }
  return { ...alert, reading, spend: spendOf(amount, before.since, now) }
}

/** Per hour only once there was an hour: a minute's growth says nothing. */
function spendOf(amount: Money, since: Instant, readAt: Instant): AlertSpend {
  const hours = (msOf(readAt) - msOf(since)) / 3_600_000
  const perHour = hours < 1 ? [] : [money(Math.round(amount.minor / hours), amount.currency)]
  return { amounts: [amount], perHour, readAt }
}
