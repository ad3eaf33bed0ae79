import { z } from 'zod'
import { tooMany } from './throttle.ts'
import { errorAnswer, type WireAnswer } from './wire-answer.ts'

/** Trouble for the next calls that match. Plain data, so that another process can ask for it. */
export const faultSchema = z.strictObject({
  /** Only calls of this method, and whose path and query contain this text. */
  method: z.string().optional(),
  path: z.string().optional(),
  /** How many calls; one where left out. */
  times: z.number().int().positive().default(1),
  /** Whether the trouble comes before the call is carried out, or after: "answer lost". */
  when: z.enum(['before', 'after']).default('before'),
  /** Real milliseconds to hold the call back at that point. */
  delayMs: z.number().nonnegative().default(0),
  then: z
    .discriminatedUnion('kind', [
      /** After the delay all is well. */
      z.strictObject({ kind: z.literal('go-on') }),
      /** The connection breaks. */
      z.strictObject({ kind: z.literal('drop') }),
      /** No answer ever comes. */
      z.strictObject({ kind: z.literal('hang') }),
      /** An error in one of the three shapes of facts/partner-center 4.5. */
      z.strictObject({
        kind: z.literal('error'),
        status: z.number().int(),
        shape: z.enum(['A', 'B', 'C']).default('A'),
        code: z.union([z.string(), z.number()]).default(0),
        text: z.string().default('As asked for.'),
      }),
      z.strictObject({ kind: z.literal('throttle'), retryAfterSeconds: z.number().int().positive() }),
      /** Anything: text goes out as it is. */
      z.strictObject({
        kind: z.literal('answer'),
        status: z.number().int(),
        body: z.unknown().optional(),
        headers: z.record(z.string(), z.string()).default({}),
      }),
    ])
    .default({ kind: 'go-on' }),
})
export type FaultOrder = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>

export interface Faults {
  add(order: FaultOrder): void
  clear(): void
  /** The trouble this call is in, if any; that call is then spent. */
  take(method: string, path: string): Fault | null
}

export function openFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    add(order) {
      const fault = faultSchema.parse(order)
      waiting.push({ fault, left: fault.times })
    },
    clear: () => void waiting.splice(0),
    take(method, path) {
      const index = waiting.findIndex(
        ({ fault }) => (fault.method ?? method) === method && path.includes(fault.path ?? ''),
      )
      const found = waiting[index]
      if (found === undefined) return null
      found.left -= 1
      if (found.left === 0) waiting.splice(index, 1)
      return found.fault
    },
  }
}

/** What the trouble says, where it says anything. */
export function answerOf({ then }: Fault): WireAnswer | 'drop' | 'hang' | null {
  switch (then.kind) {
    case 'go-on':
      return null
    case 'drop':
    case 'hang':
      return then.kind
    case 'error':
      return errorAnswer(then.shape, then.status, then.code, then.text)
    case 'throttle':
      return tooMany(then.retryAfterSeconds)
    case 'answer':
      return { status: then.status, headers: then.headers, body: then.body }
  }
}
