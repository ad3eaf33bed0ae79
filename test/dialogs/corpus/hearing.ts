import customers from './customers.json' with { type: 'json' }
import { orCustomer, orName } from '../../../dialogs/overdue/unread-filters.ts'
import { orUnknownReason } from '../../../dialogs/suspension/unread-reason.ts'
import type { Talk } from '../../../dialogs/talk.ts'
import { customerFinder } from '../../../dialogs/understanding/find-customer.ts'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import { wordIn } from '../../../dialogs/understanding/phrase.ts'
import { couldBeTwo, readAmount } from '../../../dialogs/understanding/read-amount.ts'
import { readDayIn, readPastDayIn } from '../../../dialogs/understanding/read-day.ts'
import { orSplitNotice } from '../../../dialogs/watch/split-notice.ts'
import { languagesFrom, type Languages } from '../../../dialogs/words/languages.ts'
import type { Words } from '../../../dialogs/words/words.ts'
import { joinCustomers } from '../../../domain/customers/customer-directory.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { everyLanguage } from '../../kit/languages.ts'

/** A Thursday. */
export const today = '2026-12-03'

const directory = joinCustomers(
  [],
  customers.map(({ name, lane, domain }, at) => ({
    name,
    domain,
    lane: lane as Lane,
    tenantId: `6b0e4c1a-0000-4000-8000-${String(at).padStart(12, '0')}`,
  })),
  new Map(),
  new Map(),
)
const find = customerFinder()
/** All that is looked up to tell a name from what stands around it. */
const talk = { desk: { book: { today: () => Promise.resolve({ directory, day: today }) } }, find } as unknown as Talk

export const languages: Languages = languagesFrom(everyLanguage, 'en', 'Etc/UTC')

/** What was understood: slots by name, and which intent holds them. */
export type Heard = Readonly<Record<string, unknown>> & { readonly verb: string }

/** What somebody is answered: what they meant, or choices to say instead, the best first. */
export interface Answered {
  readonly heard: Heard | null
  readonly choices: readonly string[]
}

/** What a sentence leads to for somebody whose language is set: a slip may be read as if it were none, or asked about. */
export async function answered(said: string, own: Words): Promise<Answered> {
  const heard = await hear(said, own)
  if (heard !== null) return { heard, choices: [] }
  const { sure, choices } = languages.guess(said, own)
  return sure === null ? { heard: null, choices } : { heard: await hear(sure, own), choices: [] }
}

/** What a sentence means to somebody whose language is set, slots resolved as the conversations resolve them. */
export async function hear(said: string, own: Words): Promise<Heard | null> {
  const understood = languages.understand(said, own) ?? (await orName(said, talk))
  const named = await orUnknownReason(await orSplitNotice(await orCustomer(understood, talk), talk), talk)
  return named && pruned({ verb: named.verb, ...slotsOf(named, own) })
}

