import { z } from 'zod'

/** What is wrong with the language files, each fault with its file and place, in plain words. */
export class FaultyCatalogues extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The languages cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'FaultyCatalogues'
    this.faults = faults
  }
}

/** Anything a parser throws, as one line for each fault. */
export function faultsOf(fault: unknown): readonly string[] {
  if (fault instanceof SyntaxError) return [`is no JSON: ${fault.message}`]
  if (fault instanceof z.ZodError)
    return fault.issues.map(({ path, message }) => `${path.map(String).join(' › ') || 'the file'}: ${message}`)
  return [fault instanceof Error ? fault.message : String(fault)]
}
