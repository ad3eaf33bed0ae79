import { pino } from 'pino'
import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { readConfig } from '../../bot/config.ts'
import { seatCast } from '../../bot/demo/cast.ts'
import { readCustomersOnce } from '../../bot/keep-customers-fresh.ts'
import { openDesk } from '../../bot/open-desk.ts'
import type { Operator } from '../kit/demo-desk.ts'
import { bigLedgerCsv } from './big-ledger.ts'

/** A data folder with the big ledger in force, as two people would have imported it. */
export async function fillStore(folder: string, operator: Operator): Promise<void> {
  const log = pino({ level: 'silent' })
  const open = await openDesk(readConfig({ DESK_MODE: 'demo', DESK_DATA: folder, ...operator.env }), { folder, log })
  try {
    const { desk, store, directory, now } = open
    await seatCast(store, now())
    await readCustomersOnce(directory, (lane) => desk.laneOf(lane) !== null, log)
    const { day } = await desk.book.today()
    const read = understandLedgerCsv(new TextEncoder().encode(bigLedgerCsv(day)), {
      scope: { kind: 'company', value: 'Demo Partner' },
      complete: true,
      asOf: day,
    })
    if (read.kind !== 'understood') throw new Error(`not understood: ${JSON.stringify(read)}`)
    const [mei, wang] = await Promise.all([desk.staff.byId('mei'), desk.staff.byId('wang')])
    const proposal = await desk.ledger.propose({ ...read, file: 'big.csv' })
    if (!mei || !wang || !proposal.ok) throw new Error('not proposed')
    const imported = await desk.ledger.commit(proposal.value, 'console:bench', mei)
    if (!imported.ok) throw new Error(imported.refusal.code)
    if (imported.value.status !== 'pending') return
    const confirmed = await desk.ledger.confirm({ case: imported.value.id, version: 1 }, wang)
    if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  } finally {
    await open.close()
  }
}
