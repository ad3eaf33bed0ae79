import { randomUUID } from 'node:crypto'
import { openBusinessCentralBooks } from '../../../adapters/business-central/business-central-books.ts'
import type { BusinessCentralConfig, BusinessCentralDeps } from '../../../adapters/business-central/settings.ts'
import {
  startBusinessCentralSimulator,
  type SimulatedBooks,
} from '../../../adapters/simulators/business-central-simulator.ts'
import type { BooksSeed } from '../../../adapters/simulators/business-central/seed.ts'
import type { BooksSwitchChange } from '../../../adapters/simulators/business-central/switches.ts'
import type { LedgerSource } from '../../../domain/ports/ledger-source.ts'
import type { Instant } from '../../../domain/shared/time.ts'

const running: SimulatedBooks[] = []

export interface BooksAt {
  readonly source: LedgerSource
  readonly simulator: SimulatedBooks
  /** How long was waited between tries, in ms. */
  readonly slept: readonly number[]
  /** Moves the clock of both. */
  readonly turnTo: (at: Instant) => void
}

export const company = { id: 'c0000000-0000-4000-8000-000000000001', name: 'NIMBUS', displayName: 'Nimbus GmbH' }

/** Simulated books of Nimbus on 31 March 2026 around noon, and a source that reads them. */
export async function someBooks(
  seed: Partial<BooksSeed> = {},
  switches: BooksSwitchChange = {},
  over: Partial<BusinessCentralConfig> & Partial<BusinessCentralDeps> = {},
): Promise<BooksAt> {
  let at: Instant = '2026-03-31T10:00:00.000Z'
  const now = () => at
  const simulator = await startBusinessCentralSimulator({
    seed: { company, ...seed },
    switches,
    now,
    newId: randomUUID,
    onFailure: ({ cause }) => {
      throw cause
    },
  })
  running.push(simulator)
  const slept: number[] = []
  const sleep = async (ms: number) => void slept.push(ms)
  const source = openBusinessCentralBooks(
    { ...simulator.connection, company: null, ...over },
    { fetch, now, timeZone: 'UTC', sleep, pageSize: 3, ...over },
  )
  return { source, simulator, slept, turnTo: (next) => (at = next) }
}

/** Ends what {@link someBooks} started. */
export async function stopBooks(): Promise<void> {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()))
}
