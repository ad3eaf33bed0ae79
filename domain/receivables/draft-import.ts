import type { DeciderParts } from '../cases/decide-case.ts'
import type { ImportArchive } from '../ports/import-archive.ts'
import type { EndRequestsOf } from './import-consequences.ts'
import { joinCustomers } from '../customers/customer-directory.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { dunningStage } from '../policy/dunning-stage.ts'
import { ladderFor } from '../policy/rungs-for.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { Chats } from '../staff/chats.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import { granted, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import type { ActiveImports } from './active-imports.ts'
import { carryAccounts } from './carry-accounts.ts'
import type { LedgerReading } from '../ports/ledger-source.ts'
import { knownAlready } from './known-already.ts'
import type { LedgerImport, PulledFrom } from './ledger-import.ts'
import { lanesOfAccounts, matchAccounts } from './match-accounts.ts'
import { planImport, type ImportPlan, type PlanFacts, type PlanRefusal } from './plan-import.ts'
import { ownersByImport, withOwners } from './owners-by-import.ts'
import { provenMatches } from './proven-matches.ts'
import { standingOn } from './standing.ts'

/** Open items as they were understood, of a file or of books that were read, not yet an import. */
export type IncomingLedger = LedgerReading & {
  /** What it is called: the file's name, or the books'. */
  readonly file: string
  readonly pulled?: PulledFrom
}

export interface DraftParts {
  readonly store: DeskStore
  readonly operators: OperatorDirectory
  readonly policy: CollectionsPolicy
  readonly chats: Pick<Chats, 'root'>
}

/** What imports are decided and kept with. */
export interface ImportParts extends DeciderParts, DraftParts {
  readonly archive: ImportArchive
  readonly endRequestsOf: EndRequestsOf
}

/** What was worked out for an incoming ledger; it holds until the set of imports changes. */
export interface ImportDraft {
  /** Of the active imports it was worked out on. */
  readonly key: string
  /** As it would be kept: matched, with the accounts of the imports it would replace; without a number yet. */
  readonly imported: LedgerImport
  readonly plan: ImportPlan
}

/** Works out what an incoming ledger would do now. */
export async function draftImport(
  incoming: IncomingLedger,
  active: ActiveImports,
  at: Instant,
  parts: DraftParts,
): Promise<Outcome<ImportDraft, PlanRefusal>> {
  const { scope, complete, asOf, accounts, items, kept, closed } = incoming
  const { inForce, ledger } = active
  const facts = {
    customers: parts.operators.customers(),
    stored: provenMatches(inForce, ledger),
    known: ledger.accounts,
    lanes: lanesOfAccounts(items),
  }
  const matches = matchAccounts(accounts, facts)
  const said = { id: '', scope, complete, asOf, accounts, items, kept, closed, matches }
  const isPart = incoming.pulled !== undefined || dayAt(at, parts.policy.calendar.timeZone) <= asOf
  const drafted: LedgerImport = isPart ? { ...said, partDay: true } : said
  const imported = knownAlready(carryAccounts(drafted, inForce, ledger), ledger)
  const plan = planImport(inForce, ledger, imported, await planFacts(at, parts))
  if (!plan.ok) return plan
  const owners = await ownersByImport(imported, plan.value.ledger, parts)
  const effect = withOwners(plan.value.effect, owners)
  return granted({ key: active.key, imported, plan: { ...plan.value, effect } })
}

/** What plans are made by on a day. */
export async function planFacts(at: Instant, { store, operators, policy }: DraftParts): Promise<PlanFacts> {
  const confirmed = new Map((await store.list('match')).map(({ value }) => [value.account, value]))
  const today = dayAt(at, policy.calendar.timeZone)
  return {
    today,
    guard: policy.importGuard,
    join: ({ accounts, matches }) => joinCustomers(accounts.values(), operators.customers(), matches, confirmed),
    isDue: (items, customer) =>
      dunningStage(ladderFor(policy, customer), standingOn(today, items), []).byDebt === 'suspend',
  }
}
