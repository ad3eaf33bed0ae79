import { isQuiet, type DeskProcess } from './demo-desk.ts'
import { eventually } from './processes.ts'

const hour = 3_600_000
const patienceMs = 150_000

/**
 * Lets hours go by until something is so, however the days of the week fall; rejects where a fortnight does not bring
 * it. Gives back how many went by.
 */
export async function hoursUntil(desk: DeskProcess, isSo: () => boolean | Promise<boolean>): Promise<number> {
  for (let hours = 0; hours <= 14 * 24; hours += 4) {
    await eventually(() => isQuiet(desk), patienceMs)
    if (await isSo()) return hours
    await desk.advance(4 * hour)
  }
  throw new Error('it did not come to be within a fortnight')
}
