import { verdicts, type FraudAlert, type Verdict } from '../../domain/fraud/fraud-alert.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { never } from '../../domain/shared/outcome.ts'
import { decided, warning, type Performed } from '../after-press.ts'
import { tooLongLine } from '../phrases/too-long.ts'
import type { Talk } from '../talk.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { ticketFrom } from '../tickets/ticket-draft.ts'
import type { Action, Inputs } from '../vocabulary/action.ts'
import { line, said } from '../vocabulary/reply.ts'
import { alertLine } from './alert-card.ts'
import { alertRefusalLine, mayNotAlert } from './alert-refusals.ts'
import { askTheCustomer } from './ask-the-customer.ts'
import { previewSnooze } from './snooze-alert.ts'
import { suspendAlerted } from './suspend-alerted.ts'

type AlertAction = Extract<Action, { act: `fraud-alert.${string}` }>

/** A reason stands in every later card: as much of it as a field of every chat holds. */
const mostReason = 1_000

/** Carries out what a button of an alert means. */
export async function performAlert(action: AlertAction, inputs: Inputs, talk: Talk): Promise<Performed> {
  const { desk, by, words } = talk
  const { alerts } = desk
  const because = inputs['words'] ?? ''
  const handling = alertRefusalLine('handle alert')
  const deciding = alertRefusalLine('decide alert')
  if (because.length > mostReason)
    return { card: null, said: { parts: tooLongLine(because.length, mostReason, 'words', words) } }
  switch (action.act) {
    case 'fraud-alert.claim':
      return decided(action.case, await alerts.claim(action, by), handling, talk)
    case 'fraud-alert.hand-over':
      return decided(action.case, await alerts.handOver(action, inputs['to'] ?? '', by), handling, talk)
    case 'fraud-alert.wake':
      return decided(action.case, await alerts.wake(action, by), handling, talk)
    case 'fraud-alert.tell-again':
      return decided(action.case, await alerts.tellAgain(action, by), deciding, talk)
    case 'fraud-alert.decide': {
      const chosen = action.verdict ?? verdicts.find((each) => each === inputs['verdict']) ?? null
      return chosen === null
        ? { card: null, said: said(words.say('refusal.alert.verdict-needed'), { tone: 'warning', about: 'verdict' }) }
        : decide(action, chosen, because, talk)
    }
    case 'fraud-alert.snooze': {
      const outcome = await alerts.snooze(action, { until: action.until, because }, by)
      // What asked for the reason is no card of the case: that one is brought up to date by itself.
      if (outcome.ok) return { card: { parts: [line(alertLine(outcome.value, talk), { tone: 'good' })] }, said: null }
      return { card: null, said: warning(handling(outcome.refusal, talk)) }
    }
    case 'fraud-alert.preview-snooze':
    case 'fraud-alert.suspend':
    case 'fraud-alert.ask-customer':
    case 'fraud-alert.ticket':
      return withOpen(action, inputs, talk)
    default:
      return never(action)
  }
}

type WithOpen = Extract<AlertAction, { act: `fraud-alert.${'preview-snooze' | 'suspend' | 'ask-customer' | 'ticket'}` }>

/** What changes nothing about the alert itself: it is read as it is now, whatever the card showed. */
async function withOpen(action: WithOpen, inputs: Inputs, talk: Talk): Promise<Performed> {
  const { desk, by, words } = talk
  if (!mayAsk(by.roles, 'handle alert')) return { card: null, said: warning(mayNotAlert('handle alert', words)) }
  const found = await desk.cards.read(action.case)
  const refusal = alertRefusalLine('handle alert')
  if (found?.kind !== 'fraud-alert') return { card: null, said: warning(refusal({ code: 'not-found' }, talk)) }
  const alert: FraudAlert = found.value
  if (alert.status !== 'pending') return decided(action.case, ended(alert), refusal, talk)
  switch (action.act) {
    case 'fraud-alert.preview-snooze':
      return { card: null, said: await previewSnooze(alert, found.version, inputs, talk) }
    case 'fraud-alert.suspend':
      return suspendAlerted(alert, talk)
    case 'fraud-alert.ask-customer':
      return { card: null, said: await askTheCustomer(alert, talk) }
    case 'fraud-alert.ticket':
      return { card: null, said: null, begins: { script: openTicket.name, draft: ticketFrom(alert.id, null) } }
    default:
      return never(action)
  }
}

async function decide(
  action: Extract<Action, { act: 'fraud-alert.decide' }>,
  verdict: Verdict,
  because: string,
  talk: Talk,
): Promise<Performed> {
  const { desk, by, words } = talk
  const asIgnore = action.verdict !== undefined
  const refusal = alertRefusalLine('decide alert')
  const outcome = await desk.alerts.decide(action, { verdict, because, asIgnore }, by)
  if (asIgnore && outcome.ok)
    return { card: { parts: [line(alertLine(outcome.value, talk), { tone: 'good' })] }, said: null }
  if (outcome.ok || outcome.refusal.code !== 'word-unknown-there') return decided(action.case, outcome, refusal, talk)
  // One more press tells another word: what was written is kept for it.
  return {
    card: null,
    said: {
      title: words.say('alert.as-ignore.title', { case: action.case }),
      parts: [
        line(refusal(outcome.refusal, talk)),
        { kind: 'input', id: 'words', label: words.say('alert.input.because'), value: because, multiline: true },
      ],
      buttons: [
        {
          label: words.say('button.as-ignore'),
          tone: 'good',
          acts: { act: 'fraud-alert.decide', case: action.case, version: action.version, verdict },
        },
      ],
    },
  }
}

function ended(alert: FraudAlert) {
  return { ok: false, refusal: { code: 'already-decided', alert } } as const
}
