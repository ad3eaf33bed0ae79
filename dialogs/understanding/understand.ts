import { caseKindOf } from '../../domain/cases/case.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { GivingWay } from '../../domain/policy/policy-given.ts'
import type { RouteTopic } from '../../domain/routes/route.ts'
import type { Role } from '../../domain/staff/powers.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import type { Catalogue, Grammar } from '../words/catalogue.ts'
import { courtesies } from './courtesies.ts'
import type { Intent, TicketVerb } from './intent.ts'
import { readDay } from './read-day.ts'
import { narrowingReader, type ReadNarrowing } from './narrowing.ts'
import { filterReader, type ReadFilters } from './overdue-filters.ts'
import { nameOfWord, pattern } from './pattern.ts'
import { sentenceOf } from './sentence.ts'

/** What a sentence asks for in one language; null when it is not one of the desk's. Deterministic, no network. */
export type Understand = (said: string) => Intent | null

/** Compiles a language's grammar, once. */
export function understanding({ tag, grammar }: Catalogue): Understand {
  const listed = Object.entries(grammar.verbs).flatMap(([verb, phrases]) =>
    phrases.map((phrase) => ({
      verb,
      matches: pattern(phrase, grammar, 'whole'),
      slotted: phrase.includes('{'),
      // Words that are passed on as they were typed: an address keeps its capitals.
      passesOn: phrase.endsWith('{text}') || phrase.endsWith('{email}'),
    })),
  )
  // What is listed word for word is never somebody's name; apart from that the order of the grammar decides.
  const ways = [...listed.filter(({ slotted }) => !slotted), ...listed.filter(({ slotted }) => slotted)]
  const coresOf = courtesies(grammar)
  const readFilters = filterReader(grammar, tag)
  const readNarrowing = narrowingReader(grammar)
  const because = listed.filter(({ verb }) => verb === 'suspend-because')
  const isDay = (text: string) => [tag, 'en'].some((one) => readDay(text, '2025-01-01', { tag: one, grammar }) !== null)
  const whoAlone = (text: string): string | null => {
    for (const { matches } of because) {
      const who = matches(text)?.slots['customer']
      if (who !== undefined) return who
    }
    return null
  }

  return (said) => {
    const sentence = sentenceOf(said)
    for (const { text, from } of coresOf(sentence.text)) {
      for (const { verb, matches, passesOn } of ways) {
        // Nobody's name is that long; a description of trouble may be.
        if (sentence.cut && !passesOn) continue
        const slots = matches(text)?.slots
        if (!slots) continue
        const passedOn = passesOn
          ? sentence.typedFrom(from + text.length - (slots['text'] ?? slots['email'] ?? '').length)
          : null
        const intent = intentOf(verb, slots, {
          grammar,
          isDay,
          readFilters,
          readNarrowing,
          whoAlone,
          sentence: text,
          passedOn,
        })
        if (intent) return intent
      }
    }
    return null
  }
}

interface Ground {
  readonly isDay: (said: string) => boolean
  readonly grammar: Grammar
  readonly readFilters: (said: string) => ReadFilters
  readonly readNarrowing: (said: string) => ReadNarrowing
  /** The customer of a suspension, where the reason could be anything. */
  readonly whoAlone: (text: string) => string | null
  readonly sentence: string
  /** The words behind `{text}` as they were typed, to the very end. */
  readonly passedOn: string | null
}

