import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day } from '../shared/time.ts'
import { allocateCredits } from './allocate-credits.ts'
import { closingBy, foldImports, inForce } from './apply-import.ts'
import { effectOf, openInScope, type Judgement } from './import-effect.ts'
import { inScope, sameScope } from './import-scope.ts'
import { keptFrom } from './known-already.ts'
import type { Ledger } from './ledger.ts'
import type { ImportEffect, LedgerImport } from './ledger-import.ts'
import { itemKey, type OpenItem } from './open-item.ts'

/** Why an import cannot be believed, whoever says yes to it. */
export type PlanRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'as-of-in-future'; readonly asOf: Day; readonly today: Day }
  /** The scope's last import carries a later day. */
  | { readonly code: 'as-of-before-last'; readonly asOf: Day; readonly last: Day }
  /** It would overwrite or close what newer data of another scope says. */
  | {
      readonly code: 'as-of-before-item'
      readonly asOf: Day
      readonly account: string
      readonly number: string
      readonly itemAsOf: Day
    }

/** What a plan is made by, beside the imports. */
export interface PlanFacts extends Judgement {
  readonly today: Day
  readonly guard: CollectionsPolicy['importGuard']
}

/** What an import that can be believed would do. */
export interface ImportPlan {
  /** What it would make of the ledger. */
  readonly ledger: Ledger
  readonly effect: ImportEffect
}

/** What an import would do to the imports in force, and whether it needs a second person. Pure. */
export function planImport(
  active: readonly LedgerImport[],
  ledger: Ledger,
  incoming: LedgerImport,
  facts: PlanFacts,
): Outcome<ImportPlan, PlanRefusal> {
  const refusal = whyNot(active, ledger, incoming, facts.today)
  if (refusal) return refused(refusal)

  const after = keptFrom(ledger, foldImports(inForce([...active, incoming])))
  return granted({ ledger: after, effect: guardedEffect(incoming, ledger, after, facts) })
}

/** What becoming the ledger `after` changes, through an import or through its undoing, and why two must agree to it. */
export function guardedEffect(turned: LedgerImport, before: Ledger, after: Ledger, facts: PlanFacts): ImportEffect {
  const effect = effectOf(turned, before, after, facts)
  const { closedShare, newlyDueShare } = facts.guard
  const closedOf = openInScope(before, turned)
  return {
    ...effect,
    guard: [
      ...(exceeds(effect.closed + newlyCovered(turned, before, after), closedOf, closedShare)
        ? (['many-closed'] as const)
        : []),
      ...(exceeds(effect.newlyDue, effect.customers, newlyDueShare) ? (['many-newly-due'] as const) : []),
    ],
  }
}

function whyNot(
  active: readonly LedgerImport[],
  ledger: Ledger,
  incoming: LedgerImport,
  today: Day,
): PlanRefusal | null {
  const { asOf, complete, items, closed } = incoming
  // A part may have nothing to tell but what was paid.
  if (items.length === 0 && (complete || closed.length === 0)) return { code: 'empty' }
  if (asOf > today) return { code: 'as-of-in-future', asOf, today }
  const last = active
    .filter(({ scope }) => sameScope(scope, incoming.scope))
    .reduce<Day | null>((latest, own) => (latest === null || own.asOf > latest ? own.asOf : latest), null)
  if (last !== null && asOf < last) return { code: 'as-of-before-last', asOf, last }
  return newerItem(ledger, incoming)
}

function newerItem(ledger: Ledger, incoming: LedgerImport): PlanRefusal | null {
  const { asOf, items } = incoming
  // Items are newer only where some import is; most of the time none is, and nothing need be looked at.
  if (ledger.asOf === null || ledger.asOf <= asOf) return null
  const listed = new Set(items.map(itemKey))
  const closes = closingBy(incoming)
  const touches = (item: OpenItem) => closes(item) || listed.has(itemKey(item))
  for (const [account, dated] of ledger.items) {
    const newer = dated.find((one) => one.asOf > asOf && touches(one.item))
    if (newer) {
      return { code: 'as-of-before-item', asOf, account, number: newer.item.number, itemAsOf: newer.asOf }
    }
  }
  return null
}

/** Invoices of the scope that are still listed, but of which credits leave nothing any more: closed in all but name. */
function newlyCovered({ scope }: LedgerImport, before: Ledger, after: Ledger): number {
  let found = 0
  for (const [account, dated] of after.items) {
    if (!dated.some(({ item }) => item.kind !== 'invoice' && item.open.minor > 0)) continue
    const owed = leftOf(before, account)
    const still = leftOf(after, account)
    for (const { item } of dated) {
      const key = itemKey(item)
      if (item.kind === 'invoice' && inScope(item, scope) && owed.has(key) && !still.has(key)) found += 1
    }
  }
  return found
}

/** Keys of an account's invoices of which credits leave something. */
function leftOf({ items }: Ledger, account: string): ReadonlySet<string> {
  const own = items.get(account)?.map(({ item }) => item) ?? []
  return new Set(allocateCredits(own).flatMap(({ invoices }) => invoices.map(({ invoice }) => itemKey(invoice))))
}

/** Above the share, not at it; nothing is no share of nothing. */
function exceeds(part: number, whole: number, share: number): boolean {
  return part > 0 && part > whole * share
}
