import type { LaneOf } from '../acts/trade.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { Instant } from '../shared/time.ts'
import type { OperatorCustomer } from './customer.ts'
import type { Lane } from './lane.ts'

/**
 * The operators' customers, and those of lanes to which the desk has no access: the ledger names their tenant and the
 * one lane it bills them in. What the ledger says of a lane that can be asked is no substitute for asking.
 */
export function byHandDirectory(
  operators: OperatorDirectory,
  { ledger, laneOf }: { readonly ledger: () => Ledger; readonly laneOf: LaneOf },
): OperatorDirectory {
  let kept: { readonly key: string; readonly customers: readonly OperatorCustomer[] } | null = null
  return {
    get revision() {
      return operators.revision
    },
    customers() {
      const current = ledger()
      const key = `${current.revision}|${operators.revision}`
      if (kept?.key !== key) {
        const asked = operators.customers()
        kept = { key, customers: [...asked, ...fromLedger(current, asked, (lane) => laneOf(lane) === null)] }
      }
      return kept.customers
    },
    // Nobody can be asked who is whose there: the ledger is all there is to know, as soon as there is one.
    readAt(lane) {
      const { asOf } = ledger()
      return (
        operators.readAt(lane) ?? (laneOf(lane) === null && asOf !== null ? (`${asOf}T00:00:00Z` as Instant) : null)
      )
    },
  }
}

function fromLedger(
  { accounts, items }: Ledger,
  asked: readonly OperatorCustomer[],
  isByHand: (lane: Lane) => boolean,
): readonly OperatorCustomer[] {
  const known = new Set(asked.map(({ tenantId }) => tenantId.toLowerCase()))
  const unasked = [...accounts.values()].filter(
    ({ tenantId }) => tenantId !== null && !known.has(tenantId.toLowerCase()),
  )
  return [...Map.groupBy(unasked, ({ tenantId }) => (tenantId ?? '').toLowerCase())].flatMap(([tenantId, own]) => {
    const named = new Set(
      own.flatMap(({ key }) => items.get(key)?.map(({ item }) => item.lane) ?? []).filter((lane) => lane !== null),
    )
    const [lane] = named
    const [first] = own
    if (!lane || named.size !== 1 || !isByHand(lane) || !first) return []
    const domain = own.map((account) => account.domain).find((each) => each !== null) ?? ''
    return [{ lane, tenantId, name: first.name, domain: domain.toLowerCase(), knownFrom: 'ledger' }]
  })
}