function intentOf(verb: string, slots: Readonly<Record<string, string>>, ground: Ground): Intent | null {
  const { grammar, isDay, passedOn, whoAlone, sentence } = ground
  const who = slots['customer'] ?? null
  const reason = slots['reason'] === undefined ? null : nameOfWord<SuspensionReason>(grammar.reasons, slots['reason'])
  const role = nameOfWord<Role>(grammar.roles, slots['role'] ?? '')
  switch (verb) {
    case 'overdue':
      return overdue(slots, ground)
    case 'overdue-csv': {
      const asked = overdue(slots, ground)
      return asked?.verb === 'overdue' ? { verb, filters: asked.filters } : asked
    }
    case 'due': {
      const asked = overdue(slots, ground)
      return asked?.verb === 'overdue' ? { ...asked, verb } : asked
    }
    case 'skip': {
      const until = slots['day'] ?? null
      // “Until Monday Ltd” is a name: what stands behind “until” must be a day.
      return until === null || isDay(until) ? { verb, who, until, because: passedOn } : null
    }
    case 'customer':
    case 'customer-of-list':
      // “Customer request” is why something is suspended, and nobody's name.
      return nameOfWord(grammar.reasons, sentence) === null ? { verb: 'customer', who } : null
    case 'suspend': {
      const on = slots['day']
      // “Works on Wheels” is a name: what stands behind “on” must be a day.
      if (on !== undefined) return isDay(on) ? { verb, who, reason, on } : null
      const alone = reason === null ? whoAlone(sentence) : null
      return { verb, who, reason, ...(alone === null ? {} : { whoAlone: alone }) }
    }
    case 'suspend-because':
      return { verb: 'suspend', who, reason: null }
    case 'resume':
    case 'holds':
    case 'match':
    case 'notes':
    case 'next':
      return { verb, who }
    case 'why':
    case 'why-not': {
      const on = slots['day'] ?? null
      return on === null || isDay(on) ? { verb, who, on } : null
    }
    case 'assign':
      return { verb, who, person: slots['person'] ?? null }
    case 'note-customer':
      return { verb: 'note', who, text: passedOn }
    case 'note-words':
      return { verb: 'note', who: null, text: null, run: passedOn ?? '' }
    case 'policy-text':
      return { verb, who, language: slots['language'] ?? null }
    case 'policy-given':
      return {
        verb,
        who,
        day: slots['day'] ?? null,
        how: nameOfWord<GivingWay>(grammar.ways, slots['way'] ?? ''),
      }
    case 'agreements':
      return { verb, who }
    case 'promise':
      return { verb: 'agree', about: { kind: 'promise', who, sum: slots['sum'] ?? null, day: slots['day'] ?? null } }
    case 'paid':
      return { verb: 'agree', about: { kind: 'paid-mark', who, sum: slots['sum'] ?? null } }
    case 'dispute':
      return {
        verb: 'agree',
        about: { kind: 'dispute', who: slots['invoice'] ?? null, sum: slots['sum'] ?? null, reason: passedOn },
      }
    case 'exempt':
      return { verb: 'agree', about: { kind: 'exemption', who, day: slots['day'] ?? null, reason: passedOn } }
    case 'plan-weekly':
    case 'plan': {
      const every = verb === 'plan' ? 'month' : 'week'
      const count = slots['number'] === undefined ? null : Number(slots['number'])
      const said = { sum: slots['sum'] ?? null, day: slots['day'] ?? null, listed: slots['instalments'] ?? null }
      return { verb: 'agree', about: { kind: 'plan', who, count, every, ...said } }
    }
    case 'budget':
      return { verb, who, amount: slots['sum'] ?? null }
    case 'credit':
      return { verb, who }
    case 'credit-limit':
      return { verb, who, amount: slots['sum'] ?? '', review: slots['day'] ?? null, text: passedOn }
    case 'credit-hold':
    case 'credit-release':
      return { verb, who, text: passedOn }
    case 'dossier':
    case 'dossier-handed-in':
      return { verb: 'dossier', who, handedIn: verb === 'dossier-handed-in' }
    case 'cancel-subscriptions':
      return { verb: 'end', way: 'cancel', who }
    case 'end-at-term':
      return { verb: 'end', way: 'at-term', who }
    case 'ticket':
      return { verb, who, about: passedOn }
    case 'ticket-from': {
      const from = (slots['case'] ?? '').toUpperCase()
      // A ticket is not filed about a ticket: it is looked at.
      if (caseKindOf(from) === 'service-request') return { verb: 'show-case', case: from }
      return { verb: 'ticket', who: null, about: passedOn, from }
    }
    case 'tickets':
    case 'my-tickets':
      return { verb: 'tickets', mine: verb === 'my-tickets', page: Number(slots['number'] ?? 1) }
    case 'note-ticket':
    case 'severity-ticket':
    case 'close-ticket':
    case 'reopen-ticket':
    case 'filed-ticket':
    case 'not-filed-ticket':
    case 'answer-ticket': {
      const change = verb.slice(0, -'-ticket'.length) as TicketVerb
      return { verb: 'change-ticket', change, case: (slots['case'] ?? '').toUpperCase(), said: passedOn }
    }
    case 'notice':
      return { verb, who, text: passedOn }
    case 'notice-words':
      return { verb: 'notice', who: null, text: null, run: passedOn ?? '' }
    case 'alerts':
    case 'waiting':
    case 'policy-rehearse':
      return { verb, page: Number(slots['number'] ?? 1) }
    case 'fraud':
      return { verb: 'alerts', page: 1, bare: true }
    case 'report-fraud':
    case 'report-misuse':
      return { verb: 'report', suspicion: verb === 'report-fraud' ? 'fraud' : 'misuse', who, text: passedOn }
    case 'report-fraud-words':
    case 'report-misuse-words': {
      const suspicion = verb === 'report-fraud-words' ? 'fraud' : 'misuse'
      return { verb: 'report', suspicion, who: null, text: null, run: passedOn ?? '' }
    }
    case 'final-notice':
      return { verb, who, until: slots['day'] ?? null }
    case 'remind':
      return { verb, who, kind: null }
    case 'write-reminder':
      return { verb: 'remind', who, kind: 'reminder' }
    case 'write-final-notice':
      return { verb: 'remind', who, kind: 'final-notice' }
    case 'customer-language':
      return { verb, who, tongue: slots['tongue'] ?? null }
    case 'address':
      return { verb, who, said: slots['email'] === undefined ? null : passedOn }
    case 'show-case':
    case 'change-case':
    case 'delivery':
    case 'why-case':
      return { verb, case: (slots['case'] ?? '').toUpperCase() }
    case 'route-here':
    case 'route-off': {
      const topic = nameOfWord<RouteTopic>(grammar.routes, slots['route'] ?? '')
      return topic && { verb: 'route', topic, change: verb === 'route-here' ? 'here' : 'off' }
    }
    case 'route-to': {
      const topic = nameOfWord<RouteTopic>(grammar.routes, slots['route'] ?? '')
      const change = { to: slots['place'] ?? '' }
      return topic === 'fraud' ? { verb: 'route-fraud', only: null, change } : topic && { verb: 'route', topic, change }
    }
    case 'route-digest-here':
    case 'route-digest-to':
    case 'route-digest-off': {
      const { place = '', time = null, zone = null } = slots
      const change = verb === 'route-digest-to' ? { to: place } : verb === 'route-digest-here' ? 'here' : 'off'
      return { verb: 'route-digest', change, time, zone }
    }
    case 'route-fraud-here':
    case 'route-fraud-to':
    case 'route-fraud-off':
      return fraudRoute(verb, slots, ground)
    case 'stop':
    case 'restart':
      return { verb, lane: nameOfWord<Lane>(grammar.lanes, slots['lane'] ?? '') }
    case 'act':
    case 'watch-only': {
      const lane = nameOfWord<Lane>(grammar.lanes, slots['lane'] ?? '')
      return lane && { verb, lane }
    }
    case 'role-give':
    case 'role-take':
      return (
        role && { verb: 'role', role, person: slots['person'] ?? '', change: verb === 'role-give' ? 'give' : 'take' }
      )
    case 'become':
      return role && { verb, role }
    case 'link':
      return { verb, code: slots['code'] ?? null }
    case 'unlink':
      return { verb, person: slots['person'] ?? null }
    case 'language':
      return { verb, said: slots['text'] ?? '' }
    case 'watch':
    case 'policy':
    case 'policy-versions':
    case 'policy-activate':
    case 'overdue-without-policy':
    case 'countdown':
    case 'figures':
    case 'budgets':
    case 'credits':
    case 'own-invoices':
    case 'routes':
    case 'route-test':
    case 'route-test-pager':
    case 'roles':
    case 'lanes':
    case 'ledger':
    case 'pull-ledger':
    case 'undo':
    case 'never-mind':
    case 'help':
    case 'hello':
    case 'thanks':
    case 'goodbye':
    case 'page':
      return { verb }
    default:
      throw new Error(`the grammar names a verb that nobody answers: ${verb}`)
  }
}

