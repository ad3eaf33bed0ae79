import { z } from 'zod'
import { isMatched, type MatchedCustomer } from '../../domain/customers/customer.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { caseCard } from '../case-card.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { notNow, orNotNow } from '../phrases/not-now.ts'
import { textField } from '../phrases/text-field.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import type { Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { wordFor, wordIn } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { alertRefusalLine, mayNotAlert } from './alert-refusals.ts'

const draft = z.object({
  /** As it was said last; a customer's id once somebody picked. */
  who: z.string().nullable(),
  suspicion: z.enum(['fraud', 'misuse']),
  /** What was seen, in the person's own words. */
  text: z.string().nullable(),
  /** The form was sent without it. */
  lacking: z.boolean().default(false),
  /** How long a text was of which nothing was kept; null when all was. */
  tooLong: z.number().nullable().default(null),
})

type ReportDraft = z.infer<typeof draft>

interface Complete {
  readonly customer: MatchedCustomer
  readonly suspicion: 'fraud' | 'misuse'
  readonly text: string
}

/** A person raises an alert: about whom, and what they saw. */
export const reportAlert: Script<ReportDraft, Complete> = {
  name: 'report-alert',
  draft,

  async next(filled, talk) {
    if (!mayAsk(talk.by.roles, 'report alert')) return { stop: said(mayNotAlert('report alert', talk.words)) }
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, talk.words) }
    const { customer } = meant
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    const { suspicion, text } = filled
    return text === null ? { ask: reportForm(filled, customer.name, talk) } : { ready: { customer, suspicion, text } }
  },

  async hear(filled, answer, talk) {
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid(answer, talk) }
    const sends = wordIn<string>(talk.grammars, 'answers', answer.text.trim()) !== null
    const written = (answer.inputs['text'] ?? (sends ? '' : answer.text)).trim()
    return withText({ ...filled, lacking: written === '' }, written === '' ? null : written)
  },

  async finish({ customer, suspicion, text }, talk) {
    const { desk, by, speaker } = talk
    const told = { suspicion, text, lane: customer.lane }
    const outcome = await desk.alerts.report(customer.id, told, by, speaker.place)
    if (!outcome.ok) return said(alertRefusalLine('report alert')(outcome.refusal, talk), { tone: 'warning' })
    const found = await desk.cards.read(outcome.value.id)
    return found ? caseCard(found, forReaders(talk)) : said(talk.words.say('refusal.not-found'))
  },
}

/** The conversation as it begins. */
export function blankReport(who: string | null, suspicion: 'fraud' | 'misuse', text: string | null): ReportDraft {
  return withText({ who, suspicion, text: null, lacking: false, tooLong: null }, text)
}

/** A part of a longer text would read as the whole. */
function withText(filled: ReportDraft, text: string | null): ReportDraft {
  const fits = text === null || text.length <= mostCharacters.words
  return fits ? { ...filled, text, tooLong: null } : { ...filled, text: null, tooLong: text.length }
}

function reportForm({ suspicion, lacking, tooLong }: ReportDraft, name: string, { words }: Talk): Reply {
  return {
    title: words.say(`alert.report.${suspicion}`, { name }),
    parts: [
      ...tooLongLine(tooLong, mostCharacters.words, 'text', words),
      ...(lacking && tooLong === null
        ? [line(words.say('alert.report.needed'), { tone: 'warning', about: 'text' })]
        : []),
      ...textField('text', words.say('alert.report.text'), null, true),
    ],
    buttons: [
      { label: words.say('button.report'), tone: 'good', says: wordFor(words.grammar, 'answers', 'ask') },
      notNow(words),
    ],
  }
}
