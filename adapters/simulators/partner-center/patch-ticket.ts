import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '../../../domain/shared/time.ts'
import { changeTicket } from './keep-tickets.ts'
import { lowerFirst } from './json-body.ts'
import { never, ticketSeverities, ticketStatuses, type SimulatedTicket } from './simulated-ticket.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'
import type { World } from './world.ts'

type Fields = Readonly<Record<string, unknown>>

interface PatchCall {
  /** Keys in camelCase already. */
  readonly body: Fields
  readonly requestId: string | null
  /** The ticket as a caller sees it. */
  readonly shown: Fields
}

interface Situation {
  readonly world: World
  readonly switches: Switches
  readonly now: Instant
}

/**
 * Fields of the resource that no call changes (docs: service-request-resources); the page's example sends them empty.
 */
const readOnly: ReadonlySet<string> = new Set([
  'id',
  'title',
  'description',
  'supportTopicId',
  'supportTopicName',
  'organization',
  'primaryContact',
  'lastUpdatedBy',
  'productName',
  'productId',
  'createdDate',
  'lastModifiedDate',
  'lastClosedDate',
  'notes',
  'countryCode',
  'fileLinks',
])
const changeable: ReadonlySet<string> = new Set(['newNote', 'severity', 'status'])

/**
 * Adds a note, closes, or changes the severity (facts/partner-center 8.2), or throws the operator's refusal and has
 * changed nothing.
 */
export function patchTicket(held: SimulatedTicket, { body, requestId, shown }: PatchCall, situation: Situation): void {
  const { world, switches, now } = situation
  for (const [field, value] of Object.entries(body)) {
    if (changeable.has(field) || field === 'attributes') continue
    if (!readOnly.has(field)) throw malformed(`The field ${field} is none that is known.`)
    const empty = value === null || value === never
    if (!empty && !isDeepStrictEqual(value, shown[field])) throw malformed(`The field ${field} cannot be changed.`)
  }
  const note = noteIn(body['newNote'], switches)
  const severity = wordIn(body['severity'], ticketSeverities)
  const status = wordIn(body['status'], ticketStatuses)
  const changes = {
    note,
    severity: severity === 'unknown' ? undefined : severity,
    status: status === 'none' ? undefined : status,
  }
  const reopens = held.status === 'closed' && changes.status === 'open' && switches.reopeningTickets === 'taken'
  // 8.2 names closing alone; no page speaks of the way back.
  if (changes.status !== undefined && ![held.status, 'closed'].includes(changes.status) && !reopens)
    throw new OperatorRefusal(400, 800040, `The transition from ${held.status} to ${changes.status} is not allowed.`)
  const asksAnything = Object.values(changes).some((each) => each !== undefined)
  // (?) What may still be said to a closed one is not published.
  if (held.status === 'closed' && asksAnything && !reopens && switches.closedTickets === 'refused')
    throw new OperatorRefusal(400, 800040, 'The service request is closed.')
  changeTicket(held, changes, { who: 'desk', by: 'partner', at: now, requestId }, world)
}

function noteIn(given: unknown, { plainAsciiOnly }: Switches): string | undefined {
  if (given === undefined || given === null) return undefined
  if (typeof given !== 'object' || Array.isArray(given)) throw malformed('The note is malformed.')
  const { text, ...rest } = lowerFirst(given)
  const named = Object.entries(rest).find(([field]) => field !== 'createdByName' && field !== 'createdDate')
  if (named !== undefined) throw malformed(`The field ${named[0]} of the note is none that is known.`)
  if (typeof text !== 'string' || text.trim() === '') throw malformed('The note has no text.')
  // 8.4 tells of one report that another of the operator's calls takes plain ASCII only; of this one nothing is said
  // (?).
  if (plainAsciiOnly && !/^[\t\r\n\x20-\x7e]*$/.test(text))
    throw malformed('The note holds characters that are not allowed.')
  return text
}

/** A word, or its number (4.2); nothing where it is left out. */
function wordIn<const Word extends string>(given: unknown, words: readonly Word[]): Word | undefined {
  if (given === undefined || given === null) return undefined
  const word = typeof given === 'number' ? words[given] : words.find((known) => known === given)
  if (word === undefined) throw malformed(`${JSON.stringify(given)} is none of ${words.join(', ')}.`)
  return word
}

function malformed(text: string): OperatorRefusal {
  return new OperatorRefusal(400, 800002, text)
}
