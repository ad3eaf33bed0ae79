import type { Activity, PrivateConversationState, TurnContext } from 'botbuilder-core'
import { blankAgreement } from '../dialogs/agreements/agreement-draft.ts'
import { recordAgreement } from '../dialogs/agreements/record-agreement.ts'
import { answer } from '../dialogs/answer.ts'
import type { Conversation } from '../dialogs/conversation.ts'
import { didYouMean } from '../dialogs/did-you-mean.ts'
import { home } from '../dialogs/home.ts'
import { performAction } from '../dialogs/perform-action.ts'
import { giveTaken } from '../dialogs/give-files.ts'
import { replacePressed, say } from '../dialogs/say.ts'
import { askWhom } from '../dialogs/customer/ask-whom.ts'
import { blankReport, reportAlert } from '../dialogs/fraud/report-alert.ts'
import { orCustomer, orName } from '../dialogs/overdue/unread-filters.ts'
import { languageCalled } from '../dialogs/staff/language.ts'
import { blankEnding } from '../dialogs/ending/ending-draft.ts'
import { endSubscriptions } from '../dialogs/ending/end-subscriptions.ts'
import { importLedger } from '../dialogs/ledger/import-ledger.ts'
import { receiveFile } from '../dialogs/ledger/receive-file.ts'
import { equip } from '../dialogs/script-dialog.ts'
import { isAnswer, whoIn } from '../dialogs/interrupting.ts'
import { become } from '../dialogs/staff/become.ts'
import { greeting, helpForStrangers } from '../dialogs/staff/help.ts'
import { link } from '../dialogs/staff/link.ts'
import { blankChange, changeSuspension } from '../dialogs/suspension/change-suspension.ts'
import { suspendCustomer } from '../dialogs/suspension/suspend-customer.ts'
import { orUnknownReason } from '../dialogs/suspension/unread-reason.ts'
import { blankSuspension } from '../dialogs/suspension/suspension-draft.ts'
import type { Talk, TalkWith } from '../dialogs/talk.ts'
import { openTicket } from '../dialogs/tickets/open-ticket.ts'
import { orSplitNotice } from '../dialogs/watch/split-notice.ts'
import { blankTicket, draftAgain, ticketFrom } from '../dialogs/tickets/ticket-draft.ts'
import type { Intent } from '../dialogs/understanding/intent.ts'
import { heardIn, type Heard, type Speaker } from '../dialogs/vocabulary/heard.ts'
import { said, type Reply } from '../dialogs/vocabulary/reply.ts'
import type { Languages } from '../dialogs/words/languages.ts'
import type { Words } from '../dialogs/words/words.ts'
import { caseKindOf } from '../domain/cases/case.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { Desk } from '../domain/desk.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import type { Staff } from '../domain/staff/staff.ts'
import { outsideReply } from '../dialogs/phrases/outside-reply.ts'

export interface TurnParts {
  readonly desk: Desk
  readonly languages: Languages
  readonly state: PrivateConversationState
  readonly open: (context: TurnContext) => Promise<Conversation>
  /** The person behind a speaker; null for an account tied to nobody. */
  readonly identify: (speaker: Speaker) => Promise<Staff | null>
  readonly talkOf: <By extends Staff | null>(speaker: Speaker, by: By, words: Words) => Promise<TalkWith<By>>
  /** How places are reached from now on, that of the speaker first. */
  readonly addressesOf: (activity: Activity) => readonly Address[]
}

