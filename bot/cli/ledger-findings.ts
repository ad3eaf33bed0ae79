import { nothingShown, noSuchCompany, whichCompany, type LedgerSource } from '../../domain/ports/ledger-source.ts'
import type { PullState } from '../../domain/receivables/pull-desk.ts'
import { OutsideFault, unreadable } from '../../domain/shared/outside-fault.ts'
import { dayAt } from '../../domain/shared/time.ts'
import { workingDaysBetween } from '../../domain/shared/working-days.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'
import { several } from './several.ts'

type Looked = Pick<OpenDesk, 'config' | 'desk' | 'policy' | 'now'>

/** How old the ledger is, and whether the books that the desk reads by itself let it in and show all it needs. */
export async function ledgerFindings({ config, desk, policy, now }: Looked): Promise<readonly Finding[]> {
  const { timeZone } = policy.calendar
  const sources = config.ledgerSources.map((open) => open({ fetch, now, timeZone }))
  const states = new Map(desk.pulls.states().map((state) => [state.source, state]))
  const books = await Promise.all(sources.map((source) => finding(source, states.get(source.name) ?? null)))
  const fresh = sources.length > 0 ? 'say “pull ledger” in chat' : 'npm run desk -- import FILE.csv'
  const { asOf } = desk.ledger.current()
  if (asOf === null) return [look(`ledger: none yet; ${fresh}`), ...books.flat()]
  const age = workingDaysBetween(asOf, dayAt(now(), timeZone), policy.calendar)
  const line = `ledger: as of ${asOf}, ${several(age, 'working day')} old (limit ${policy.ledgerAgeLimit})`
  const isOld = age > policy.ledgerAgeLimit
  const how = sources.length > 0 ? fresh : `import a fresh list: ${fresh}`
  return [isOld ? look(`${line}; ${how}`) : ok(line), ...books.flat()]
}

async function finding(source: LedgerSource, state: PullState | null): Promise<readonly Finding[]> {
  const name = `books ${source.title}`
  try {
    const { company, currency, keptFromUs } = await source.look()
    const whose = `${company}${currency === null ? '' : ` (${currency})`}`
    return [
      ok(`${name}: lets us in, company ${whose}; ${lastRead(state)}`),
      ...(keptFromUs.length === 0
        ? []
        : [look(`${name}: may not read ${keptFromUs.join(', ')}; give the app the permission to read them there`)]),
    ]
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return [wrong(`${name}: ${saidBy(fault)}; ${remedy(fault, source)}; ${lastRead(state)}`)]
  }
}

/** What the running desk saw of it; a doctor that opened the store by itself has read nothing. */
function lastRead(state: PullState | null): string {
  if (state === null || state.triedAt === null) return 'read by the running desk only'
  const { last, okAt } = state
  if (last?.kind === 'waits') return `what was read as ${last.record.id} waits for a second person’s yes`
  return `last read ${okAt ?? 'never'}`
}

function remedy({ facts: { kind, code, description } }: OutsideFault, { settings }: LedgerSource): string {
  const named = description === undefined ? '' : ` (there are: ${description})`
  if (code === noSuchCompany) return `${settings}_COMPANY names none of its companies${named}`
  if (code === whichCompany) return `name one of its companies in ${settings}_COMPANY${named}`
  if (code === nothingShown) return 'it shows balances and no invoices: let the app read posted sales documents there'
  if (code === unreadable)
    return 'something else answered in its place; check the address, and whether a proxy stands between'
  switch (kind) {
    case 'unauthorised':
      return `check ${settings}_CLIENT_ID and ${settings}_CLIENT_SECRET, and whether the app is let in there`
    case 'not-found':
      return `check ${settings}_TENANT_ID and ${settings}_ENVIRONMENT`
    case 'refused':
      return 'it took our question for a wrong one; report this with the line above'
    case 'unreachable':
    case 'throttled':
    case 'busy':
      return 'check the network; the desk goes on trying'
  }
}
