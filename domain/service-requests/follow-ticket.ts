import type { OperatorNote, OperatorTicket } from '../ports/operator-tickets.ts'
import type { CaseId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'
import type { TicketDeed } from '../cases/case-deed.ts'
import { changeEnded, isOnlyOurs, isOurs, isOwed } from './ask-change.ts'
import {
  isOpenTicket,
  numberOf,
  type AskedChange,
  type OfStatus,
  type OperatorsCopy,
  type ServiceRequest,
} from './service-request.ts'
import { withNumber } from './file-ticket.ts'

/** A ticket after a look at the operator, and what there is to tell of it. */
export interface Followed {
  readonly request: ServiceRequest
  readonly deed: TicketDeed
  /** Which of the changes that were asked has ended, where one has. */
  readonly change?: number
  /** What the operator wrote, where it did. */
  readonly note?: OperatorNote
}

/** How many of an operator's notes are kept here; the operator keeps them all. */
const keptNotes = 50
/** So many of one look are told each; of more, the older ones are only kept. */
const toldNotes = 10

/** As much of one note as is kept here: the desk's memory is no archive of what others paste. */
const mostOfNote = 8_000

/** The operator's clock need not be ours. */
const clocksApartMs = 3_600_000

/** Whether an operator's ticket is the copy of ours: our number stands in its title, in brackets. */
export function isCopyOf(title: string, id: CaseId): boolean {
  return title.toLowerCase().includes(`[${id.toLowerCase()}]`)
}

/**
 * What a look at all of a lane's tickets says of one of ours that has no number yet: found, found several times, or
 * nothing new (null).
 */
export function findCopy(request: ServiceRequest, seen: readonly OperatorTicket[], now: Instant): Followed | null {
  if (request.status === 'closed' || numberOf(request) !== null) return null
  const copies = seen
    .filter(({ title, createdAt }) => isCopyOf(title, request.id) && isYounger(createdAt, request))
    .map(({ number }) => number)
  const [only, ...others] = [...new Set(copies)].sort()
  if (only === undefined) return null
  if (request.status === 'not-filed') {
    // Of several nobody asks for one that is over.
    if (others.length > 0) return null
    const { endedBy: _by, endedAt: _at, ...opened } = request
    const again = { ...opened, status: 'handed-over', mailRefused: null } as const
    return { request: withNumber(again, only, null, now), deed: 'ticket.found-after-all' }
  }
  if (others.length === 0) return { request: withNumber(request, only, null, now), deed: 'ticket.found' }
  const several = [only, ...others]
  if (several.join() === request.several.join()) return null
  return {
    request: { ...request, several, question: { about: 'several', asked: 1, at: now } },
    deed: 'ticket.found-several',
  }
}

/** A desk that is set up anew counts from PD-1 again: what is older than the ticket is another's copy. */
function isYounger(createdAt: Instant | null, { openedAt }: ServiceRequest): boolean {
  return createdAt === null || createdAt >= later(openedAt, -clocksApartMs)
}

/**
 * What a look at the operator's copy changes here, each with its own deed, in the order to be told; empty: nothing.
 * Only the last step says that the copy was seen like this: who is interrupted before it finds the rest again.
 */
export function mirrorCopy(before: ServiceRequest, copy: OperatorTicket, now: Instant): readonly Followed[] {
  const last = before.copy
  const view = viewOf(copy, last, now)
  const steps: Followed[] = []
  // Seen for the first time, it is no more asked where it is.
  let request: ServiceRequest = last === null ? { ...before, question: null } : before
  const step = (next: ServiceRequest, deed: TicketDeed, of: Pick<Followed, 'note' | 'change'> = {}) => {
    request = next
    steps.push({ request, deed, ...of })
  }

  // Given up without an answer, or pasted by a person: it is there all the same, and nobody needs to send it again.
  for (const { number } of arrived(request, copy.notes))
    step(changeEnded(request, number, { state: 'done', at: now }), 'ticket.change-done', { change: number })

  const news = unheard(request, copy.notes)
  let kept = [...request.heard, ...news.slice(0, -toldNotes)]
  for (const note of news.slice(-toldNotes)) {
    kept = [...kept, note].slice(-keptNotes)
    step({ ...request, heard: kept, question: null }, 'ticket.heard', { note })
  }
  const asked = request.changes.some((each) => each.wanted.change === 'severity' && isOwed(each))
  if (copy.severity !== 'unknown' && copy.severity !== request.severity && !asked)
    step({ ...request, severity: copy.severity }, 'ticket.severity-seen')
  // Opened again with us, it waits for the operator's to follow.
  if (view.status === 'closed' && request.status === 'filed' && last?.status !== 'closed')
    step(closedThere(request, copy, now), 'ticket.closed-there')
  else if (isOpenThere(view) && request.status === 'closed' && last?.status === 'closed')
    step(openedThere(request, now), 'ticket.reopened-there')
  else if (view.status === 'attention-needed' && isOpenTicket(request) && last?.status !== 'attention-needed')
    step({ ...request, question: null }, 'ticket.attention-needed')
  if (steps.length === 0 && view !== last) step(request, 'ticket.read')
  return steps.map((each, at) => (at < steps.length - 1 ? each : { ...each, request: { ...request, copy: view } }))
}

/** Notes of ours that the operator shows, and that are taken here for not sent. */
function arrived({ id, changes }: ServiceRequest, notes: readonly OperatorNote[]): readonly AskedChange[] {
  return changes.filter(
    ({ number, wanted, result }) =>
      wanted.change === 'note' &&
      (result.state === 'refused' || result.state === 'by-hand') &&
      notes.some(({ text }) => isOurs(text, id, number)),
  )
}

/**
 * How the copy stands; as it was seen last where nothing of it is new. What the operator does not say now still stands.
 */
function viewOf(copy: OperatorTicket, last: OperatorsCopy | null, now: Instant): OperatorsCopy {
  const { severity, modifiedAt } = copy
  const status = copy.status === 'unknown' ? (last?.status ?? 'unknown') : copy.status
  const isSame = last?.status === status && last.severity === severity && last.modifiedAt === modifiedAt
  return isSame ? last : { status, severity, modifiedAt, seenAt: now }
}

function isOpenThere({ status }: OperatorsCopy): boolean {
  return status === 'open' || status === 'attention-needed'
}

/** What the operator wrote that was not heard before: neither known here, nor one of ours. */
function unheard(request: ServiceRequest, there: readonly OperatorNote[]): readonly OperatorNote[] {
  const { heard } = request
  const notes = there.filter(({ text }) => !isOnlyOurs(text, request)).map(shortEnough)
  const known = new Set(heard.map(keyOf))
  const lastKnown = notes.findLastIndex((note) => known.has(keyOf(note)))
  const oldest = heard[0]?.at ?? null
  // Older than the fifty that are kept: it was heard, and let go of.
  const isForgotten = ({ at }: OperatorNote, place: number) =>
    heard.length === keptNotes && (at === null || oldest === null ? place < lastKnown : at <= oldest)
  return notes.filter((note, place) => !known.has(keyOf(note)) && !isForgotten(note, place))
}

function shortEnough(note: OperatorNote): OperatorNote {
  const { text } = note
  return text.length <= mostOfNote
    ? note
    : { ...note, text: `${text.slice(0, mostOfNote - 1).replace(/[\uD800-\uDBFF]$/, '')}…` }
}

function keyOf({ by, at, text }: OperatorNote): string {
  return JSON.stringify([at, by, text])
}

function closedThere(request: OfStatus<'filed'>, { closedAt }: OperatorTicket, now: Instant): OfStatus<'closed'> {
  const ours = request.changes.findLast((each) => isCloseOf(each, request.copy)) ?? null
  const changes = request.changes.map((each) =>
    each === ours && isOwed(each) ? { ...each, result: { state: 'done', at: now } as const } : each,
  )
  const end = { closedBy: ours?.by ?? null, closedAt: closedAt ?? now, answer: null }
  return { ...request, ...end, changes, question: null, status: 'closed' }
}

/**
 * Whether a copy that is closed now was closed at that word; one from before it was seen as it stood last was for
 * another end.
 */
function isCloseOf({ wanted, result }: AskedChange, last: OperatorsCopy | null): boolean {
  if (wanted.change !== 'close') return false
  return result.state === 'owed' || (result.state === 'done' && (last === null || result.at >= last.seenAt))
}

function openedThere(request: OfStatus<'closed'>, now: Instant): OfStatus<'filed'> {
  const { closedBy: _by, closedAt: _at, answer: _answer, ...rest } = request
  return { ...rest, status: 'filed', waitsSince: now }
}