/** One turn, any channel: who speaks → act, continue, answer or begin → save. */
export function createTurn(parts: TurnParts): (context: TurnContext) => Promise<void> {
  const { desk, languages, state, open, identify, talkOf, addressesOf } = parts

  return async (context) => {
    const heard = heardIn(context.activity)
    if (!heard) return
    const [address, ...others] = addressesOf(context.activity)
    const firstContact = address !== undefined && (await desk.cards.meet(address))
    for (const other of others) await desk.cards.meet(other)
    const by = await identify(heard.by)
    const around = heard.by.personal ? null : await desk.cards.address(heard.by.place)
    const words = languages.best(by?.language ?? null, heard.by.locale, around?.language ?? null)
    if (!by) return heard.kind === 'arrived' && !firstContact ? undefined : stranger(context, heard, words)

    const talk = await talkOf(heard.by, by, words)
    try {
      switch (heard.kind) {
        case 'arrived':
          // However often the desk is installed, a place is greeted once.
          return firstContact ? await say(context, greeting(talk), talk) : undefined
        case 'home':
          return await say(context, await home(talk), talk)
        case 'unknown-button':
          return await say(context, said(words.say('press.unknown')), talk)
        case 'acted': {
          const { card, said: reply, begins } = await performAction(heard.action, heard.inputs, talk)
          if (card) await replacePressed(context, card, talk)
          if (reply) await say(context, reply, talk)
          return begins ? await beginPressed(context, begins, talk) : undefined
        }
        case 'asked-again':
          return await askAgain(context, heard.question, talk)
        case 'file':
          return await hearFile(context, heard, talk)
        case 'file-taken': {
          const reply = await giveTaken(heard, talk)
          return reply === null ? undefined : await say(context, reply, talk)
        }
        case 'file-declined':
          return await say(context, said(words.say('file.declined', { name: heard.name })), talk)
        case 'said':
          return await hearSaid(context, heard, talk)
      }
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      await say(context, outsideReply(fault, words), talk)
    } finally {
      await state.saveChanges(context)
    }
  }

  async function hearSaid(context: TurnContext, heard: Extract<Heard, { kind: 'said' }>, talk: Talk): Promise<void> {
    const { words } = talk
    const conversation = await open(context)
    const lookingUp = conversation.open === askWhom.name
    const inTheMiddle = conversation.open !== null && !lookingUp
    const heardAs = withInputs(languages.understand(heard.text, words, heard.command), heard)
    const idle = conversation.open === null && !heard.pressed
    const named = await orCustomer(heardAs ?? (idle ? await orName(heard.text, talk) : null), talk)
    const understood = await orSplitNotice(named, talk)
    const aboutSomebody = await orUnknownReason(understood, talk)
    equip(context, talk, { ...heard, named: whoIn(aboutSomebody) })
    // At an open form, “suspend contoso because …” is most likely its note.
    const intent = inTheMiddle ? understood : aboutSomebody
    const speak = (reply: Reply) => say(context, reply, talk)
    // A list that is paged through, or a draft that is left, stays where it is.
    const inPlace = (reply: Reply) => (heard.pressed ? replacePressed(context, reply, talk) : speak(reply))

    const standing = heard.answers === undefined ? 'open' : conversation.standing(heard.answers)
    if (standing !== 'open') return speak(notOpen(standing, words))
    if (conversation.open !== null && (await isAnswer(heard, intent, conversation.open, talk)))
      return conversation.goOn()
    if (intent === null) {
      if (heard.pressed) return speak(said(words.say('press.unknown')))
      const { command: _, ...spoken } = heard
      const { sure, choices } = languages.guess(heard.text, words)
      return sure === null ? speak(didYouMean(choices, words)) : hearSaid(context, { ...spoken, text: sure }, talk)
    }
    if (lookingUp && !['never-mind', 'thanks', 'goodbye'].includes(intent.verb)) await conversation.leave()
    switch (intent.verb) {
      case 'never-mind':
        if (conversation.open === null) return speak(said(words.say('nothing-to-leave')))
        await conversation.leave()
        return inPlace(said(words.say('left')))
      case 'link':
        return speak(await link(intent, talk))
      case 'become':
        return speak(await become(intent, talk))
      case 'suspend':
      case 'agree':
      case 'change-case':
      case 'end':
      case 'ticket':
      case 'report':
        if (inTheMiddle) await speak(said(words.say('begun-anew')))
        return begin(intent, conversation)
      default:
        if (!inTheMiddle && isAboutOne(intent)) {
          const { verb, who } = intent
          return conversation.begin(askWhom.name, {
            verb,
            who,
            until: 'until' in intent ? intent.until : 'on' in intent ? intent.on : null,
            text: 'text' in intent ? intent.text : 'because' in intent ? intent.because : null,
            person: 'person' in intent ? intent.person : null,
          })
        }
        await (intent.verb === 'overdue' || intent.verb === 'due' ? inPlace : speak)(await answer(intent, talk))
        if (intent.verb === 'language' || switchesLanes(intent)) {
          // What comes back is asked in the language that was just chosen, and tells what was just stopped.
          const called = intent.verb === 'language' ? languageCalled(intent.said, talk) : null
          const chosen = await talkOf(heard.by, talk.by, called ?? words)
          equip(context, chosen, { ...heard, named: null })
        }
        // An interruption is answered, then the open question is asked again.
        return inTheMiddle ? conversation.askAgain() : undefined
    }
  }

  /** What a button on a card begins: whatever was open gives way, as it does to a sentence. */
  async function beginPressed(
    context: TurnContext,
    { script, draft }: { readonly script: string; readonly draft: object },
    talk: Talk,
  ): Promise<void> {
    const conversation = await open(context)
    equip(context, talk, { text: '', inputs: {}, pressed: false, named: null })
    if (conversation.open !== null && conversation.open !== askWhom.name)
      await say(context, said(talk.words.say('begun-anew')), talk)
    return conversation.begin(script, draft)
  }

  async function askAgain(context: TurnContext, question: string, talk: Talk): Promise<void> {
    const conversation = await open(context)
    const standing = conversation.standing(question)
    if (standing !== 'open') return say(context, notOpen(standing, talk.words), talk)
    equip(context, talk, { text: '', inputs: {}, pressed: false, named: null })
    return conversation.askAgain()
  }

  async function hearFile(context: TurnContext, heard: Extract<Heard, { kind: 'file' }>, talk: Talk): Promise<void> {
    const conversation = await open(context)
    const inTheMiddle = conversation.open !== null && conversation.open !== askWhom.name
    equip(context, talk, { text: '', inputs: {}, pressed: false, named: null })
    const received = await receiveFile(heard, talk)
    if ('say' in received) {
      await say(context, received.say, talk)
      return inTheMiddle ? conversation.askAgain() : undefined
    }
    if (inTheMiddle) await say(context, said(talk.words.say('begun-anew')), talk)
    return conversation.begin(importLedger.name, received.draft)
  }

  async function stranger(context: TurnContext, heard: Heard, words: Words): Promise<void> {
    const { by: speaker } = heard
    const intent = heard.kind === 'said' ? languages.understand(heard.text, words) : null
    const talk = await talkOf(speaker, null, words)
    await say(context, intent?.verb === 'link' ? await link(intent, talk) : helpForStrangers(talk), talk)
  }
}

