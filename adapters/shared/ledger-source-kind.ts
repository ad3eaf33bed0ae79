import type { LedgerSource } from '../../domain/ports/ledger-source.ts'
import type { Clock, TimeZone } from '../../domain/shared/time.ts'

/** Opens the books that the settings name. Throws a sentence when an address cannot be used. Calls nobody yet. */
export type OpenLedgerSource = (deps: {
  readonly fetch: typeof fetch
  readonly now: Clock
  readonly timeZone: TimeZone
}) => LedgerSource

/** One kind of accounting that the desk can read by itself: its folder brings this, and the composition lists it. */
export interface LedgerSourceKind {
  /** All its settings by name, texts that may be missing; `.env.example` describes each. */
  readonly settings: readonly string[]
  /** Those among them that nobody sets for a try: with one of them the mode must be said. */
  readonly credentials: readonly string[]
  /** Null where none of its settings is there. Adds to `faults` what cannot be used, each in one sentence. */
  read(said: Readonly<Record<string, unknown>>, mode: 'demo' | 'live', faults: string[]): OpenLedgerSource | null
}
