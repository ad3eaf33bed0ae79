import type { TurnContext } from 'botbuilder-core'
import { isLost } from '../../dialogs/vocabulary/messenger.ts'
import { said } from '../../dialogs/vocabulary/reply.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { ChannelAccount } from '../../domain/staff/staff.ts'
import { TooBusy, turnLock, usualLimits, type TurnLimits } from '../shared/turn-lock.ts'
import { acknowledgedFirst, type AcknowledgedFirst } from './acknowledged-first.ts'
import { addressesOf } from './address-of.ts'
import { askedInWindow } from './asked-in-window.ts'
import type { Answers } from './answers.ts'
import { privateAnswers } from './answers.ts'
import { answersTo, isShared, usualAnswers } from './answers-to.ts'
import type { Channels } from './channels.ts'
import type { Delivery } from './delivery.ts'
import { fileGiver } from './give-file.ts'
import { heardFrom } from './heard-from.ts'
import { removedFrom } from './removed-from.ts'
import { conversationOf, type Origin } from './origin.ts'
import type { People, Person } from './people.ts'
import { sentWindow, type Ack, type SentWindow } from './sent-window.ts'
import type { SlackApi } from './slack-api.ts'
import type { SlackHosts } from './slack-hosts.ts'
import { NotAnswered, type SlackBotAdapter } from './slack-bot-adapter.ts'
import type { SlackSays } from './slack-says.ts'

export interface HearingParts {
  readonly api: SlackApi
  readonly hosts: SlackHosts
  readonly people: People
  readonly channels: Channels
  readonly adapter: SlackBotAdapter
  /** What a turn does; `heardIn(context.activity)` says what was heard. */
  readonly turn: (context: TurnContext) => Promise<void>
  /** What is said to somebody, in their language; null: to nobody in particular. */
  readonly says: (to: Reader | null) => Promise<SlackSays>
  /** Fetches a file that was sent. Throws `OutsideFault`. */
  readonly read: (url: string) => Promise<Uint8Array>
  /** The desk was removed from a channel, or from the whole workspace: from the places of which this holds. */
  readonly onRemoved: (gone: (address: Address) => boolean, from: 'channel' | 'workspace') => Promise<void>
  /** Hears why nobody was answered; for the log. */
  readonly onTurnedAway: (why: string) => void
  /** Logs what went wrong; gives the reference a person is to quote. */
  readonly onFailure: (cause: unknown) => string
  readonly limits?: TurnLimits
  /** When a turn begins; unless told, after what has come in meanwhile is acknowledged. */
  readonly begins?: AcknowledgedFirst
}

/** Somebody who reads: the language they chose at the desk counts before the one of their client. */
export interface Reader {
  readonly account: ChannelAccount
  readonly locale: string | null
}

const mostKept = 10_000

type Spoken = Exclude<Delivery, { kind: 'removed' }>

