/** A value that nobody can change any more, with its JSON kept, so that it is never turned into text twice. */
export interface Kept<Value> {
  readonly value: Value
  readonly text: string
}

/** Copies a value through JSON: whoever handed it in may go on changing theirs. */
export function keep<Value>(live: Value): Kept<Value> {
  const text = JSON.stringify(live)
  return { text, value: deepFrozen(JSON.parse(text) as Value) }
}

/** Keeps a value that came out of `JSON.parse` and that nobody else holds. */
export function keepParsed<Value>(own: Value): Kept<Value> {
  return { text: JSON.stringify(own), value: deepFrozen(own) }
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
