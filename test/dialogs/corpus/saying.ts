import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const sum = z.union([
  z.strictObject({ minor: z.number().int(), currency: z.string() }),
  /** Without a currency. */
  z.strictObject({ number: z.string() }),
  /** It is asked about. */
  z.literal('unclear'),
])

/** What a saying means: a verb of the desk and its slots, resolved; a slot that is left out is empty. */
const meaning = z
  .object({
    verb: z.string(),
    /** One: exactly that one is found. Several, or one in a list: a picker that has all of them. */
    customer: z.union([z.string(), z.array(z.string()).min(1)]),
    /** ISO days; in a list, any of them will do. */
    day: z.union([z.iso.date(), z.literal('unclear'), z.array(z.iso.date()).min(1)]),
    sum: z.union([sum, z.array(sum).min(1)]),
    above: sum,
    overDays: z.number(),
    fromDays: z.number(),
    lane: z.enum(['global', 'us-government', 'china']),
    mine: z.literal(true),
    page: z.number(),
    count: z.number(),
    every: z.enum(['week', 'month']),
    /** Words that are passed on; what else is said around them may belong to them. */
    text: z.string(),
    reason: z.string(),
    person: z.string(),
    role: z.string(),
    change: z.string(),
    case: z.string(),
    kind: z.string(),
    way: z.string(),
    invoice: z.string(),
    topic: z.string(),
    to: z.string(),
    severity: z.string(),
    time: z.string(),
    zone: z.string(),
    tongue: z.string(),
    email: z.string(),
    code: z.string(),
    suspicion: z.string(),
    handedIn: z.literal(true),
  })
  .partial()
  .required({ verb: true })
  .strict()

export type Meaning = z.infer<typeof meaning>

const saying = z.strictObject({
  said: z.string(),
  /** Null: nothing is done. Several: any of them will do. */
  means: z.union([meaning, z.array(meaning).min(1), z.null()]),
  /** True: it is asked back, with this first among the choices. `maybe`: that, or it is understood. */
  asks: z.union([z.literal(true), z.literal('maybe')]).optional(),
})

export type Saying = z.infer<typeof saying>

/** The sayings of a language's folder that a file of it holds; none where there is no such file. */
export async function sayingsOf(folder: string, file: 'tuned' | 'held-back'): Promise<readonly Saying[]> {
  try {
    const read = await readFile(new URL(`${folder}/${file}.json`, import.meta.url), 'utf8')
    return z.array(saying).parse(JSON.parse(read))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}
