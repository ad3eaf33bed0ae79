import type { Evidence, ServiceRequest } from '../../domain/service-requests/service-request.ts'
import type { TimeZone } from '../../domain/shared/time.ts'
import { operatorMoment, zoneName, zoneOf } from './operator-moment.ts'
import { asTaken } from './operator-signs.ts'
import type { OperatorWords } from './operator-words/operator-words.ts'
import { isChinese, tonguesOf } from './operator-words/tongues.ts'

/** As many names and ids as a reader goes through. */
const mostNames = 20
/** Of a long record its beginning and its end count. */
const firstDeeds = 3
const lastDeeds = 5

/** The title by which the operator's copy is found again: our number goes first, in brackets, all in one line. */
export function ticketSubject({ id, lane, title }: Pick<ServiceRequest, 'id' | 'lane' | 'title'>): string {
  return `[${id}] ${asTaken(title, lane).replace(/\s+/gu, ' ').trim()}`
}

/**
 * The whole ticket as its operator reads it: our number in the title, then a part in each of the operator's languages.
 * `partner` is the zone in which the partner's own times are told.
 */
export function ticketText(request: ServiceRequest, partner: TimeZone): string {
  return [ticketSubject(request), '', ticketBody(request, partner)].join('\n')
}

/** The ticket without its title, for a form that has a field of its own for that. */
export function ticketBody(request: ServiceRequest, partner: TimeZone): string {
  const parts = tonguesOf(request.lane).map((words) => part(request, words, zoneOf(request.lane, partner)))
  return asTaken(parts.join('\n\n----------\n\n'), request.lane)
}

function part(request: ServiceRequest, words: OperatorWords, zone: TimeZone): string {
  const { id, lane, customer, topic, severity, contact, subscriptions, correlationIds, attachments } = request
  const other = tonguesOf(lane).length > 1
  const fact = (label: string, value: string) => [`${label}${words.colon}${value}`]
  const listed = (label: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${label}${words.colon.trimEnd()}`, ...shortened(items, words)]
  const wrote = (label: string, said: string | null) =>
    said === null || said === '' ? [] : [`${label}${words.colon.trimEnd()}`, inTongue(said, words, other), '']
  return [
    ...wrote(words.problem, problemIn(request, words)),
    ...wrote(words.impact, request.impact),
    ...wrote(words.tried, request.tried),
    ...fact(words.topic, words.topics[topic]),
    ...fact(words.severity, words.severities[severity]),
    ...(customer === null
      ? []
      : [...fact(words.customer, `${customer.name} (${customer.domain})`), ...fact(words.tenant, customer.id)]),
    ...listed(
      words.subscriptions,
      subscriptions.map((each) => (each.name === each.id ? each.id : `${each.name} (${each.id})`)),
    ),
    ...listed(words.correlationIds, correlationIds),
    ...recordOf(request.evidence, words, zone),
    ...listed(
      words.attachments,
      attachments.map((file) => words.files[file]),
    ),
    ...(contact === null ? [] : fact(words.contact, contact)),
    words.reference(id),
  ].join('\n')
}

/** The problem in a language: what somebody wrote in it, else what there is. */
function problemIn({ text, inChinese }: ServiceRequest, { tag }: OperatorWords): string | null {
  if (tag === 'zh-hans') return inChinese ?? text
  return text === '' ? inChinese : text
}

/** A person's words under a part in their language; under the other one where they are to be found. */
function inTongue(said: string, words: OperatorWords, other: boolean): string {
  const chinese = isChinese(said)
  if (chinese === (words.tag === 'zh-hans')) return said
  if (other) return words.inOtherPart
  return chinese ? `${words.asWritten}\n${said}` : said
}

/** What is on record of the case, oldest first. */
function recordOf(evidence: readonly Evidence[], words: OperatorWords, zone: TimeZone): readonly string[] {
  const lines = evidence.flatMap(({ at, what, about }) => {
    const deed = Object.hasOwn(words.deeds, what) ? words.deeds[what] : undefined
    return deed === undefined ? [] : [`${operatorMoment(at, zone)} ${deed} [${about}]`]
  })
  if (lines.length === 0) return []
  const left = lines.length - firstDeeds - lastDeeds
  const shown = left > 0 ? [...lines.slice(0, firstDeeds), words.more(left), ...lines.slice(-lastDeeds)] : lines
  return [
    `${words.record(zone === 'UTC' ? null : zoneName(zone, words))}${words.colon.trimEnd()}`,
    ...shown.map((each) => `- ${each}`),
  ]
}

function shortened(items: readonly string[], words: OperatorWords): readonly string[] {
  const left = items.length - mostNames
  const shown = left > 0 ? [...items.slice(0, mostNames), words.more(left)] : items
  return shown.map((each) => `- ${each}`)
}