/** What is asked for piece by piece. */
function begin(
  intent: Extract<Intent, { verb: 'agree' | 'suspend' | 'change-case' | 'end' | 'ticket' | 'report' }>,
  conversation: Conversation,
): Promise<void> {
  switch (intent.verb) {
    case 'suspend':
      return conversation.begin(suspendCustomer.name, blankSuspension(intent.who, intent.reason, intent.on ?? null))
    case 'change-case':
      return caseKindOf(intent.case) === 'service-request'
        ? conversation.begin(openTicket.name, draftAgain(intent.case))
        : conversation.begin(changeSuspension.name, blankChange(intent.case))
    case 'agree':
      return conversation.begin(recordAgreement.name, blankAgreement(intent.about))
    case 'end':
      return conversation.begin(endSubscriptions.name, blankEnding(intent.way, intent.who))
    case 'ticket':
      return conversation.begin(
        openTicket.name,
        intent.from === undefined ? blankTicket(intent.who, intent.about) : ticketFrom(intent.from, intent.about),
      )
    case 'report':
      return conversation.begin(reportAlert.name, blankReport(intent.who, intent.suspicion, intent.text))
  }
}

/** A second press of a double click, or on a card that was typed past: the first answer counts. */
function notOpen(standing: 'answered' | 'unknown', words: Words): Reply {
  return said(words.say(standing === 'answered' ? 'press.given' : 'press.unknown'))
}

type AboutOne = Extract<Intent, { verb: (typeof aboutOne)[number] }>

const aboutOne = [
  'customer',
  'resume',
  'holds',
  'match',
  'assign',
  'note',
  'why',
  'why-not',
  'next',
  'notes',
  'skip',
  'notice',
  'final-notice',
] as const

/** Questions about one customer: whom a name means may have to be asked first. */
function isAboutOne(intent: Intent): intent is AboutOne {
  return aboutOne.some((verb) => verb === intent.verb)
}

/** What changes how lanes stand. */
function switchesLanes({ verb }: Intent): boolean {
  return verb === 'stop' || verb === 'watch-only'
}

/** What was picked in the card of a list belongs to the sentence its button says. */
function withInputs(intent: Intent | null, { inputs }: Extract<Heard, { kind: 'said' }>): Intent | null {
  const who = inputs['who']
  return intent?.verb === 'customer' && intent.who === null && who !== undefined ? { ...intent, who } : intent
}