/** Only fraud is told apart by customer, operator, severity and hours, and sent to a channel by its name. */
function fraudRoute(
  verb: 'route-fraud-here' | 'route-fraud-to' | 'route-fraud-off',
  slots: Readonly<Record<string, string>>,
  { readNarrowing }: Ground,
): Intent {
  const { only = '', place = '' } = slots
  const read = readNarrowing(only)
  if ('unread' in read) return { verb: 'route-unclear', unread: read.unread }
  const change: Extract<Intent, { verb: 'route-fraud' }>['change'] =
    verb === 'route-fraud-to' ? { to: place } : verb === 'route-fraud-here' ? 'here' : 'off'
  return 'named' in read
    ? { verb: 'route-customer', named: read.named, change }
    : { verb: 'route-fraud', only: read.only, change }
}

/** Filters before the verb or behind it; what stands behind it and is no filter may be a customer's name. */
function overdue(slots: Readonly<Record<string, string>>, { readFilters, sentence }: Ground): Intent | null {
  const { before = '', filters = '' } = slots
  const behind = filters.replace(/^[\s,、:]+/u, '')
  const said = `${before} ${behind}`.trim()
  const read = readFilters(said)
  switch (read.kind) {
    case 'filters':
      return { verb: 'overdue', filters: read.filters, page: read.page }
    case 'no-currency':
      return {
        verb: 'which-currency',
        number: read.number,
        sentence,
        at: placeIn(sentence, before, behind, said.length - read.behind.length),
      }
    case 'unclear':
      return { verb: 'unclear-amount', said: read.said, why: read.why }
    case 'twice':
      return { verb: 'overdue-twice', said: read.said }
    case 'other':
      return before === '' && behind !== '' ? { verb: 'overdue-of', who: behind, unread: read.unread } : null
  }
}

/** Where in the sentence a place among its filters lies, which stand before the verb and behind it. */
function placeIn(sentence: string, before: string, behind: string, place: number): number {
  if (place <= before.length) return sentence.indexOf(before) + place
  return sentence.lastIndexOf(behind) + place - (before === '' ? 0 : before.length + 1)
}
