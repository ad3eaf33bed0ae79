import type { DeskStore, Stored } from '../ports/desk-store.ts'
import type { ImportArchive } from '../ports/import-archive.ts'
import { addDays, dayAt, type Day, type TimeZone } from '../shared/time.ts'
import { isActive, type ActiveRecord } from './active-imports.ts'
import { applyImport, inForce } from './apply-import.ts'
import { keptFrom, knownAlready } from './known-already.ts'
import { emptyLedger, type Ledger } from './ledger.ts'

/** What the ledger said at the end of a day. */
export interface LedgerOfDay {
  readonly day: Day
  readonly ledger: Ledger
}

/**
 * The ledger day by day, both ends included, by the imports that still count and when each came to; days before the
 * first of them are left out, and those to come are like the last. One import is read at a time.
 */
export async function* pastLedgers(
  { store, archive }: { readonly store: DeskStore; readonly archive: ImportArchive },
  { from, to, zone }: { readonly from: Day; readonly to: Day; readonly zone: TimeZone },
): AsyncGenerator<LedgerOfDay> {
  const records = (await store.list('ledger-import'))
    .filter((stored): stored is Stored<ActiveRecord> => isActive(stored.value))
    .sort((a, b) => (a.value.activeAt < b.value.activeAt ? -1 : 1))
  const cameOn = ({ value }: Stored<ActiveRecord>) => dayAt(value.activeAt, zone)
  const load = ({ id, value }: Stored<ActiveRecord>) => archive.load(id, value.sha256)

  const before = await Promise.all(records.filter((record) => cameOn(record) < from).map(load))
  let ledger: Ledger = inForce(before).reduce(applyImport, emptyLedger)
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const record of records.filter((each) => cameOn(each) === day)) {
      const imported = knownAlready(await load(record), ledger)
      ledger = keptFrom(ledger, applyImport(ledger, imported))
    }
    if (ledger.asOf !== null) yield { day, ledger }
  }
}
