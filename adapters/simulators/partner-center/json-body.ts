import type { ApiCall } from './serve.ts'
import { OperatorRefusal } from './wire-answer.ts'

/** The body's fields; keys come in camelCase or PascalCase (facts/partner-center 4.2). Throws the operator's refusal. */
export function bodyOf(call: ApiCall): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(call.body.toString())
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return lowerFirst(body)
  } catch {
    // Answered below, like a body that is JSON but no object.
  }
  throw new OperatorRefusal(400, 800002, 'The body is malformed.')
}

/** The same with the first letter of every key lower. */
export function lowerFirst(body: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  )
}
