import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** One line of the doctor. */
export interface Finding {
  readonly state: 'ok' | 'look' | 'wrong'
  readonly line: string
}

export const ok = (line: string): Finding => ({ state: 'ok', line })
export const look = (line: string): Finding => ({ state: 'look', line })
export const wrong = (line: string): Finding => ({ state: 'wrong', line })

/** What went wrong outside, as far as everybody may read it: `unreachable, 503`. */
export function saidBy({ facts: { kind, status, code, correlationId } }: OutsideFault): string {
  return [kind, status, code, correlationId].filter((each) => each !== undefined).join(', ')
}
