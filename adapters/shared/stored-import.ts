import { z } from 'zod'
import type { LedgerAccount } from '../../domain/customers/customer.ts'
import type {
  ClosedDocument,
  ImportedMatch,
  ImportEffect,
  ImportRecord,
  ImportScope,
  LedgerImport,
} from '../../domain/receivables/ledger-import.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import type { PullNote } from '../../domain/receivables/pull-note.ts'
import { day, exactly, instant, lane, listOf, match, money } from './stored-values.ts'

export const storedScope = exactly<ImportScope>()(
  z.object({ kind: z.enum(['company', 'lane', 'country']), value: z.string() }),
)

export const storedAccount = exactly<LedgerAccount>()(
  z.object({
    key: z.string(),
    number: z.string(),
    name: z.string(),
    domain: z.string().nullable(),
    tenantId: z.string().nullable(),
    country: z.string().nullable(),
    email: z.string().exactOptional(),
    emailFrom: z.string().exactOptional(),
    owner: z.string().exactOptional(),
  }),
)

const item = {
  account: z.string(),
  number: z.string(),
  open: money,
  company: z.string().nullable(),
  lane: lane.nullable(),
  country: z.string().nullable(),
  // Only sums by age have it, and an older desk read none.
  summary: z.literal(true).exactOptional(),
}

export const storedItem = exactly<OpenItem>()(
  z.discriminatedUnion('kind', [
    z.object({
      ...item,
      kind: z.literal('invoice'),
      issued: day.nullable(),
      due: day,
      lines: listOf(z.object({ text: z.string(), amount: money, subscription: z.string().nullable() })),
    }),
    z.object({ ...item, kind: z.enum(['credit', 'payment']), date: day.nullable() }),
  ]),
)

/** A document that a complete list must not close, since its row could not be read. */
export const storedKept = exactly<LedgerImport['kept'][number]>()(
  z.object({ account: z.string(), number: z.string().nullable() }),
)

export const storedImportedMatch = exactly<ImportedMatch>()(match.extend({ provenBy: z.string().exactOptional() }))

export const storedClosed = exactly<ClosedDocument>()(
  z.object({ account: z.string(), number: z.string(), kind: z.enum(['invoice', 'credit']).nullable() }),
)

const effect = exactly<ImportEffect>()(
  z.object({
    opened: z.number(),
    changed: z.number(),
    closed: z.number(),
    unchanged: z.number(),
    totals: listOf(z.object({ currency: z.string(), minor: z.number(), items: z.number() })),
    customers: z.number(),
    unmatched: listOf(z.object({ account: z.string(), name: z.string() })),
    unmatchedCount: z.number(),
    newlyDue: z.number(),
    rematched: listOf(z.object({ account: z.string(), from: z.string(), to: z.string() })),
    // An older desk read no such column.
    owners: z
      .object({
        assigned: z.number(),
        leftAlone: z.number(),
        disputed: z.number(),
        unknown: listOf(z.string()),
        unknownCount: z.number(),
      })
      .exactOptional(),
    guard: listOf(z.enum(['many-closed', 'many-newly-due'])),
  }),
)

const note = exactly<PullNote>()(
  z.discriminatedUnion('code', [
    z.object({ code: z.enum(['sums-agree', 'books-say-more-of', 'credits-by-difference']), accounts: z.number() }),
    z.object({
      code: z.literal('books-say-more'),
      account: z.string(),
      name: z.string(),
      currency: z.string(),
      stated: z.number(),
      ours: z.number(),
    }),
    z.object({
      code: z.literal('sums-not-compared'),
      accounts: z.number(),
      why: z.enum(['currencies', 'not-readable']),
    }),
    z.object({ code: z.literal('renamed'), was: z.string(), name: z.string() }),
    z.object({ code: z.literal('addresses-left-out'), accounts: z.number(), numbers: listOf(z.string()) }),
    z.object({ code: z.enum(['credits-in-full', 'billed-to-another']), documents: z.number() }),
    z.object({
      code: z.literal('left-out'),
      reason: z.enum(['no-due-date', 'no-customer', 'unknown-currency', 'unreadable-amount']),
      documents: z.number(),
      numbers: listOf(z.string()),
    }),
  ]),
)

const counting = { confirmedBy: z.string().nullable(), activeAt: instant, readAgain: day.exactOptional() }

const understood = z.object({
  id: z.string(),
  file: z.string(),
  sha256: z.string(),
  scope: storedScope,
  complete: z.boolean(),
  asOf: day,
  rows: z.number(),
  effect,
  by: z.string(),
  staff: z.string().nullable(),
  at: instant,
  // Imports of an older desk were all brought by people.
  pulled: z.object({ source: z.string(), notes: listOf(note), books: z.string().exactOptional() }).exactOptional(),
})

export const storedImportRecord = exactly<ImportRecord>()(
  z.discriminatedUnion('status', [
    understood.extend({ status: z.literal('pending') }),
    understood.extend({ status: z.literal('active'), ...counting }),
    understood.extend({
      status: z.literal('undo-asked'),
      ...counting,
      undo: z.object({ by: z.string(), staff: z.string(), at: instant, effect }),
    }),
    understood.extend({ status: z.literal('expired'), endedAt: instant }),
    understood.extend({ status: z.literal('rejected'), rejectedBy: z.string(), endedAt: instant }),
    understood.extend({
      status: z.literal('undone'),
      undoneBy: z.string(),
      endedAt: instant,
      activeAt: instant.exactOptional(),
    }),
  ]),
)
