import { parse } from 'yaml'
import { z } from 'zod'
import { asDay, type Day } from '../../domain/shared/time.ts'

const day = z.custom<Day>((text) => typeof text === 'string' && asDay(text) !== null, 'is no day such as 2026-12-24')
const overridesFile = z.record(
  z.string().regex(/^[A-Z]{2}$/, 'is no country code such as DE'),
  z.strictObject({ add: z.array(day).optional(), remove: z.array(day).optional() }),
)

/** Days that count as holidays beside what is known of a country, and days that do not. */
export type Overrides = Readonly<Record<string, { readonly add?: readonly Day[]; readonly remove?: readonly Day[] }>>

/** Reads `DE: { add: [2026-12-24], remove: [] }`; throws with a sentence that names every fault. */
export function readOverrides(text: string, file: string): Overrides {
  let value: unknown
  try {
    value = parse(text) ?? {}
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new Error(`${file} is no usable list of holidays: ${why}`, { cause: fault })
  }
  const parsed = overridesFile.safeParse(value)
  if (parsed.success) {
    return Object.fromEntries(
      Object.entries(parsed.data).map(([code, { add = [], remove = [] }]) => [code, { add, remove }]),
    )
  }
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.map(String).join(' › ')} ${message}`)
  throw new Error(`${file} is no usable list of holidays:\n${faults.join('\n')}`)
}
