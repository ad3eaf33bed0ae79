/** What a rule answers: yes with the next state, or no with a reason a person can act on. */
export type Outcome<Granted, Refusal> =
  { readonly ok: true; readonly value: Granted } | { readonly ok: false; readonly refusal: Refusal }

export function granted<Granted>(value: Granted): { readonly ok: true; readonly value: Granted } {
  return { ok: true, value }
}

export function refused<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}

/** Put in the default branch of a switch over a closed union: a new member then fails to compile. */
export function never(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`)
}
