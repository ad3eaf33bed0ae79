import type { OfStatus } from '../../domain/service-requests/service-request.ts'
import { byWhom } from '../phrases/by-whom.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { handOverLine } from './hand-over-line.ts'
import { filledForm, severityThere } from './operator-form.ts'
import { doubtfulSigns } from './operator-signs.ts'
import { ticketText } from './operator-text.ts'
import { numberField, questionParts } from './question-parts.ts'

/** More of them say no more than these. */
const mostSigns = 12

/** A ticket that a person is to file: the operator's form, field by field, ready to be copied. */
export function handOverCard(request: OfStatus<'handed-over'>, version: number, talk: CardTalk): Reply {
  const { words, zone } = talk
  const { address, steps, fields } = filledForm(request, words, zone)
  const at = { case: request.id, version }
  return {
    title: titleOf(request, words),
    tone: 'warning',
    parts: [
      line(handOverLine(request, words), { weight: 'strong' }),
      ...questionParts(request, words),
      line(address),
      ...steps.map((step, index) => line(`${index + 1}. ${step}`)),
      factsOf(request, talk),
      ...fields.flatMap(({ label, text }): readonly Part[] => [
        line(label, { weight: 'strong' }),
        { kind: 'copyable', text },
      ]),
      ...attachmentLines(request, words),
      ...signsLine(request, fields.map(({ text }) => text).join(''), words),
      numberField(request, words.say('ticket.number')),
    ],
    buttons: [
      { label: words.say('button.filed'), tone: 'good', acts: { act: 'ticket.filed', ...at } },
      { label: words.say('button.not-filed'), acts: { act: 'ticket.not-filed', ...at } },
      {
        label: words.say('button.change-ticket'),
        says: phrase(words.grammar, 'change-case', { case: request.id }),
      },
    ],
    shows: at,
  }
}

/** A ticket on its way to a mailbox; while its lane is stopped, whoever cannot wait files it by hand. */
export function sendingCard(request: OfStatus<'sending'>, version: number, talk: CardTalk): Reply {
  const { words, zone } = talk
  const at = { case: request.id, version }
  const stopped = talk.stateOf(request.lane).status === 'stopped'
  return {
    title: titleOf(request, words),
    parts: [
      line(handOverLine(request, words), { weight: 'strong' }),
      ...(stopped
        ? [
            line(words.say('ticket.waits-stopped', { operator: words.say(`lane.${request.lane}`) }), {
              tone: 'warning' as const,
            }),
          ]
        : []),
      factsOf(request, talk),
      { kind: 'copyable', text: ticketText(request, zone) },
    ],
    buttons: stopped ? [{ label: words.say('button.take-over'), acts: { act: 'ticket.take-over', ...at } }] : [],
    shows: at,
  }
}

function titleOf({ id, lane, customer }: OfStatus<'handed-over' | 'sending'>, words: Words): string {
  return words.say('ticket.title', { case: id, operator: words.say(`lane.${lane}`), name: customer?.name ?? '' })
}

function factsOf(request: OfStatus<'handed-over' | 'sending'>, talk: CardTalk): Part {
  const { words } = talk
  return {
    kind: 'facts',
    facts: [
      [words.say('fact.topic'), words.say(`topic.${request.topic}`)],
      [words.say('fact.severity'), severityThere(request.severity, request.lane, words)],
      byWhom('fact.opened-by', request.openedBy, request.openedAt, talk),
    ],
  }
}

/** What is to be attached, and how whoever files it gets hold of it: no chat gives out files everywhere. */
function attachmentLines({ attachments, customer }: OfStatus<'handed-over'>, words: Words): readonly Part[] {
  if (customer === null) return []
  return attachments.map((file) =>
    line(
      words.say(`ticket.attach.${file}`, {
        says: phrase(words.grammar, 'dossier', { customer: customer.id }),
        customer: customer.id,
      }),
    ),
  )
}

/** On account of what the operator's form may refuse the text. */
function signsLine({ lane }: OfStatus<'handed-over'>, text: string, words: Words): readonly Part[] {
  const signs = doubtfulSigns(text, lane)
  if (signs.length === 0) return []
  const shown = [...signs.slice(0, mostSigns), ...(signs.length > mostSigns ? ['…'] : [])].join(' ')
  return [line(words.say('ticket.signs', { signs: shown }), { weight: 'quiet' })]
}
