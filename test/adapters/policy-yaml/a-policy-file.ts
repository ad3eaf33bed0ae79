import { readFileSync } from 'node:fs'

/** The policy a desk has that was given none of its own. */
export const defaultPolicy = readFileSync(
  new URL('../../../adapters/policy-yaml/default-policy.yaml', import.meta.url),
  'utf8',
)

/** A whole policy of the partner's own; its line numbers are counted on by the tests. */
export const ownPolicy = `time zone: Asia/Shanghai
working days: [mon, tue, wed, thu, sat]
holidays: [2026-10-01, 2026-10-02]
ladder:
  - call for: reminder
    days past due: 10
  - call for: suspension
    days past due: 60
    amounts: { CNY: 1000.5, JPY: 9000, KWD: 1.25 }
tolerance: { CNY: 5 }
final notice days: 14
ledger age limit: 2
import guard:
  closed: 12.5%
  newly due: 0%
`