/** Hears one delivery: who is it, what was it, one turn at a time per person and conversation. Never throws. */
export function hearing(parts: HearingParts): (delivery: Delivery, ack: Ack) => Promise<void> {
  const { api, hosts, people, channels, adapter, turn, says, read, onTurnedAway, onFailure } = parts
  const lock = turnLock(parts.limits ?? usualLimits)
  const begins = parts.begins ?? acknowledgedFirst()
  const windows = askedInWindow()
  /** What Slack calls the chat of a person with the desk, as far as they said something there. */
  const ownChats = new Map<string, string>()
  /** Who was told that it is too much, and has not been heard since. */
  const toldBusy = new Set<string>()

  const hearSpoken = async (delivery: Spoken, window: SentWindow | null): Promise<void> => {
    const { user, team } = delivery.origin
    if (!(await people.isOurs(team))) return onTurnedAway('other-workspace')
    const person = await people.person(user)
    const account = { channel: 'slack', tenant: team, user } as const
    const words = await says({ account, locale: person.locale })
    window?.readBy(words)
    const from = inOwnChat(await located(delivery))
    const heard = heardFrom({ ...asked(delivery), origin: from }, person, read)
    const isAside = heard.kind === 'acted' && from.at !== null && from.privately !== null
    const origin: Origin = isAside ? { ...from, aside: true } : from
    const formParts = { api, words, origin, windows }
    const usual = usualAnswers(delivery, heard, formParts)
    const refusal = await whyNot(delivery, person, origin, words)
    if (refusal !== null) {
      onTurnedAway(refusal.why)
      await window?.closes(refusal.text ?? '…')
      if (refusal.text !== null) await asideOf(origin, usual, words).say(said(refusal.text))
      return
    }
    const answers = await answersTo(delivery, usual, window, formParts)
    const give = fileGiver({ api, hosts, origin, heard, shared: isShared(delivery) })
    const addresses = addressesOf(origin, person)
    const key = JSON.stringify([conversationOf(origin), user])
    try {
      await lock(key, () => adapter.hear(heard, { origin, addresses, answers, give }, turn))
      toldBusy.delete(key)
    } catch (cause) {
      // Slack itself being the trouble, there is no way to say so.
      const text = cause instanceof TooBusy ? words.tooBusy : words.apology(onFailure(told(cause)))
      const heardIt = cause instanceof TooBusy && toldBusy.has(key) && window === null
      if (cause instanceof TooBusy) toldBusy.add(key)
      if (!heardIt && !isSlackFault(cause)) await answers.say(said(text))
    } finally {
      await answers.finish()
    }
  }

  /** An event says a channel by its id; people call it by its name. What is shared is said in the channel itself. */
  const located = async (delivery: Spoken): Promise<Origin> => {
    const { origin } = delivery
    if (isShared(delivery) && origin.typedIn)
      return { ...origin, at: { ...origin.typedIn, thread: null }, typedIn: null }
    const { at, typedIn } = origin
    if (at?.name === '') return { ...origin, at: { ...at, name: (await channels.facts(at.channel)).name } }
    if (typedIn?.name === '') return { ...origin, typedIn: { ...typedIn, name: await nameOf(typedIn.channel) } }
    return origin
  }

  /** A command typed in a chat of two is answered openly where the second is the desk, and privately elsewhere. */
  const inOwnChat = (origin: Origin): Origin => {
    const { user, chat, privately } = origin
    if (chat === null) return origin
    if (privately === null) {
      if (ownChats.size >= mostKept) ownChats.clear()
      ownChats.set(user, chat.channel)
      return origin
    }
    return ownChats.get(user) === chat.channel ? { ...origin, privately: null } : { ...origin, chat: null }
  }

  /** What a window answers is the question that it was last told of. */
  const asked = (delivery: Spoken): Spoken =>
    'view' in delivery ? { ...delivery, answers: windows.questionOf(delivery.view, delivery.answers) } : delivery

  /** A command can be typed where the desk is not; Slack says nothing of such a channel. */
  const nameOf = async (channel: string): Promise<string> => {
    const facts = await channels.facts(channel).catch(unlessLost)
    return facts?.name ?? ''
  }

  const whyNot = async (delivery: Spoken, { standing }: Person, { at }: Origin, words: SlackSays) => {
    if (standing === 'bot') return { why: standing, text: null }
    if (standing !== 'member') return { why: standing, text: words.stranger }
    if (!at) return null
    // Whoever shares shows it to everybody: then it is asked anew, also where the desk is not and cannot ask.
    const facts = isShared(delivery)
      ? await channels.factsNow(at.channel).catch(unlessLost)
      : await channels.facts(at.channel)
    if (facts === null) return { why: 'not-in-channel', text: words.notHere }
    const outsiders = facts.outsiders || ('outsiders' in delivery && delivery.outsiders)
    return outsiders ? { why: 'shared-channel', text: words.notAmongOutsiders } : null
  }

  const asideOf = (origin: Origin, usual: Answers, words: SlackSays): Answers =>
    origin.privately === null ? usual : privateAnswers(origin, origin.privately, api, words)

  return async (delivery, ack) => {
    // Only what becomes of a form is said in the acknowledgement; everything else is answered afterwards.
    const window = delivery.kind === 'filled-in' ? sentWindow(delivery.view, ack, api, await says(null)) : null
    try {
      if (!window) {
        await ack()
        await begins()
      }
      if (delivery.kind === 'removed') await parts.onRemoved(removedFrom(delivery), delivery.from)
      else await hearSpoken(delivery, window)
    } catch (cause) {
      await tellTrouble(delivery, window, cause)
    } finally {
      await ack()
    }
  }

  /** The window of a form, and the address that a command brought, work even where Slack does not say who somebody is. */
  async function tellTrouble(delivery: Delivery, window: SentWindow | null, cause: unknown): Promise<void> {
    const reference = onFailure(cause)
    if (delivery.kind === 'removed') return
    const { origin } = delivery
    const words = await says(null)
    const text = isSlackFault(cause) ? words.offline : words.apology(reference)
    await window?.tells(text)
    if (origin.privately !== null)
      await privateAnswers(origin, origin.privately, api, words).say(said(text)).catch(onFailure)
  }
}

function unlessLost(fault: unknown): null {
  if (isLost(fault)) return null
  throw fault
}

/** What to log: that Slack was out of reach, rather than that an answer failed. */
function told(cause: unknown): unknown {
  return cause instanceof NotAnswered ? cause.cause : cause
}

function isSlackFault(thrown: unknown): boolean {
  const cause = thrown instanceof NotAnswered ? thrown.cause : thrown
  return cause instanceof OutsideFault && cause.facts.service === 'slack'
}
