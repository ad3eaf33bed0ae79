import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import { ticketTopics, type ServiceRequest, type TicketBasis } from '../../domain/service-requests/service-request.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { notNow } from '../phrases/not-now.ts'
import { textField } from '../phrases/text-field.ts'
import { tooLongLine } from '../phrases/too-long.ts'
import type { Talk } from '../talk.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { severityThere } from './operator-form.ts'
import { isInOtherScript } from './operator-words/tongues.ts'
import { similarLines } from './similar-lines.ts'
import { mostIn, type OpenTicketDraft } from './ticket-draft.ts'

/** What the form shows: as far as it was filled in, and what the desk knows beside it. */
interface FormFacts {
  readonly draft: OpenTicketDraft
  readonly customer: MatchedCustomer
  readonly basis: TicketBasis
  /** Tickets of theirs that may be about the same matter. */
  readonly similar: readonly ServiceRequest[]
}

/** A ticket to be written, all at once; the customer is known, and with them the operator. */
export function ticketForm({ draft, customer, basis, similar }: FormFacts, talk: Talk): Reply {
  const { words } = talk
  const { severity, revises } = draft
  const topic = draft.topic ?? draft.guessed
  const operator = words.say(`lane.${customer.lane}`)
  const name = { name: customer.name, operator }
  const chinese = capabilities[customer.lane].operator === '21vianet'
  const triedLabel = chinese ? words.say('ticket.which-tried-needed', { operator }) : words.say('ticket.which-tried')
  const tried = textField('tried', triedLabel, draft.tried, true)
  return {
    title:
      revises === null ? words.say('ticket.for', name) : words.say('ticket.again', { ...name, case: revises.case }),
    parts: [
      ...complaints(draft, customer, words),
      ...similarLines(similar, talk),
      {
        kind: 'choices',
        id: 'topic',
        label: words.say('ticket.which-topic'),
        multiple: false,
        options: ticketTopics.map((value) => ({ value, label: words.say(`topic.${value}`) })),
        chosen: topic === null ? [] : [topic],
      },
      {
        kind: 'choices',
        id: 'severity',
        label: words.say('ticket.which-severity'),
        multiple: false,
        options: severities.map((value) => ({ value, label: severityThere(value, customer.lane, words) })),
        chosen: severity === null ? [] : [severity],
      },
      ...textField('title', words.say('ticket.which-title'), draft.title, false),
      ...textField('text', words.say('ticket.which-text', { operator }), draft.text, true),
      // What must be there comes before what may.
      ...(chinese ? tried : []),
      ...(chinese ? textField('inChinese', words.say('ticket.which-chinese'), draft.inChinese, true) : []),
      ...textField('impact', words.say('ticket.which-impact'), draft.impact, true),
      ...(chinese ? [] : tried),
      ...textField('contact', words.say('ticket.which-contact'), draft.contact, false),
      ...alongLines(basis, words),
      line(words.say(chinese ? 'ticket.tongue.21vianet' : 'ticket.tongue.microsoft', { operator }), {
        weight: 'quiet',
      }),
      line(
        words.say('ticket.form.how', {
          topic: wordFor(words.grammar, 'topics', 'billing'),
          severity: wordFor(words.grammar, 'severities', 'moderate'),
          field: wordFor(words.grammar, 'ticketFields', 'impact'),
          send: wordFor(words.grammar, 'answers', 'open'),
        }),
        { weight: 'quiet' },
      ),
    ],
    buttons: [
      {
        label: words.say(revises === null ? 'button.open-ticket' : 'button.change-ticket'),
        tone: 'good',
        says: wordFor(words.grammar, 'answers', 'ask'),
      },
      notNow(words),
    ],
  }
}

/** What the desk made nothing of, and what is missing from a form that was sent. */
function complaints(draft: OpenTicketDraft, { lane }: MatchedCustomer, words: Words): readonly Part[] {
  const { topic, guessed, severity, text, inChinese, tried, sent, revises } = draft
  const { overtaken, misheard, notSevere, tooLong, tooLongIn } = draft
  const operator = words.say(`lane.${lane}`)
  const needed = (id: string, said: string) => line(said, { tone: 'warning', about: id })
  const chinese = capabilities[lane].operator === '21vianet'
  const noText = text === null && inChinese === null && !(tooLong !== null && tooLongIn === 'text')
  return [
    ...(overtaken && revises !== null
      ? [
          line(
            words.say('ticket.overtaken', {
              case: revises.case,
              says: phrase(words.grammar, 'show-case', { case: revises.case }),
            }),
            { tone: 'warning' },
          ),
        ]
      : []),
    ...misheardLine(misheard, words),
    ...tooLongLine(tooLong, mostIn[tooLongIn], tooLongIn, words),
    ...(notSevere === null
      ? []
      : [
          needed(
            'severity',
            words.say('ticket.no-such-severity', {
              operator,
              said: notSevere,
              severities: words.list(severities.map((each) => severityThere(each, lane, words))),
            }),
          ),
        ]),
    ...(topic === null && guessed !== null
      ? [line(words.say('ticket.topic-guessed', { topic: words.say(`topic.${guessed}`) }), { about: 'topic' })]
      : []),
    ...(sent && topic === null ? [needed('topic', words.say('ticket.topic-needed'))] : []),
    ...(sent && severity === null ? [needed('severity', words.say('ticket.severity-needed'))] : []),
    ...(sent && noText ? [needed('text', words.say('ticket.text-needed'))] : []),
    ...(sent && tried === null && chinese ? [needed('tried', words.say('ticket.tried-needed', { operator }))] : []),
    ...(!chinese && text !== null && isInOtherScript(text)
      ? [line(words.say('ticket.not-english', { operator }), { tone: 'warning' })]
      : []),
  ]
}

/** What goes along without anybody typing it. */
function alongLines(
  { from, subscriptions, correlationIds, evidence, attachments }: TicketBasis,
  words: Words,
): readonly Part[] {
  if (from === null) return []
  const facts = [
    ...(subscriptions.length === 0
      ? []
      : [[words.say('ticket.along.subscriptions'), words.list(subscriptions.map(({ name }) => name))] as const]),
    ...(correlationIds.length === 0
      ? []
      : [[words.say('ticket.along.correlation'), words.list(correlationIds)] as const]),
    ...(evidence.length === 0
      ? []
      : [
          [
            words.say('ticket.along.record'),
            words.say('ticket.along.lines', { count: evidence.length, case: from }),
          ] as const,
        ]),
    ...attachments.map((file) => [words.say('ticket.along.attached'), words.say(`ticket.file.${file}`)] as const),
  ]
  return facts.length === 0 ? [] : [line(words.say('ticket.along'), { weight: 'strong' }), { kind: 'facts', facts }]
}
