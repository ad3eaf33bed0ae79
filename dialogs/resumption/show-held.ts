import type { Customer } from '../../domain/customers/customer.ts'
import { isOverdue, oldestDaysPastDue, overdueSums } from '../../domain/receivables/standing.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { needsSecondPerson } from '../../domain/resumption/resumption.ts'
import { notDone } from '../../domain/suspension/call-off.ts'
import { holdReasons, type HeldSubscription } from '../../domain/holds/hold.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { laneOnCard } from '../lanes/lane-lines.ts'
import { heldLine } from '../phrases/held-line.ts'
import { sums } from '../phrases/money-lines.ts'
import { textField } from '../phrases/text-field.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import type { Words } from '../words/words.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { mayNotLift } from '../phrases/whose-role.ts'

/** What is held for a customer, and one button for each reason that can be lifted. */
export async function showHeld({ id, name }: Customer, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const held = await desk.resumptions.heldOf(id)
  const going = (await desk.suspensions.openOf(id)).filter(
    (request) => !needsSecondPerson(request.reason) && notDone(request).length > 0,
  )
  if (held.length === 0 && going.length === 0) return said(words.say('held.nothing', { name }))
  const reasons = holdReasons.filter((reason) => held.some(({ holds }) => holds.some((hold) => hold.reason === reason)))
  const may = reasons.filter((reason) => mayAsk(by.roles, `resume from ${reason}`))
  const mayNot = reasons.filter((reason) => !may.includes(reason))
  return {
    title: words.say('held.title', { name }),
    parts: [
      ...[...new Set(held.map(({ lane }) => lane))].flatMap((lane) => laneOnCard(lane, talk)),
      ...held.map((subscription) => heldLine(subscription, talk)),
      ...notes(held, words),
      ...(may.includes('non-payment') ? await stillOwed(id, name, talk) : []),
      ...going.map((request) => stillGoing(request, words)),
      ...(held.length === 0 ? [] : [line(words.say('held.last-one'))]),
      ...mayNot.map((reason) => line(mayNotLift(reason, words), { weight: 'quiet' })),
      ...(may.includes('operator') ? textField('words', words.say('held.why-operator'), null, true) : []),
    ],
    buttons: [
      ...may.map((reason): Button => ({
        label: words.say('held.lift', { reason: words.say(`hold.${reason}`) }),
        acts: { act: 'resumption.ask', customer: id, reason },
      })),
      ...going.map(({ id: of }): Button => ({ label: of, says: phrase(words.grammar, 'show-case', { case: of }) })),
    ],
  }
}

/** What was said when each was placed. */
function notes(held: readonly HeldSubscription[], words: Words): readonly Part[] {
  const said = held.flatMap(({ holds }) => holds.map(({ case: id, note }) => ({ case: id, note: note ?? '' })))
  const lines = said.flatMap((each) => (each.note === '' ? [] : [words.say('held.note', each)]))
  return [...new Set(lines)].map((text) => line(text, { weight: 'quiet' }))
}

/** Whoever brings service back should know what is still about to be cut off. */
function stillGoing(request: SuspensionRequest, words: Words): Part {
  const names = words.list(notDone(request).map(({ name }) => name))
  return line(words.say('held.still-going', { case: request.id, names }), { tone: 'warning' })
}

/** Whoever lifts a hold for debt should know what is still owed. */
async function stillOwed(id: CustomerId, name: string, { desk, words }: Talk): Promise<readonly Part[]> {
  const of = (await desk.book.today()).of(id)
  if (!of || !isOverdue(of.standing)) return []
  const days = oldestDaysPastDue(of.standing)
  const text = words.say('suspension.owes', { name, sums: sums(overdueSums(of.standing), words), days })
  return [line(text, { tone: 'warning' })]
}
