import { z } from 'zod'
import type { Instant } from '../../domain/shared/time.ts'
import { instant } from '../shared/stored-values.ts'
import { parseDocument, type Format } from './document-file.ts'

const schema = 1

interface Conversation {
  readonly savedAt: Instant
  readonly eTag: string
  /** The item as JSON, without its eTag; every reader gets an object of its own. */
  readonly text: string
}

/** All conversations, never changed in place. */
export interface Conversations {
  /** Writes so far, from which eTags are made: none ever returns, not even after a restart. */
  readonly writes: number
  readonly entries: ReadonlyMap<string, Conversation>
}

export const noConversations: Conversations = { writes: 0, entries: new Map() }

interface ConversationWrite {
  readonly key: string
  readonly text: string
  /** The eTag that was read; `*` or nothing overwrites whatever is there. */
  readonly basedOn: string
}

/** The next conversations while they are made out of the ones that are believed. */
export class ConversationsDraft {
  readonly #believed: Conversations
  readonly #entries: Map<string, Conversation>
  #writes: number
  #changed = false

  constructor(believed: Conversations) {
    this.#believed = believed
    this.#entries = new Map(believed.entries)
    this.#writes = believed.writes
  }

  /** All or, where an eTag is no longer the entry's own, none. An entry that is gone can be written again. */
  write(changes: readonly ConversationWrite[], now: Instant): void {
    for (const { key, basedOn } of changes) {
      const there = this.#entries.get(key)
      if (there && basedOn !== '*' && basedOn !== '' && there.eTag !== basedOn)
        throw new Error(`conversation ${key} was written by somebody else: eTag conflict`)
    }
    for (const { key, text } of changes)
      this.#entries.set(key, { savedAt: now, eTag: String((this.#writes += 1)), text })
    this.#changed ||= changes.length > 0
  }

  delete(keys: readonly string[]): void {
    for (const key of keys) this.#changed = this.#entries.delete(key) || this.#changed
  }

  /** Without what was not written since `oldest`; the believed conversations themselves when nothing was changed. */
  end(oldest: Instant): Conversations {
    for (const [key, { savedAt }] of this.#entries) if (savedAt < oldest) this.delete([key])
    return this.#changed ? { writes: this.#writes, entries: this.#entries } : this.#believed
  }
}

const document = z.object({
  schema: z.literal(schema),
  writes: z.int().nonnegative(),
  entries: z.array(
    z.object({ key: z.string(), savedAt: instant, eTag: z.string(), item: z.record(z.string(), z.unknown()) }),
  ),
})

/** One JSON document, one line for each conversation. */
export const conversationsDocument: Format<Conversations> = {
  *print({ writes, entries }) {
    yield `{"schema":${schema},"writes":${writes},"entries":[`
    let before = '\n'
    for (const [key, { savedAt, eTag, text }] of entries) {
      yield `${before}{"key":${JSON.stringify(key)},"savedAt":"${savedAt}","eTag":"${eTag}","item":${text}}`
      before = ',\n'
    }
    yield ']}\n'
  },
  parse(text) {
    const { writes, entries } = parseDocument(text, schema, document)
    return {
      writes,
      entries: new Map(
        entries.map(({ key, savedAt, eTag, item }) => [key, { savedAt, eTag, text: JSON.stringify(item) }]),
      ),
    }
  },
}
