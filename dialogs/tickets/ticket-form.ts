import { severities, ticketTopics } from '../../domain/service-requests/service-request.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { notNow } from '../phrases/not-now.ts'
import { textField } from '../phrases/text-field.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import type { Talk } from '../talk.ts'
import { wordFor } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import type { OpenTicketDraft } from './ticket-draft.ts'

/** What a ticket lacks, all at once; the customer is known, and with them the operator. */
export function ticketForm(
  filled: OpenTicketDraft,
  { name, operator }: { readonly name: string; readonly operator: string },
  { words }: Talk,
): Reply {
  const { topic, severity, text } = filled
  return {
    title: words.say('ticket.for', { name, operator }),
    parts: [
      ...complaints(filled, words),
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
        options: severities.map((value) => ({ value, label: words.say(`severity.${value}`) })),
        chosen: severity === null ? [] : [severity],
      },
      ...textField('text', words.say('ticket.which-text', { operator }), text, true),
      line(
        words.say('ticket.form.how', {
          topic: wordFor(words.grammar, 'topics', 'billing'),
          severity: wordFor(words.grammar, 'severities', 'moderate'),
        }),
        { weight: 'quiet' },
      ),
    ],
    buttons: [
      { label: words.say('button.open-ticket'), tone: 'good', says: wordFor(words.grammar, 'answers', 'ask') },
      notNow(words),
    ],
  }
}

/** What the desk made nothing of, and what is missing from a form that was sent. */
function complaints(filled: OpenTicketDraft, words: Words): readonly Part[] {
  const { topic, severity, text, sent, misheard, tooLong } = filled
  return [
    ...misheardLine(misheard, words),
    ...tooLongLine(tooLong, mostCharacters.ticket, 'text', words),
    ...(sent && topic === null ? [line(words.say('ticket.topic-needed'), { tone: 'warning', about: 'topic' })] : []),
    ...(sent && severity === null
      ? [line(words.say('ticket.severity-needed'), { tone: 'warning', about: 'severity' })]
      : []),
    ...(sent && text === null && tooLong === null
      ? [line(words.say('ticket.text-needed'), { tone: 'warning', about: 'text' })]
      : []),
  ]
}
