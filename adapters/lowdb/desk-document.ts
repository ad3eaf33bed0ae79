import { z } from 'zod'
import type { Kind } from '../../domain/ports/desk-store.ts'
import { storedAuditEntry, storedOutboxEntry } from '../shared/stored-entries.ts'
import { kinds, storedRecords } from '../shared/stored-records.ts'
import { Unreadable } from './damaged-file.ts'
import type { AnyStored, DeskState } from './desk-state.ts'
import { parseDocument, type Format } from './document-file.ts'
import { keepParsed, type Kept } from './kept.ts'

/** Raised when an older desk could no longer understand the file, or when this one needs more than it has. */
const schema = 1

const recordsOf = (kind: Kind) =>
  z.array(z.object({ id: z.string(), version: z.int().positive(), value: storedRecords[kind] })).optional()

// Strict where a part that is not known would be lost with the next write.
const document = z.strictObject({
  schema: z.literal(schema),
  records: z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, recordsOf(kind)]))),
  outbox: z.array(storedOutboxEntry),
  numbers: z.record(z.string(), z.int()),
  audit: z.array(storedAuditEntry),
})

/** The desk's one document: JSON, one line for each record and entry. */
export const deskDocument: Format<DeskState> = { print, parse }

function* print({ records, outbox, numbers, audit }: DeskState): Iterable<string> {
  yield `{"schema":${schema},"records":{`
  let first = true
  for (const [kind, ofKind] of records) {
    yield `${first ? '' : ','}\n${JSON.stringify(kind)}:[`
    yield* lines(ofKind.values())
    yield ']'
    first = false
  }
  yield '},\n"outbox":['
  yield* lines(outbox.values())
  yield `],\n"numbers":${JSON.stringify(Object.fromEntries(numbers))},\n"audit":[`
  yield* lines(audit)
  yield ']}\n'
}

function* lines(kept: Iterable<Kept<unknown>>): Iterable<string> {
  let before = '\n'
  for (const { text } of kept) {
    yield before
    yield text
    before = ',\n'
  }
}

function parse(text: string): DeskState {
  const { records, outbox, numbers, audit } = parseDocument(text, schema, document)
  const state: DeskState = {
    records: new Map(
      Object.entries(records).map(([kind, ofKind = []]) => [kind as Kind, byId(ofKind as readonly AnyStored[], kind)]),
    ),
    outbox: byId(outbox, 'outbox'),
    numbers: new Map(Object.entries(numbers)),
    audit: audit.map(keepParsed),
  }
  for (const [index, { seq }] of audit.entries())
    if (seq !== (audit[0]?.seq ?? 1) + index) throw new Unreadable('its audit entries have a gap')
  return state
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], what: string): Map<string, Kept<Item>> {
  const found = new Map(items.map((item) => [item.id, keepParsed(item)]))
  if (found.size < items.length) throw new Unreadable(`two of its ${what} entries share one id`)
  return found
}
