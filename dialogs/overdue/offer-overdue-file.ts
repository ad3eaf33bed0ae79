import { makeFile, offered } from '../make-file.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import type { FileWanted } from '../vocabulary/file.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { sentenceOf } from './filter-sentence.ts'

/** `overdue … as csv`: the whole list, not a page of it, as a file for spreadsheets. */
export async function offerOverdueFile(
  { filters }: Extract<Intent, { verb: 'overdue-csv' }>,
  talk: Talk,
): Promise<Reply> {
  const { words } = talk
  const wanted: FileWanted = { file: 'overdue', filters }
  const outcome = await makeFile(wanted, talk)
  if ('refused' in outcome) return outcome.refused
  const filtered = sentenceOf(filters, words)
  return {
    title: words.say('overdue.csv'),
    parts: [
      ...(filtered === null ? [] : [line(filtered)]),
      line(words.say('overdue.csv-how'), { weight: 'quiet' }),
      line(words.say('overdue.csv-console'), { weight: 'quiet' }),
    ],
    files: [offered(wanted, outcome.made, talk)],
  }
}
