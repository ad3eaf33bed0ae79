import type { CaseId } from '../domain/shared/ids.ts'
import { never, type Outcome } from '../domain/shared/outcome.ts'
import { audienceOf } from '../domain/cases/audience.ts'
import { mayAsk } from '../domain/staff/powers.ts'
import type { LinkRefusal } from '../domain/staff/decide-link.ts'
import type { TypedLink } from '../domain/staff/link-offer.ts'
import { accountKey } from '../domain/staff/staff.ts'
import { decided, fieldOf, warning, type Performed } from './after-press.ts'
import { endRefusalLine } from './agreements/agreement-refusals.ts'
import { agreementsOf } from './agreements/show-agreements.ts'
import { caseCard } from './case-card.ts'
import { finalNotice } from './customer/final-notice.ts'
import { matchRefusalLine } from './customer/match-proposals.ts'
import { countdownRefusalLine } from './countdown/countdown-card.ts'
import { showCustomer } from './customer/show-customer.ts'
import { budgetRefusalLine } from './budget/budget-refusals.ts'
import { creditRefusalLine } from './credit/credit-refusals.ts'
import { performCredit } from './credit/perform-credit.ts'
import { endingRefusalLine } from './ending/ending-refusals.ts'
import { performAlert } from './fraud/perform-alert.ts'
import { brakeRefusalLine } from './lanes/brake-card.ts'
import { switchRefusalLine } from './lanes/switch-card.ts'
import { retryRefusalLine } from './lanes/trouble-card.ts'
import { importRefusalLine, undoRefusalLine } from './ledger/import-card.ts'
import { performReminder } from './reminders/perform-reminder.ts'
import { policyRefusalLine } from './policy/policy-refusals.ts'
import { tickRefusalLine } from './resumption/restored-lines.ts'
import { keepRefusalLine, keptCard } from './resumption/review-card.ts'
import { resumeRefusalLine } from './resumption/resumption-card.ts'
import { showHeld } from './resumption/show-held.ts'
import { asOfNow, decides, whyNotComparable, whyNotOurs } from './staff/belongs.ts'
import { helpForStrangers } from './staff/help.ts'
import { linkCard, linkRefusalLine } from './staff/link-replies.ts'
import { roleRefusalLine } from './staff/role-cards.ts'
import { decisionRefusalLine } from './suspension/suspension-refusals.ts'
import { forReaders, type Talk } from './talk.ts'
import { performTicket } from './tickets/perform-ticket.ts'
import { handRefusalLine } from './phrases/by-hand-parts.ts'
import { orAlone } from './phrases/nobody-reachable.ts'
import { mostCharacters, tooLongLine } from './phrases/too-long.ts'
import { performDue } from './workday/perform-due.ts'
import { undoStep } from './workday/undo-step.ts'
import { sightingRefusalLine } from './watch/sighting-card.ts'
import { phrase } from './understanding/phrase.ts'
import type { Action, Inputs } from './vocabulary/action.ts'
import { line, said } from './vocabulary/reply.ts'

/** Carries out what a button means. Whatever it names is looked up and judged again; nothing in it is believed. */
export async function performAction(action: Action, inputs: Inputs, talk: Talk): Promise<Performed> {
  const written = (inputs['words'] ?? '').trim()
  const most = mostCharacters.words
  if (written.length > most)
    return { card: null, said: { parts: tooLongLine(written.length, most, 'words', talk.words) } }
  if (!decides[action.act]) return perform(action, written, inputs, talk)
  const why = (await whyNotOurs(action.act, talk)) ?? (await whyNotComparable(action, talk))
  if (why !== null) return { card: null, said: warning(why) }
  const by = await asOfNow(talk)
  return by ? perform(action, written, inputs, { ...talk, by }) : { card: null, said: helpForStrangers(talk) }
}

