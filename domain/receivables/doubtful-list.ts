import type { UnderstoodLedger } from './understanding.ts'

/** Whether a list that closes what it does not show may lack rows: a total of its own says something else, or nothing. */
export function isDoubtful({ complete, notes }: Pick<UnderstoodLedger, 'complete' | 'notes'>): boolean {
  return complete && notes.some(({ code }) => code === 'total-differs' || code === 'total-not-compared')
}
