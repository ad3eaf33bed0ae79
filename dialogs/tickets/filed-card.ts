import {
  numberOf,
  type AskedChange,
  type OfStatus,
  type ServiceRequest,
} from '../../domain/service-requests/service-request.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { asksSomething } from '../../domain/service-requests/ticket-waits.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { cutWords } from '../phrases/cut-words.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { byHandParts, leftToDo } from './after-ticket.ts'
import { lastWords, mostOfNote } from './last-words.ts'
import { severityThere } from './operator-form.ts'
import { numberField, questionParts } from './question-parts.ts'

/** The card of a ticket that was filed, or is over: how it stands here and at its operator, and what was said last. */
export function filedCard(
  request: OfStatus<'filed' | 'closed' | 'not-filed'>,
  version: number,
  how: string,
  talk: CardTalk,
): Reply {
  const { words } = talk
  const operator = words.say(`lane.${request.lane}`)
  const at = { case: request.id, version }
  const open = request.status === 'filed'
  return {
    title: words.say('ticket.title', { case: request.id, operator, name: request.customer?.name ?? '' }),
    tone: !open ? 'plain' : asksSomething(request) ? 'warning' : 'good',
    parts: [
      line(how, { weight: 'strong' }),
      ...questionParts(request, words),
      ...(open && request.copy?.status === 'attention-needed'
        ? [line(words.say('ticket.attention-needed', { operator }), { tone: 'warning' as const })]
        : []),
      ...(open && request.copy?.status === 'closed' ? leftToDo('reopen', request, words) : []),
      { kind: 'facts', facts: factsOf(request, talk) },
      {
        kind: 'copyable',
        text: `[${request.id}] ${request.title}\n\n${beginning(request.text || (request.inChinese ?? ''))}`,
      },
      ...lastWords(request, talk),
      ...(open ? toPaste(request).flatMap((change) => byHandParts(request, change, words)) : []),
      ...notTaken(request, talk),
      ...(open ? inputsOf(request, talk) : []),
    ],
    buttons: buttonsOf(request, at, talk),
    shows: at,
  }
}

/** Enough to know what the matter is; the whole of it is with the operator. */
const mostOfText = 1_000

function beginning(text: string): string {
  return text.length <= mostOfText ? text : `${[...text].slice(0, mostOfText).join('').trimEnd()}…`
}

function factsOf(request: ServiceRequest, talk: CardTalk): readonly (readonly [string, string])[] {
  const { words } = talk
  const { copy } = request
  const number = numberOf(request)
  return [
    [words.say('fact.topic'), words.say(`topic.${request.topic}`)],
    [words.say('fact.severity'), severityThere(request.severity, request.lane, words)],
    ...(number === null ? [] : [[words.say('ticket.operator-number'), number] as const]),
    ...(copy === null
      ? []
      : [
          [
            words.say('ticket.there', { operator: words.say(`lane.${request.lane}`) }),
            words.say('ticket.seen', {
              status: words.say(`ticket.status.${copy.status}`),
              severity: copy.severity === 'unknown' ? 'none' : words.say(`severity.${copy.severity}`),
              at: words.moment(copy.seenAt),
            }),
          ] as const,
        ]),
    byWhom('fact.opened-by', request.openedBy, request.openedAt, talk),
  ]
}

/** The last change, where a person has to bring it to the operator and has not said that they did. */
function toPaste({ changes }: ServiceRequest): readonly AskedChange[] {
  return changes.slice(-1).filter(({ result }) => result.state === 'by-hand')
}

/** The last note where it was not taken, whole, so far as the line that tells of it has only its beginning. */
function notTaken({ changes }: ServiceRequest, { words }: CardTalk): readonly Part[] {
  const last = changes.at(-1)
  if (last?.result.state !== 'refused' || last.wanted.change !== 'note') return []
  const { text } = last.wanted
  if (cutWords(text, mostOfNote) === text) return []
  return [line(words.say('ticket.your-words')), { kind: 'copyable', text }]
}

/** Whether the number is missing, or may be a wrong one. */
function asksNumber(request: OfStatus<'filed'>): boolean {
  const about = request.question?.about
  return request.operatorNumber === null || about === 'several' || about === 'not-visible' || about === 'number'
}

function inputsOf(request: OfStatus<'filed'>, { words }: CardTalk): readonly Part[] {
  const { lane } = request
  return [
    ...(asksNumber(request) ? [numberField(request, words.say('ticket.operator-number'))] : []),
    {
      kind: 'input',
      id: 'words',
      label: words.say('ticket.words', { operator: words.say(`lane.${lane}`) }),
      value: '',
      multiline: true,
    },
    {
      kind: 'choices',
      id: 'severity',
      label: words.say('ticket.another-severity'),
      multiple: false,
      options: severities
        .filter((each) => each !== request.severity)
        .map((value) => ({ value, label: words.say(`severity.${value}`) })),
      chosen: [],
    },
  ]
}

function buttonsOf(
  request: OfStatus<'filed' | 'closed' | 'not-filed'>,
  at: { readonly case: string; readonly version: number },
  { words }: CardTalk,
): readonly Button[] {
  if (request.status !== 'filed') return [{ label: words.say('button.reopen'), acts: { act: 'ticket.reopen', ...at } }]
  return [
    ...(asksNumber(request)
      ? [{ label: words.say('button.number'), tone: 'good', acts: { act: 'ticket.filed', ...at } } as const]
      : []),
    ...toPaste(request).map(
      ({ number: change }) =>
        ({
          label: words.say('button.ticket-done'),
          tone: 'good',
          acts: { act: 'ticket.done', ...at, change },
        }) as const,
    ),
    { label: words.say('button.note'), acts: { act: 'ticket.note', ...at } },
    { label: words.say('button.record-answer'), acts: { act: 'ticket.answer', ...at } },
    { label: words.say('button.severity'), acts: { act: 'ticket.severity', ...at } },
    { label: words.say('button.close-ticket'), acts: { act: 'ticket.close', ...at } },
  ]
}
