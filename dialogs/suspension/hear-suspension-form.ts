import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { behindUnpaidLines, isPrepaid } from '../../domain/suspension/scope.ts'
import { obstaclesTo } from '../../domain/suspension/obstacles.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { mostCharacters } from '../phrases/too-long.ts'
import type { Answer } from '../script.ts'
import type { Talk } from '../talk.ts'
import { wordIn } from '../understanding/phrase.ts'
import { readSuspendable } from './read-suspendable.ts'
import { mostNamed, type SuspensionDraft } from './suspension-draft.ts'

/**
 * The form's fields as they were sent, or a typed line: numbers pick, "ask" sends, other words are the reason to set the
 * policy aside where one is missing, else a line of the note.
 */
export async function hearSuspensionForm(
  filled: SuspensionDraft,
  answer: Answer,
  customer: string,
  talk: Talk,
): Promise<SuspensionDraft> {
  const next = await withAnswer(filled, answer, customer, talk)
  const [note, override] = [next.note?.length ?? 0, next.override?.length ?? 0]
  const most = mostCharacters.words
  const named = next.named?.length ?? 0
  if (named > mostNamed) return { ...next, named: filled.named, sent: false, tooLong: named, tooLongIn: 'named' }
  if (note <= most && override <= most) return next
  return {
    ...next,
    // What is too long is not kept in part, as that would read as the whole; the other field is as it was sent.
    note: note > most ? filled.note : next.note,
    override: override > most ? filled.override : next.override,
    sent: false,
    tooLong: Math.max(note, override),
    tooLongIn: note > most && override > most ? null : note > most ? 'note' : 'override',
  }
}

async function withAnswer(
  filled: SuspensionDraft,
  { text, inputs }: Answer,
  customer: string,
  talk: Talk,
): Promise<SuspensionDraft> {
  const picked = inputs['subscriptions']
  const withInputs = {
    ...filled,
    subscriptions: picked === undefined ? filled.subscriptions : picked.split(',').filter((id) => id !== ''),
    named: inputs['named'] === undefined ? filled.named : orNull(inputs['named']),
    note: inputs['note'] === undefined ? filled.note : orNull(inputs['note']),
    override: inputs['override'] === undefined ? filled.override : orNull(inputs['override']),
    sent: false,
    misheard: false,
    tooLong: null,
    tooLongIn: null,
  }
  const answer = wordIn<'ask' | 'all'>(talk.grammars, 'answers', text)
  if (answer === 'ask') return { ...withInputs, sent: true }
  const numbers = /^[\d\s,，、]+$/u.test(text) ? (text.match(/\d+/gu) ?? []).map(Number) : []
  if (answer === 'all' || numbers.length > 0) {
    const listed = await listedOf(customer, filled.reason ?? 'non-payment', talk)
    if (numbers.some((number) => number < 1 || number > listed.length)) return { ...withInputs, misheard: true }
    return {
      ...withInputs,
      subscriptions: (answer === 'all' ? await allOf(listed, filled, customer, talk) : listed)
        .filter((_, at) => answer === 'all' || numbers.includes(at + 1))
        .map(({ id }) => id),
    }
  }
  const words = orNull(text)
  if (words === null) return { ...withInputs, misheard: true }
  if (withInputs.override === null && (await isInTheWay(filled, customer, talk))) {
    return { ...withInputs, override: words }
  }
  if (withInputs.named === null && (await isNamedByHand(filled, customer, talk))) return { ...withInputs, named: words }
  // What is typed next stands beside what was typed before; the form shows both.
  return { ...withInputs, note: withInputs.note === null ? words : `${withInputs.note}\n${words}` }
}

/** Whether nobody can be asked what there is, and the ledger names nothing either: words are a name then. */
async function isNamedByHand({ reason }: SuspensionDraft, customer: string, talk: Talk): Promise<boolean> {
  const lane = (await talk.desk.book.today()).directory.byId(customer)?.lane
  if (!lane || talk.desk.laneOf(lane)) return false
  return (await listedOf(customer, reason ?? 'non-payment', talk)).length === 0
}

/** Whether the policy says not yet, so that words are needed to set it aside. */
async function isInTheWay({ reason }: SuspensionDraft, customer: string, { desk }: Talk): Promise<boolean> {
  const of = (await desk.book.today()).of(customer)
  return reason === 'non-payment' && of !== null && obstaclesTo(of, desk.policy).length > 0
}

/** What the form lists, in its order. */
async function listedOf(customer: CustomerId, reason: SuspensionReason, talk: Talk) {
  const found = (await talk.desk.book.today()).directory.byId(customer)
  return found && isMatched(found) ? (await readSuspendable(found, reason, null, talk)).suspendable : []
}

/** Everything but, for a debt, what was paid for ahead: that takes somebody to name it. */
async function allOf(
  listed: readonly OperatorSubscription[],
  { reason }: SuspensionDraft,
  customer: CustomerId,
  { desk }: Talk,
): Promise<readonly OperatorSubscription[]> {
  const of = (await desk.book.today()).of(customer)
  if (reason !== 'non-payment' || of === null) return listed
  const unpaid = behindUnpaidLines(of)
  return listed.filter((each) => !isPrepaid(each, unpaid))
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
