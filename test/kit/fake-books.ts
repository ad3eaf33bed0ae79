import type { LedgerSource, PulledLedger } from '../../domain/ports/ledger-source.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** Books that show what they are given, fail when told to, and answer late when held. */
export interface FakeBooks extends LedgerSource {
  show(ledger: PulledLedger): void
  /** What becomes of the next readings, one each. */
  spoil(...faults: readonly OutsideFault[]): void
  /** How many of them will still fail. */
  readonly spoilt: number
  /** From now on they succeed. */
  clear(): void
  /** No reading ends before the answer is called. */
  hold(): () => void
  readonly readings: number
  /** Under which name the desk said, at the last reading, that it has these books. */
  readonly knownAs: string | null
}

export function fakeBooks(first: PulledLedger): FakeBooks {
  let shown = first
  let readings = 0
  let known: string | null = null
  let held: Promise<void> = Promise.resolve()
  const faults: OutsideFault[] = []
  return {
    name: 'business-central',
    title: 'Business Central',
    settings: 'BUSINESS_CENTRAL',
    show: (ledger) => void (shown = ledger),
    spoil: (...more) => void faults.push(...more),
    get spoilt() {
      return faults.length
    },
    clear: () => void faults.splice(0),
    hold() {
      let letGo = (): void => undefined
      held = new Promise((resolve) => (letGo = resolve))
      return letGo
    },
    get readings() {
      return readings
    },
    get knownAs() {
      return known
    },
    async pull(knownAs) {
      readings += 1
      known = knownAs?.(shown.books ?? '') ?? null
      await held
      const fault = faults.shift()
      if (fault) throw fault
      return shown
    },
    look: async () => ({ company: shown.scope.value, currency: 'EUR', keptFromUs: [] }),
  }
}
