import type { Customer } from '../../domain/customers/customer.ts'
import type { HandInRefusal } from '../../domain/fraud/dossier/handed-in.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { makeFile, offered } from '../make-file.ts'
import type { FileWanted } from '../vocabulary/file.ts'
import { documentMarkdown } from './dossier-markdown.ts'
import { chanceLine, dossierDocument } from './dossier-words.ts'

/**
 * Whether a customer's one refund after fraud can still be asked for, and the dossier as two files and as text to copy; or
 * a note that it was handed in. A bot cannot give a file everywhere in either chat, so the console writes it as well.
 */
export async function showDossier({ who, handedIn }: Extract<Intent, { verb: 'dossier' }>, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const verb = handedIn ? 'dossier-handed-in' : 'dossier'
  const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, verb, { customer: id }))
  if (meant.kind === 'ask') return meant.reply
  if (handedIn) return noteHandedIn(meant.customer, talk)
  // It is not for whoever happens to read a channel.
  if (talk.shared) return said(words.say('dossier.shared'), { tone: 'warning' })
  const dossier = await desk.dossiers.of(meant.customer.id)
  if (dossier === null) return said(words.say('refusal.unknown-customer'))
  const document = dossierDocument(dossier, talk)
  const says = phrase(words.grammar, 'dossier-handed-in', { customer: meant.customer.id })
  const { code } = dossier.chance
  const files = await Promise.all((['html', 'markdown'] as const).map((as) => asFile(meant.customer, as, talk)))
  return {
    title: document.title,
    parts: [
      line(chanceLine(dossier.chance, talk), { weight: 'strong' }),
      line(words.say('dossier.file', { customer: meant.customer.id })),
      { kind: 'copyable', text: documentMarkdown(document) },
    ],
    files: files.flat(),
    buttons: code === 'open' || code === 'too-late' ? [{ label: words.say('button.dossier-handed-in'), says }] : [],
  }
}

async function asFile({ id }: Customer, as: 'html' | 'markdown', talk: Talk) {
  const wanted: FileWanted = { file: 'dossier', customer: id, as }
  const outcome = await makeFile(wanted, talk)
  return 'made' in outcome ? [offered(wanted, outcome.made, talk)] : []
}

async function noteHandedIn(customer: Customer, talk: Talk): Promise<Reply> {
  const outcome = await talk.desk.dossiers.handIn(customer.id, talk.by)
  return outcome.ok
    ? said(talk.words.say('dossier.handed-in', { name: customer.name }), { tone: 'good' })
    : said(refusalLine(outcome.refusal, talk), { tone: 'warning' })
}

function refusalLine(refusal: HandInRefusal, { words, nameOf }: Talk): string {
  switch (refusal.code) {
    case 'handed-in-before':
      return words.say('dossier.handed-in-before', {
        name: nameOf(refusal.handedIn.by),
        at: words.moment(refusal.handedIn.at),
      })
    case 'not-offered':
      return words.say('dossier.chance.not-offered')
    case 'unknown-customer':
    case 'not-allowed':
      return words.say(`refusal.${refusal.code}`)
  }
}
