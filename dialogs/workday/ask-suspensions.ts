import { troubleOf } from '../../domain/acts/take-step.ts'
import { isMatched, type MatchedCustomer } from '../../domain/customers/customer.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { obstaclesTo, owesAnything } from '../../domain/suspension/obstacles.ts'
import { behindUnpaidLines } from '../../domain/suspension/scope.ts'
import { addOnsOf } from '../../domain/suspension/suspendable.ts'
import { showCase } from '../case-list.ts'
import { sums } from '../phrases/money-lines.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import { obstacleLine } from '../suspension/obstacle-line.ts'
import { readImpactFacts } from '../suspension/read-impact-facts.ts'
import { readSuspendable } from '../suspension/read-suspendable.ts'
import { askRefusalLine } from '../suspension/suspension-refusals.ts'
import type { Talk } from '../talk.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { overdueSums } from '../../domain/receivables/standing.ts'

/** A request that could be asked for without another question: what stands behind unpaid lines, and nothing in the way. */
interface Ready {
  readonly of: CustomerStanding & { readonly customer: MatchedCustomer }
  readonly chosen: readonly OperatorSubscription[]
  readonly all: readonly OperatorSubscription[]
}

type Looked = { readonly ready: Ready } | { readonly of: CustomerStanding; readonly why: string }

/** What asking for the ticked would cover, customer by customer; nobody is asked yet. */
export async function previewSuspensions(picked: readonly CustomerStanding[], talk: Talk): Promise<Reply> {
  const { words } = talk
  const looked = await Promise.all(picked.map((of) => look(of, talk)))
  const ready = looked.flatMap((each) => ('ready' in each ? [each.ready] : []))
  return {
    title: words.say('due.preview.title', { count: ready.length }),
    parts: [
      ...ready.map((each) => line(readyLine(each, talk))),
      ...whyNotParts(looked, talk),
      ...(ready.length === 0
        ? []
        : ([
            line(words.say('due.preview.how'), { weight: 'quiet' }),
            {
              kind: 'choices',
              id: 'who',
              label: words.say('due.preview.which'),
              multiple: true,
              options: ready.map(({ of: { customer } }) => ({ label: customer.name, value: customer.id })),
              chosen: ready.map(({ of }) => of.customer.id),
            },
          ] as const)),
    ],
    buttons: [
      ...(ready.length === 0
        ? []
        : [{ label: words.say('button.ask-second'), tone: 'good', acts: { act: 'due.ask' } } as const]),
      ...oneByOne(looked, talk),
    ],
  }
}

/** Asks for each of the ticked by itself: as many requests as customers, each decided by itself. */
export async function askSuspensions(picked: readonly CustomerStanding[], talk: Talk): Promise<Reply> {
  const { words, desk, by, speaker } = talk
  const looked = await Promise.all(picked.map((of) => look(of, talk)))
  const results: { readonly of: CustomerStanding; readonly line: Part; readonly case: string | null }[] = []
  // One after the other: each takes a number, and the first person's list reads in their order.
  for (const each of looked) {
    if ('why' in each) continue
    const { of, chosen, all } = each.ready
    const operator = desk.laneOf(of.customer.lane)
    const ask = {
      reason: 'non-payment',
      subscriptions: chosen.map(({ id }) => id),
      note: null,
      override: null,
      ...(operator && { read: await readImpactFacts(of.customer.id, operator) }),
    } as const
    const outcome = await desk.suspensions.request(of.customer.id, ask, all, by, speaker.place)
    const named = { customer: of.customer.name }
    results.push(
      outcome.ok
        ? {
            of,
            case: outcome.value.id,
            line: line(words.say('due.asked.line', { ...named, case: outcome.value.id }), { tone: 'good' }),
          }
        : {
            of,
            case: outcome.refusal.code === 'asked-before' ? outcome.refusal.case : null,
            line: line(words.say('due.not-asked.line', { ...named, why: askRefusalLine(outcome.refusal, talk) }), {
              tone: 'warning',
            }),
          },
    )
  }
  const asked = results.filter(({ case: id }) => id !== null)
  return {
    title: words.say('due.asked.title', { count: asked.length }),
    parts: [
      ...results.map((each) => each.line),
      ...whyNotParts(looked, talk),
      ...(asked.length > 1 ? [line(words.say('due.asked.each'), { weight: 'quiet' })] : []),
    ],
    buttons: [
      ...asked.slice(0, 6).flatMap(({ case: id }) => (id === null ? [] : [showCase(id, words)])),
      ...oneByOne(looked, talk),
    ],
  }
}

async function look(of: CustomerStanding, talk: Talk): Promise<Looked> {
  const { words, desk } = talk
  const { customer } = of
  if (!isMatched(customer)) return { of, why: words.say('refusal.not-matched') }
  const [before] = (await desk.suspensions.openOf(customer.id)).filter(({ reason }) => reason === 'non-payment')
  if (before) return { of, why: askRefusalLine({ code: 'asked-before', case: before.id }, talk) }
  if (!owesAnything(of)) return { of, why: words.say('refusal.nothing-overdue') }
  const obstacles = obstaclesTo(of, desk.policy)
  if (obstacles.length > 0) return { of, why: words.sentences(obstacles.map((each) => obstacleLine(each, words))) }
  try {
    const { all, suspendable } = await readSuspendable(customer, 'non-payment', null, talk)
    const unpaid = behindUnpaidLines(of)
    const chosen = suspendable.filter(({ id }) => unpaid.has(id))
    // What the ledger does not name is chosen by a person, one customer at a time.
    return chosen.length === 0
      ? { of, why: words.say('due.none-behind') }
      : { ready: { of: { ...of, customer }, chosen, all } }
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return { of, why: troubleLine(troubleOf(fault), customer.lane, words) }
  }
}

function readyLine({ of, chosen, all }: Ready, { words }: Talk): string {
  return words.say('due.preview.line', {
    customer: of.customer.name,
    operator: words.say(`lane.${of.customer.lane}`),
    sums: sums(overdueSums(of.standing), words),
    subscriptions: words.list(
      chosen.map(({ id, name, quantity }) => subscriptionLine({ name, quantity, addOns: addOnsOf(id, all) }, words)),
    ),
  })
}

function whyNotParts(looked: readonly Looked[], { words }: Talk): readonly Part[] {
  return looked.flatMap((each) =>
    'why' in each
      ? [line(words.say('due.not-asked.line', { customer: each.of.customer.name, why: each.why }), { tone: 'warning' })]
      : [],
  )
}

/** For whom something is to be chosen or explained first: the usual form, one press away. */
function oneByOne(looked: readonly Looked[], { words }: Talk): readonly Button[] {
  const reason = wordFor(words.grammar, 'reasons', 'non-payment')
  return looked.slice(0, 4).flatMap((each) =>
    'why' in each && isMatched(each.of.customer)
      ? [
          {
            label: words.say('button.due-one', { customer: each.of.customer.name }),
            says: phrase(words.grammar, 'suspend', { customer: each.of.customer.id, reason }),
          },
        ]
      : [],
  )
}

/** Nothing was ticked. */
export function nothingTicked({ words }: Talk): Reply {
  return said(words.say('due.tick-some'), { tone: 'warning', about: 'who' })
}
