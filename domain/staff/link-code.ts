/** Thirty-two signs of which no two are taken for each other (Crockford's): five bits each. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Forty bits: with five tries an hour nobody guesses one in the minutes it lives. */
export const codeLength = 8

/** Makes a fresh code of {@link codeLength} signs, each as likely as any other. Handed in, as chance always is. */
export type NewCode = () => string

/** A code as people type it: in any case, with or without dashes and spaces; null when it cannot be one. */
export function codeOf(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[-\s]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null
}

/** A code as people read it: `7KQ2-M9FD`. */
export function legible(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