function slotsOf(intent: Intent, own: Words): Readonly<Record<string, unknown>> {
  const day = (said: string | null | undefined, past = false) =>
    said == null ? null : ((past ? readPastDayIn : readDayIn)([own, ...languages.all], said, today) ?? 'unclear')
  const sum = (said: string | null | undefined, strict = true) => {
    if (said == null) return null
    if (strict && couldBeTwo(said)) return 'unclear'
    const read = readAmount(said, own.tag)
    return read.kind === 'amount' ? read.money : read.kind === 'unclear' ? 'unclear' : { number: read.number }
  }
  const who = 'who' in intent ? { customer: whoIs(intent.who) } : {}
  switch (intent.verb) {
    case 'overdue':
    case 'due':
      return { ...intent.filters, page: intent.page === 1 ? null : intent.page }
    case 'overdue-csv':
      return { ...intent.filters }
    case 'overdue-of':
      return { ...who, unread: intent.unread }
    case 'suspend':
      return { ...who, reason: intent.reason, day: day(intent.on) }
    case 'policy-text':
      return { ...who, tongue: intent.language }
    case 'policy-given':
      return { ...who, day: day(intent.day, true), way: intent.how }
    case 'budget':
      return { ...who, sum: sum(intent.amount, false) }
    case 'credit-limit':
      return { ...who, sum: sum(intent.amount), day: day(intent.review), reason: intent.text }
    case 'credit-hold':
    case 'credit-release':
      return { ...who, reason: intent.text }
    case 'dossier':
      return { ...who, handedIn: intent.handedIn }
    case 'note':
    case 'notice':
      return { ...who, text: intent.text }
    case 'report':
      return { ...who, suspicion: intent.suspicion, text: intent.text }
    case 'end':
      return { ...who, way: intent.way }
    case 'assign':
      return { ...who, person: personIs(intent.person) }
    case 'skip':
      return { ...who, day: day(intent.until), reason: intent.because }
    case 'why':
    case 'why-not':
      return { ...who, day: day(intent.on, true) }
    case 'ticket':
      return { ...who, text: intent.about, case: intent.from }
    case 'change-ticket':
      return { change: intent.change, case: intent.case, text: intent.said }
    case 'final-notice':
      return { ...who, day: day(intent.until) }
    case 'remind':
      return { ...who, kind: intent.kind }
    case 'customer-language':
      return { ...who, tongue: intent.tongue }
    case 'address':
      return { ...who, email: intent.said }
    case 'agree': {
      const { kind, who: whom, sum: amount, day: on, listed, count, every, reason } = intent.about
      return {
        ...{ kind, sum: sum(amount), day: day(on), reason, count, text: listed },
        ...(kind === 'dispute' ? { invoice: whom } : { customer: whoIs(whom) }),
        ...(kind === 'plan' ? { every } : {}),
      }
    }
    case 'route':
    case 'route-digest':
    case 'route-fraud':
    case 'route-customer': {
      const change = typeof intent.change === 'string' ? { change: intent.change } : { change: 'to', ...intent.change }
      if (intent.verb === 'route') return { ...change, topic: intent.topic }
      if (intent.verb === 'route-digest') return { ...change, time: intent.time, zone: intent.zone }
      if (intent.verb === 'route-fraud')
        return { ...change, lane: intent.only?.lane ?? null, severity: intent.only?.severity ?? null }
      const [named] = intent.named.filter((each) => find(directory, each.who).kind === 'one')
      return {
        ...change,
        customer: whoIs(named?.who ?? null),
        lane: named?.only?.lane,
        severity: named?.only?.severity,
      }
    }
    case 'tickets':
      return { mine: intent.mine, page: intent.page === 1 ? null : intent.page }
    case 'alerts':
    case 'waiting':
    case 'policy-rehearse':
      return { page: intent.page === 1 ? null : intent.page }
    case 'role':
      return { change: intent.change, role: intent.role, person: intent.person }
    case 'language':
      return { tongue: intent.said }
    case 'link':
      return { code: intent.code }
    case 'unlink':
      return { person: intent.person }
    case 'unclear-amount':
    case 'which-currency':
    case 'overdue-twice':
    case 'route-unclear':
      // What is asked about is what was said.
      return {}
    default:
      return {
        ...who,
        ...('lane' in intent ? { lane: intent.lane } : {}),
        ...('case' in intent ? { case: intent.case } : {}),
        ...('role' in intent ? { role: intent.role } : {}),
      }
  }
}

/** Oneself and nobody are called by many words. */
function personIs(said: string | null): string | null {
  return said === null ? null : (wordIn(languages.grammars(languages.best()), 'persons', said) ?? said)
}

/** The one that is found; else whom a picker offers, best first; what was said where nobody is. */
function whoIs(said: string | null): string | readonly string[] | null {
  if (said === null) return null
  const found = find(directory, said)
  if (found.kind === 'one') return found.customer.name
  return found.kind === 'none' ? `${nobody}${said}` : found.customers.map(({ name }) => name)
}

const nobody = 'nobody called '

/** Whether a name that was said fits no customer. */
export function isNobody(customer: unknown): boolean {
  return customer === undefined || (typeof customer === 'string' && customer.startsWith(nobody))
}

function pruned(slots: Heard): Heard {
  return Object.fromEntries(
    Object.entries(slots).filter(([, value]) => value !== null && value !== undefined && value !== false),
  ) as Heard
}
