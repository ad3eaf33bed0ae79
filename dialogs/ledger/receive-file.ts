import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { isUnreadable, type LedgerCsvOptions } from '../../domain/receivables/understanding.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { quoted } from '../phrases/quoted.ts'
import { whyNotOurs } from '../staff/belongs.ts'
import type { Talk } from '../talk.ts'
import { largestFile, tooLarge, type Heard } from '../vocabulary/heard.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { unusableLine } from './unusable-line.ts'
import { blankImport, mayNotSend, type ImportLedgerDraft } from './import-ledger.ts'

/** A file on the shelf with the draft that asks about it, or why it was not taken. */
type Received = { readonly draft: ImportLedgerDraft } | { readonly say: Reply }

/** As the console takes them; what is inside is judged by reading it. */
const listInText = /\.(csv|tsv|txt)$/i

/** Whatever part of the books a list speaks for, it can be read or not. */
const anyScope: LedgerCsvOptions = { scope: { kind: 'company', value: 'any' }, complete: false }

/** Takes in a list that somebody sent. Nothing is fetched for a person who may not import, or of what is no list. */
export async function receiveFile(
  { file, others = 0 }: Extract<Heard, { kind: 'file' }>,
  talk: Talk,
): Promise<Received> {
  const { by, words, shared, uploads, understandLedger } = talk
  const name = quoted(file.name)
  const most = largestFile / 1024 / 1024
  const no = (text: string): Received => ({ say: said(text, { tone: 'warning' }) })
  if (!mayAsk(by.roles, 'import ledger')) return no(mayNotSend(words))
  const notOurs = await whyNotOurs('ledger-import.commit', talk)
  if (notOurs !== null) return no(notOurs)
  // What is asked about it names customers and documents.
  if (shared) return no(words.say('file.one-to-one', { file: name }))
  if (others > 0) return no(words.say('file.one-at-a-time'))
  if (!listInText.test(file.name)) return no(words.say('file.not-a-list', { file: name }))
  if (file.size !== null && file.size > largestFile) return no(words.say('file.too-large', { file: name, most }))
  try {
    const bytes = await file.read()
    const list = understandLedger(bytes, anyScope)
    // What nobody can read is told before anything is asked.
    if (list.kind === 'refused' && isUnreadable(list.reason)) return no(unusableLine(list.reason, words))
    return { draft: blankImport(await uploads.put(bytes), name) }
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const isTooLarge = fault.facts.code === tooLarge
    return no(
      isTooLarge ? words.say('file.too-large', { file: name, most }) : words.say('file.not-fetched', { file: name }),
    )
  }
}
