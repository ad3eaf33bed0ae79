// Measures imports of 100,000 open invoices, each in a process of its own as the command line does it: the first, and
// the next day's on top of it. `node test/bench/import.ts` fails above what is promised: 10 s and 500 MB. Flags given
// to node are passed on.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileImportArchive } from '../../adapters/lowdb/file-import-archive.ts'
import { openLowdbStore } from '../../adapters/lowdb/lowdb-store.ts'
import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { createLedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import { addDays } from '../../domain/shared/time.ts'
import { anOperatorCustomer, aPerson, operatorsOf, policy } from '../domain/receivables/an-import.ts'

const limits = { seconds: 10, megabytes: 500 }
const invoices = 100_000
const customers = 20_000
const now = () => '2026-03-31T10:00:00.000Z' as const

const [folder] = process.argv.slice(2)
if (folder === undefined) runApart()
else await measure(folder)

function runApart(): void {
  const fresh = mkdtempSync(join(tmpdir(), 'partner-desk-bench-'))
  try {
    for (const day of [0, 1]) {
      writeFileSync(join(fresh, 'open.csv'), csv(day))
      console.log(day === 0 ? 'The first import' : "The next day's import")
      const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, fresh], {
        stdio: 'inherit',
      })
      if (status !== 0) process.exitCode = 1
    }
  } finally {
    rmSync(fresh, { recursive: true })
  }
}

/** Each day a twentieth of the invoices is paid and as many are new. */
function csv(day: number): string {
  const header =
    'Customer No,Customer,Domain,Invoice No,Invoice Date,Due Date,Amount,Open Balance,Currency,Description,Subscription ID'
  const rows = Array.from({ length: invoices }, (_, at) => {
    const number = at + (day * invoices) / 20
    const customer = number % customers
    const due = addDays('2026-03-31', 30 - (number % 120))
    const thousands = String(number % 1000).padStart(3, '0')
    const amount = `"${1 + (number % 9)},${thousands}.${String(number % 100).padStart(2, '0')}"`
    return [
      `K${customer}`,
      `"Customer ${customer}, Ltd"`,
      `c${customer}.example`,
      `INV-${number}`,
      addDays(due, -30),
      due,
      amount,
      amount,
      number % 3 === 0 ? 'USD' : 'EUR',
      'Microsoft 365 E3',
      `11111111-0000-4000-8000-${String(number).padStart(12, '0')}`,
    ].join(',')
  })
  return ['Open invoices', 'As of 31 March 2026', '', header, ...rows, ''].join('\r\n')
}

async function measure(path: string): Promise<void> {
  let last = performance.now()
  const step = (name: string) => {
    const ms = performance.now() - last
    console.log(`  ${name.padEnd(22)} ${seconds(ms)}, at most ${megabytes().toFixed(0)} MB so far`)
    last += ms
  }
  const known = Array.from({ length: customers }, (_, at) => anOperatorCustomer(`c${at}`, { domain: `c${at}.example` }))
  const store = await openLowdbStore(join(path, 'data'), { now })
  const desk = createLedgerDesk({
    store,
    chats: { root: 'teams' },
    archive: await openFileImportArchive(join(path, 'data')),
    now,
    newId: () => 'id',
    policy: { ...policy, importGuard: { closedShare: 1, newlyDueShare: 1 } },
    operators: operatorsOf(known),
    endRequestsOf: async () => ({ save: [], remove: [], audit: [], orders: [] }),
  })
  const begun = last
  await desk.start()
  step('start')
  const understood = understandLedgerCsv(readFileSync(join(path, 'open.csv')), {
    scope: { kind: 'company', value: 'Nimbus' },
    complete: true,
  })
  if (understood.kind !== 'understood') throw new Error(JSON.stringify(understood).slice(0, 500))
  step('understand')
  const proposal = await desk.propose({ ...understood, file: 'open.csv' })
  if (!proposal.ok) throw new Error(JSON.stringify(proposal))
  step('plan')
  const committed = await desk.commit(proposal.value, 'mei', aPerson('mei', 'collector'))
  if (!committed.ok) throw new Error(JSON.stringify(committed).slice(0, 500))
  step('keep, commit and apply')
  await store.close()

  const { opened, closed, unchanged } = proposal.value.effect
  const total = performance.now() - begun
  console.log(
    `  ${opened} opened, ${closed} closed, ${unchanged} unchanged: ${seconds(total)}, ${megabytes().toFixed(0)} MB`,
  )
  if (total / 1000 > limits.seconds || megabytes() > limits.megabytes) process.exitCode = 1
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

/** The most this process ever held, as the system counts it. */
function megabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6
}
