import { dayAt } from '../../domain/shared/time.ts'
import type { FileOutcome } from '../file-outcome.ts'
import type { Talk } from '../talk.ts'
import { namePart, type FileWanted } from '../vocabulary/file.ts'
import { said } from '../vocabulary/reply.ts'
import { documentHtml } from './dossier-html.ts'
import { documentMarkdown } from './dossier-markdown.ts'
import { dossierDocument } from './dossier-words.ts'

const forms = {
  html: { ending: 'html', mediaType: 'text/html', write: documentHtml },
  markdown: { ending: 'md', mediaType: 'text/markdown', write: documentMarkdown },
} as const

/** A customer's dossier for the operator's refund after fraud, dated, in the language of whoever takes it. */
export async function dossierFile(
  { customer, as }: Extract<FileWanted, { file: 'dossier' }>,
  talk: Talk,
): Promise<FileOutcome> {
  const { words, desk, zone } = talk
  // It is not for whoever happens to read a channel.
  if (talk.shared) return { refused: said(words.say('dossier.shared'), { tone: 'warning' }) }
  const dossier = await desk.dossiers.of(customer)
  if (dossier === null) return { refused: said(words.say('refusal.unknown-customer')) }
  const { ending, mediaType, write } = forms[as]
  const day = dayAt(dossier.writtenAt, zone)
  const name = `fraud-dossier-${namePart(dossier.customer.name)}-${day}.${ending}`
  return { made: { name, mediaType, bytes: new TextEncoder().encode(write(dossierDocument(dossier, talk))) } }
}
