import type { z } from 'zod'
import { OutsideFault, unreadable } from '../../domain/shared/outside-fault.ts'
import type { Answer } from './exchange.ts'

/**
 * The body of a success, by its schema. A body that cannot be read leaves open whether anything was carried out, which
 * is what a fault of kind `unreachable` says.
 */
export function readAnswer<Schema extends z.ZodType>(
  service: string,
  schema: Schema,
  { status, text, correlationId }: Answer,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    const reference = correlationId === undefined ? {} : { correlationId }
    throw new OutsideFault({ service, kind: 'unreachable', status, code: unreadable, ...reference, cause })
  }
}

/** Null for what is no JSON. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