async function perform(action: Action, written: string, inputs: Inputs, talk: Talk): Promise<Performed> {
  const { desk, by } = talk
  const code = inputs['code'] ?? ''
  switch (action.act) {
    case 'suspension.approve':
      return decided(action.case, await desk.suspensions.approve(action, by, code), decisionRefusalLine, talk)
    case 'suspension.reject':
      return decided(action.case, await desk.suspensions.reject(action, written, by), decisionRefusalLine, talk)
    case 'suspension.question':
      return decided(action.case, await desk.suspensions.question(action, written, by), decisionRefusalLine, talk)
    case 'suspension.answer':
      return decided(action.case, await desk.suspensions.answer(action, written, by), decisionRefusalLine, talk)
    case 'suspension.withdraw':
      return decided(action.case, await desk.suspensions.withdraw(action, by), decisionRefusalLine, talk)
    case 'suspension.call-off':
      return decided(action.case, await desk.suspensions.callOff(action, by), decisionRefusalLine, talk)
    case 'suspension.break-glass': {
      const outcome = await desk.suspensions.breakGlass(action, { reason: written, code }, by)
      return decided(action.case, outcome, decisionRefusalLine, talk)
    }
    case 'suspension.confirm-glass':
      return decided(action.case, await desk.suspensions.confirmGlass(action, by), decisionRefusalLine, talk)
    case 'suspension.reverse-glass': {
      const outcome = await desk.suspensions.reverseGlass(action, by)
      const performed = await decided(action.case, outcome, decisionRefusalLine, talk)
      const back = outcome.ok ? outcome.value.brokenGlass?.ended?.resumption : undefined
      return back === undefined ? performed : { ...performed, said: (await begun(back, talk)).card }
    }
    case 'resumption.ask': {
      const outcome = await desk.resumptions.ask(action.customer, action.reason, by, talk.speaker.place, written)
      if (!outcome.ok) {
        // The press before this one, of a double click, may have left a case's card in the place of this one.
        const why =
          outcome.refusal.code === 'changed-since'
            ? talk.words.say('refusal.same-moment')
            : resumeRefusalLine(outcome.refusal, talk)
        const about = fieldOf[outcome.refusal.code]
        return { card: null, said: said(why, { tone: 'warning', ...(about === undefined ? {} : { about }) }) }
      }
      const { card } = await begun(outcome.value.id, talk)
      if (outcome.value.status !== 'pending' || card === null) return { card, said: null }
      return { card: await orAlone(card, audienceOf({ kind: 'resumption', value: outcome.value }), talk), said: null }
    }
    case 'resumption.approve':
      return decided(action.case, await desk.resumptions.approve(action, by), resumeRefusalLine, talk)
    case 'resumption.reject':
      return decided(action.case, await desk.resumptions.reject(action, written, by), resumeRefusalLine, talk)
    case 'ending.approve': {
      const outcome = await desk.endings.approve(action, { name: inputs['name'] ?? null, code }, by)
      return decided(action.case, outcome, endingRefusalLine, talk)
    }
    case 'ending.reject':
      return decided(action.case, await desk.endings.reject(action, written, by), endingRefusalLine, talk)
    case 'ending.withdraw':
      return decided(action.case, await desk.endings.withdraw(action, by), endingRefusalLine, talk)
    case 'budget.approve':
      return decided(action.case, await desk.budgets.approve(action, by), budgetRefusalLine, talk)
    case 'budget.reject':
      return decided(action.case, await desk.budgets.reject(action, written, by), budgetRefusalLine, talk)
    case 'budget.withdraw':
      return decided(action.case, await desk.budgets.withdraw(action, by), budgetRefusalLine, talk)
    case 'credit.hold':
    case 'credit.release':
      return performCredit(action, written, talk)
    case 'credit-change.approve':
      return decided(action.case, await desk.credit.approve(action, by), creditRefusalLine, talk)
    case 'credit-change.reject':
      return decided(action.case, await desk.credit.reject(action, written, by), creditRefusalLine, talk)
    case 'credit-change.withdraw':
      return decided(action.case, await desk.credit.withdraw(action, by), creditRefusalLine, talk)
    case 'resumption.tick':
      return decided(action.case, await desk.resumptions.tick(action, action.item, by), tickRefusalLine, talk)
    case 'hold.keep': {
      const what = { lane: action.lane, customer: action.customer, reason: action.reason }
      const outcome = await desk.reviews.keep(what, by)
      return outcome.ok
        ? { card: keptCard(what, outcome.value, by.name, forReaders(talk)), said: null }
        : { card: null, said: warning(keepRefusalLine(outcome.refusal, talk)) }
    }
    case 'by-hand.done':
    case 'by-hand.not-done': {
      const acts = inputs['by-hand']?.split(',').filter((each) => each !== '') ?? null
      const report = { acts, because: action.act === 'by-hand.done' ? null : written }
      const outcome = await desk.byHand.report(action, report, by)
      return decided(action.case, outcome, (refusal) => handRefusalLine(refusal, talk.words), talk)
    }
    case 'ticket.filed':
    case 'ticket.not-filed':
    case 'ticket.note':
    case 'ticket.severity':
    case 'ticket.close':
    case 'ticket.answer':
    case 'ticket.reopen':
    case 'ticket.done':
    case 'ticket.take-over':
      return performTicket(action, { ...inputs, words: written }, talk)
    case 'reminder.mail':
    case 'reminder.given':
    case 'address.confirm':
      return performReminder(action, talk)
    case 'role-change.ask':
      return newcomer(action, talk)
    case 'role-change.confirm':
      return decided(action.case, await desk.staff.confirmRole(action, by), roleRefusalLine, talk)
    case 'role-change.reject':
      return decided(action.case, await desk.staff.rejectRole(action, by), roleRefusalLine, talk)
    case 'policy-change.activate':
      return decided(action.case, await desk.policies.activate(action, code, by), policyRefusalLine, talk)
    case 'policy-change.reject':
      return decided(action.case, await desk.policies.reject(action, by), policyRefusalLine, talk)
    case 'ledger-import.confirm':
      return decided(action.case, await desk.ledger.confirm(action, by), importRefusalLine, talk)
    case 'ledger-import.reject':
      return decided(action.case, await desk.ledger.reject(action, by), importRefusalLine, talk)
    case 'ledger-import.undo':
      return decided(action.case, await desk.ledger.undo(action.case, by.id, by), undoRefusalLine, talk)
    case 'lane-switch.confirm':
      return decided(action.case, await desk.lanes.confirm(action, by), switchRefusalLine, talk)
    case 'lane-switch.reject':
      return decided(action.case, await desk.lanes.reject(action, by), switchRefusalLine, talk)
    case 'daily-brake.let-go':
      return decided(action.case, await desk.brakes.letGo(action, by), brakeRefusalLine, talk)
    case 'daily-brake.call-off':
      return decided(action.case, await desk.brakes.callOff(action, by), brakeRefusalLine, talk)
    case 'lane-trouble.retry':
      return decided(action.case, await desk.troubles.retry(action, by), retryRefusalLine, talk)
    case 'match.confirm': {
      const outcome = await desk.matches.confirm(action, by)
      if (!outcome.ok) return { card: null, said: warning(matchRefusalLine(outcome.refusal, talk.words)) }
      // Whoever confirmed a pair wanted something of the customer: it is one press away.
      const says = phrase(talk.words.grammar, 'customer', { customer: outcome.value.id })
      return {
        card: {
          parts: [line(talk.words.say('match.confirmed', { name: outcome.value.name }), { tone: 'good' })],
          buttons: mayAsk(by.roles, 'see customer') ? [{ label: talk.words.say('button.open-customer'), says }] : [],
        },
        said: null,
      }
    }
    case 'sighting.record': {
      const said = { cause: action.cause, because: written }
      return decided(action.case, await desk.watch.record(action, said, by), sightingRefusalLine, talk)
    }
    case 'countdown.let-go':
      return decided(action.case, await desk.countdowns.letGo(action, written, by), countdownRefusalLine, talk)
    case 'countdown.want-back': {
      const outcome = await desk.countdowns.wantBack(action, by)
      const { card, said } = await decided(action.case, outcome, countdownRefusalLine, talk)
      if (!outcome.ok) return { card, said }
      // On record; bringing it back goes the usual road.
      const of = (await desk.book.today()).of(outcome.value.customer)
      return { card, said: of && (await showHeld(of.customer, talk)) }
    }
    case 'fraud-alert.claim':
    case 'fraud-alert.hand-over':
    case 'fraud-alert.suspend':
    case 'fraud-alert.ask-customer':
    case 'fraud-alert.ticket':
    case 'fraud-alert.preview-snooze':
    case 'fraud-alert.snooze':
    case 'fraud-alert.wake':
    case 'fraud-alert.decide':
    case 'fraud-alert.tell-again':
      return performAlert(action, { ...inputs, words: written }, talk)
    case 'link.confirm':
      return answered(await desk.links.confirm(action.link, talk.speaker.account), talk)
    case 'link.deny':
      return answered(await desk.links.deny(action.link, talk.speaker.account), talk)
    case 'due.preview':
    case 'due.ask':
    case 'due.open':
    case 'due.remind':
    case 'due.promise':
    case 'due.skip':
      return performDue(action, { ...inputs, words: written }, talk)
    case 'step.undo':
      return { card: await undoStep(action.step, talk), said: null }
    case 'agreement.undo':
    case 'agreement.end': {
      const { agreements } = desk
      const ends = action.act === 'agreement.end'
      const outcome = await (ends ? agreements.end(action.agreement, by) : agreements.undo(action.agreement, by))
      if (!outcome.ok) return { card: null, said: warning(endRefusalLine(outcome.refusal, talk)) }
      const of = (await desk.book.today()).of(outcome.value.customer)
      if (ends && of) return { card: await agreementsOf(of.customer, talk), said: null }
      return { card: said(talk.words.say('agreement.taken-back', { agreement: outcome.value.id })), said: null }
    }
    case 'final-notice.record': {
      const recorded = await finalNotice({ verb: 'final-notice', who: action.customer, until: null }, talk)
      const card = mayAsk(by.roles, 'see customer') ? await showCustomer(action.customer, talk) : null
      return { card, said: recorded }
    }
    default:
      return never(action)
  }
}

