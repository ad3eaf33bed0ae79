import { handsIn, waitsForDecision } from '../../domain/cases/case.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { accountIn } from '../../domain/staff/chats.ts'
import { accountKey, type ChannelAccount, type Staff } from '../../domain/staff/staff.ts'
import { maySee } from '../may-see.ts'
import type { Talk, TalkWith } from '../talk.ts'
import type { Action } from '../vocabulary/action.ts'
import type { Membership } from '../vocabulary/roster.ts'

/**
 * Which presses decide: whoever presses one must belong here at that very moment. What asks, rejects or takes back only
 * keeps things as they are, so that nobody is ever kept from stopping something.
 */
export const decides: Readonly<Record<Action['act'], boolean>> = {
  'suspension.approve': true,
  'suspension.reject': false,
  'suspension.question': false,
  'suspension.answer': false,
  'suspension.withdraw': false,
  'suspension.call-off': true,
  'suspension.break-glass': true,
  'suspension.confirm-glass': true,
  // It brings service back at once.
  'suspension.reverse-glass': true,
  // For non-payment it lifts the hold at once.
  'resumption.ask': true,
  'resumption.approve': true,
  'resumption.reject': false,
  'ending.approve': true,
  'ending.reject': false,
  'ending.withdraw': false,
  'budget.approve': true,
  'budget.reject': false,
  'budget.withdraw': false,
  // The ladder goes on with it.
  'agreement.undo': false,
  'agreement.end': false,
  // They keep things as they are, or ask.
  'credit.hold': false,
  'credit.release': false,
  'credit-change.approve': true,
  'credit-change.reject': false,
  'credit-change.withdraw': false,
  'resumption.tick': false,
  'hold.keep': false,
  // Places a hold, or keeps one lifted, by one person's word.
  'by-hand.done': true,
  'by-hand.not-done': true,
  'ticket.filed': false,
  'ticket.not-filed': false,
  // They go out to the operator.
  'ticket.note': true,
  'ticket.severity': true,
  'ticket.close': true,
  'ticket.answer': false,
  'ticket.reopen': false,
  'ticket.done': false,
  'ticket.take-over': false,
  'role-change.ask': false,
  'role-change.confirm': true,
  'role-change.reject': false,
  'policy-change.activate': true,
  'policy-change.reject': false,
  'ledger-import.confirm': true,
  'ledger-import.reject': false,
  // Where it changes little it counts at once.
  'ledger-import.undo': true,
  'lane-switch.confirm': true,
  'lane-switch.reject': false,
  'daily-brake.let-go': true,
  'daily-brake.call-off': false,
  'lane-trouble.retry': false,
  'match.confirm': true,
  // From then on what the operator took out may be brought back.
  'sighting.record': true,
  'countdown.let-go': true,
  'countdown.want-back': false,
  'due.preview': false,
  'due.ask': false,
  'due.open': false,
  'due.remind': false,
  'due.promise': false,
  'due.skip': false,
  'step.undo': false,
  'final-notice.record': false,
  // It goes out to the customer.
  'reminder.mail': true,
  'reminder.given': false,
  'address.confirm': true,
  'fraud-alert.claim': false,
  'fraud-alert.hand-over': false,
  'fraud-alert.suspend': false,
  'fraud-alert.ask-customer': false,
  'fraud-alert.ticket': false,
  'fraud-alert.preview-snooze': false,
  // Whoever left must not silence it, nor say how it ended.
  'fraud-alert.snooze': true,
  'fraud-alert.wake': false,
  'fraud-alert.decide': true,
  'fraud-alert.tell-again': true,
  'link.confirm': true,
  'link.deny': false,
}

/**
 * Why somebody may not do this just now; null: they belong here, or nobody is asked, as in the demo. The account they use
 * must belong to its chat, and so must the one they are known by in the root chat: whoever left there left.
 */
export async function whyNotOurs(
  doing: Action['act'] | 'link' | 'ledger-import.commit',
  { desk, words, speaker, rosters, by }: TalkWith<Staff | null>,
): Promise<string | null> {
  const known = by && accountIn(by, desk.chats.root)
  const elsewhere = known && known.channel !== speaker.account.channel ? [known] : []
  for (const account of [speaker.account, ...elsewhere]) {
    const place = account === speaker.account ? speaker.place : accountKey(account)
    const chat = words.say(`chat.${account.channel}`)
    const membership = await membershipOf(account, place)
    if (membership === 'unknown') return words.say('refusal.member.unknown', { chat })
    if (membership === 'member') continue
    await desk.staff.refuse(account, { by, membership, doing })
    return words.say(`refusal.member.${membership}`, { chat })
  }
  return null

  async function membershipOf(account: ChannelAccount, place: string): Promise<Membership | 'unknown'> {
    const roster = rosters[account.channel]
    if (!roster) return 'member'
    const address = await desk.cards.address(place)
    if (!address || address.dead) return 'unknown'
    try {
      return await roster.membership(account, address)
    } catch (fault) {
      if (fault instanceof OutsideFault) return 'unknown'
      throw fault
    }
  }
}

/**
 * Why nobody may decide this: somebody whose hand is in it is known only in a chat that is the root no more, and whoever
 * decides may be that very person under another name. Null: all of them are known, or nothing waits.
 */
export async function whyNotComparable(pressed: Action, { desk, words, by }: Talk): Promise<string | null> {
  const found = 'case' in pressed ? await desk.cards.read(pressed.case) : null
  if (!found || !waitsForDecision(found) || !maySee(found.kind, by)) return null
  const known = new Set((await desk.staff.all()).map(({ id }) => id))
  if (handsIn(found).every((id) => known.has(id))) return null
  return words.say('refusal.asked-by-unknown', { chat: words.say(`chat.${desk.chats.root}`) })
}

/**
 * Whoever speaks as they are now: a chat takes its time to say who belongs, and a role or a linked account may have been
 * taken meanwhile. Null: the account is theirs no more.
 */
export async function asOfNow({ desk, speaker, by, demo }: Talk): Promise<Staff | null> {
  const now = demo ? await desk.staff.byId(by.id) : await desk.staff.whoIs(speaker.account)
  return now?.id === by.id ? now : null
}
