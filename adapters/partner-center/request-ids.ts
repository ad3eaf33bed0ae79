import { sha256 } from '../shared/sha256.ts'

/** Under which `MS-RequestId` an intent travels. */
export interface RequestIds {
  /** The intent's own id, until {@link refused}; then a follow-up derived from it, the same in every process. */
  of(intent: string): string
  /**
   * The operator understood the request and said no. It may give the same answer to the same id for ever
   * (facts/partner-center 4.1: "choose a new one after any answer"), and since nothing was carried out under this id,
   * the next try may safely carry another. What is forgotten here costs one more refusal, never a second act.
   */
  refused(intent: string): void
}

const remembered = 1000

/** Remembers refusals for as long as the process lives, those of the newest thousand intents. */
export function openRequestIds(): RequestIds {
  const refusals = new Map<string, number>()
  return {
    of(intent) {
      const count = refusals.get(intent)
      return count === undefined ? intent : followUp(intent, count)
    },
    refused(intent) {
      refusals.set(intent, (refusals.get(intent) ?? 0) + 1)
      const [oldest] = refusals.keys()
      if (refusals.size > remembered && oldest !== undefined) refusals.delete(oldest)
    },
  }
}

function followUp(intent: string, count: number): string {
  return derivedId(`${intent} refused ${count}`)
}

/** A GUID made from a text, the same in every process, in the layout of RFC 9562 version 8. */
export function derivedId(text: string): string {
  const hex = sha256(text)
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20, 32)]
  return `${a}-${b}-8${c}-${variant}${d}-${e}`
}