/** The question of a link gives way to how it ended. */
async function answered(outcome: Outcome<TypedLink, LinkRefusal>, talk: Talk): Promise<Performed> {
  const { refusal } = outcome.ok ? { refusal: null } : outcome
  const link = outcome.ok ? outcome.value : refusal?.code === 'already-decided' ? refusal.link : null
  return {
    card: link && (await linkCard(link, talk.speaker.place, talk.desk, talk)),
    said: refusal && warning(linkRefusalLine(refusal, talk.words)),
  }
}

/** A press that made a new case: its card stands where the press is used up. */
async function begun(id: CaseId, talk: Talk): Promise<Performed> {
  const found = await talk.desk.cards.read(id)
  return { card: found && caseCard(found, forReaders(talk)), said: null }
}

async function newcomer(
  { account, role }: Extract<Action, { act: 'role-change.ask' }>,
  talk: Talk,
): Promise<Performed> {
  const { desk, by, words } = talk
  const asked = (await desk.staff.waiting()).find((waiting) => accountKey(waiting.account) === account)
  if (!asked) return { card: null, said: warning(words.say('newcomer.gone')) }
  const subject = { kind: 'newcomer', account: asked.account, name: asked.name } as const
  const outcome = await desk.staff.askRole({ subject, change: 'give', role }, by, talk.speaker.place)
  return outcome.ok
    ? begun(outcome.value.id, talk)
    : { card: null, said: warning(roleRefusalLine(outcome.refusal, talk)) }
}
