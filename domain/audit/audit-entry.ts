import type { Lane } from '../customers/lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Who did it: a person's StaffId, `console:<user>` for somebody at the machine, or `desk` by itself. */
export type Actor = string

/** What a commit says happened. `what` is `subject.past-participle`. */
export interface AuditDraft {
  readonly at: Instant
  readonly by: Actor
  readonly what: string
  /** The case or record it happened to. */
  readonly about: string
  readonly customer?: CustomerId
  readonly lane?: Lane
  /** Facts needed to understand the decision later. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** One link of the chain: written in the same commit as what it tells of, never edited. */
export interface AuditEntry extends AuditDraft {
  /** From 1, without gaps. */
  readonly seq: number
  /** Hash of the entry before; sixty-four zeros before the first. */
  readonly prev: string
  readonly hash: string
}

/** Hex SHA-256 of a text; handed in, since the domain has no packages. */
export type Sha256 = (text: string) => string

/** What stands before the first entry. */
export const chainStart = '0'.repeat(64)

/** The entry that follows `last`. */
export function chained(last: Pick<AuditEntry, 'seq' | 'hash'> | null, draft: AuditDraft, sha256: Sha256): AuditEntry {
  const link = { ...draft, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? chainStart }
  return { ...link, hash: sha256(canonical(link)) }
}

/** What is wrong with a chain, and where it starts. */
interface BrokenLink {
  readonly seq: number
  readonly fault: 'missing' | 'changed' | 'not-chained'
}

/** Walks a chain from its first entry; null when every link holds. */
export async function verifyChain(
  entries: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  sha256: Sha256,
): Promise<{ readonly entries: number; readonly head: string; readonly broken: BrokenLink | null }> {
  let seq = 0
  let head = chainStart
  for await (const entry of entries) {
    if (entry.seq > seq + 1) return { entries: seq, head, broken: { seq: seq + 1, fault: 'missing' } }
    const { hash, ...link } = entry
    if (entry.seq <= seq || entry.prev !== head)
      return { entries: seq, head, broken: { seq: entry.seq, fault: 'not-chained' } }
    if (sha256(canonical(link)) !== hash) return { entries: seq, head, broken: { seq: entry.seq, fault: 'changed' } }
    seq = entry.seq
    head = hash
  }
  return { entries: seq, head, broken: null }
}

/** JSON with sorted keys, so that a store which reorders them changes no hash. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
