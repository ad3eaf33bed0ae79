import { never } from '../domain/shared/outcome.ts'
import { caseCard } from './case-card.ts'
import { caseKindOf } from '../domain/cases/case.ts'
import { mayAsk, type Verb } from '../domain/staff/powers.ts'
import type { Staff } from '../domain/staff/staff.ts'
import { showAgreements } from './agreements/show-agreements.ts'
import { askBudget } from './budget/ask-budget.ts'
import { showBudgets } from './budget/show-budgets.ts'
import { askCredit, askRelease, holdOrders } from './credit/ask-credit.ts'
import { listCredit } from './credit/list-credit.ts'
import { showCredit } from './credit/show-credit.ts'
import { showCountdown } from './countdown/show-countdown.ts'
import { showAlerts } from './fraud/show-alerts.ts'
import { matchProposals } from './customer/match-proposals.ts'
import { whoIsMeant } from './customer/pick-customer.ts'
import { finalNotice } from './customer/final-notice.ts'
import { showCustomer } from './customer/show-customer.ts'
import { showDossier } from './fraud/show-dossier.ts'
import { showFigures } from './fraud/show-figures.ts'
import { showOwnInvoices } from './own-invoices/show-own-invoices.ts'
import { switchLane } from './lanes/lane-replies.ts'
import { testPager, testRoutes } from './routes/test-routes.ts'
import { showLanes } from './lanes/show-lanes.ts'
import { pullLedger, showLedger } from './ledger/show-ledger.ts'
import { maySee } from './may-see.ts'
import { showOverdue } from './overdue/show-overdue.ts'
import { offerOverdueFile } from './overdue/offer-overdue-file.ts'
import { unreadFilters } from './overdue/unread-filters.ts'
import { whichCurrency } from './overdue/which-currency.ts'
import { quoted } from './phrases/quoted.ts'
import { customerLanguage } from './reminders/customer-language.ts'
import { showAddress } from './reminders/show-address.ts'
import { showReminder } from './reminders/show-reminder.ts'
import { givePolicy, overdueWithout } from './policy/policy-given.ts'
import { showLetter } from './policy/show-letter.ts'
import { askActivation, showPolicy, showVersions } from './policy/show-policy.ts'
import { showRehearsal } from './policy/show-rehearsal.ts'
import { showHeld } from './resumption/show-held.ts'
import { changeCustomerRoute } from './routes/customer-route.ts'
import { changeFraudRoute, unclearRoute } from './routes/fraud-route.ts'
import { changeRoute, showRoutes } from './routes/route-replies.ts'
import { showDelivery } from './fraud/show-delivery.ts'
import { showWaiting } from './suspension/show-waiting.ts'
import { changeTicket } from './tickets/change-ticket.ts'
import { showTickets } from './tickets/show-tickets.ts'
import { changeDigestRoute } from './digest/digest-route.ts'
import { handInNotice } from './watch/hand-in-notice.ts'
import { showWatch } from './watch/show-watch.ts'
import { help } from './staff/help.ts'
import { chooseLanguage, chooseLanguageHere } from './staff/language.ts'
import { askRole } from './staff/ask-role.ts'
import { unlink } from './staff/unlink.ts'
import { showRoles } from './staff/role-cards.ts'
import { assignCustomer } from './workday/assign-customer.ts'
import { noteCustomer, showNotes } from './workday/note-customer.ts'
import { showDue } from './workday/show-due.ts'
import { skipCustomer } from './workday/skip-customer.ts'
import { showPast } from './workday/show-past.ts'
import { showNext, showWhy } from './workday/show-why.ts'
import { showWhyCase } from './workday/show-why-case.ts'
import { undoStep } from './workday/undo-step.ts'
import { forReaders, type Talk } from './talk.ts'
import type { Intent } from './understanding/intent.ts'
import { phrase } from './understanding/phrase.ts'
import { said, type Reply } from './vocabulary/reply.ts'

/** A text that a button can say besides a name. */
const mostOnButton = 1_000

/** What can be answered in one go; the others begin a script or belong to the turn. */
export type Question = Exclude<
  Intent,
  { verb: 'agree' | 'suspend' | 'change-case' | 'end' | 'ticket' | 'report' | 'never-mind' | 'link' | 'become' }
>

/** The power a sentence takes, before anything is looked up; null where everybody at the desk may say it. */
const powerOf: Readonly<Record<Question['verb'], Verb | null>> = {
  overdue: 'see overdue',
  'overdue-csv': 'see overdue',
  'overdue-of': 'see overdue',
  // What is asked back names every currency in which somebody is overdue.
  'which-currency': 'see overdue',
  'unclear-amount': 'see overdue',
  'overdue-twice': 'see overdue',
  page: 'see overdue',
  customer: 'see customer',
  resume: 'see customer',
  holds: 'see customer',
  match: 'match customer',
  // Whose they are may be asked by whoever sees customers; saying whose they are takes more.
  assign: 'see customer',
  note: 'note customer',
  notes: 'see customer',
  why: 'see customer',
  'why-not': 'see customer',
  'why-case': 'see customer',
  next: 'see customer',
  due: 'see overdue',
  skip: 'skip customer',
  // One's own steps.
  undo: null,
  watch: 'see customer',
  countdown: 'see countdown',
  policy: 'see policy',
  'policy-versions': 'see policy',
  'policy-activate': 'activate policy',
  // It names every customer who would be treated otherwise.
  'policy-rehearse': 'see overdue',
  'policy-text': 'see policy',
  'policy-given': 'record policy given',
  'overdue-without-policy': 'see overdue',
  figures: 'see figures',
  budgets: 'see budgets',
  budget: 'set budget',
  agreements: 'see customer',
  credits: 'see credit',
  'own-invoices': 'see own invoices',
  credit: 'see credit',
  // Each says itself what it takes, and whose role that is.
  'credit-limit': 'see credit',
  'credit-hold': 'see credit',
  'credit-release': 'see credit',
  dossier: 'see dossier',
  notice: 'hand in notice',
  alerts: 'handle alert',
  'final-notice': 'record final notice',
  remind: 'remind customer',
  'customer-language': 'remind customer',
  address: 'set address',
  // Its kind, which its number tells, says what it takes.
  'show-case': null,
  waiting: 'see overdue',
  tickets: 'file ticket',
  'change-ticket': 'file ticket',
  route: 'set route',
  'route-fraud': 'set route',
  'route-customer': 'set route',
  'route-digest': 'set route',
  'route-unclear': 'set route',
  'route-test': 'test route',
  'route-test-pager': 'test route',
  routes: 'set route',
  // Its number tells what it takes.
  delivery: null,
  role: 'change role',
  roles: 'change role',
  lanes: 'see lanes',
  // An administrator who may bring a ledger may see how old it is.
  ledger: 'import ledger',
  'pull-ledger': 'import ledger',
  stop: 'stop lane',
  restart: 'restart lane',
  act: 'act in lane',
  'watch-only': 'watch lane',
  // One's own; whose else, the desk decides.
  unlink: null,
  language: null,
  'language-here': 'set route',
  help: null,
  hello: null,
  thanks: null,
  goodbye: null,
}

/** Whether a person may ask this at all, whoever it is about. */
export function mayAnswer(verb: Question['verb'], { roles }: Staff): boolean {
  const power = powerOf[verb]
  return power === null || mayAsk(roles, power)
}

/** Answers a question; whoever may not ask it is told so. Nothing changes but what the sentence itself orders. */
export async function answer(intent: Question, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  if (!mayAnswer(intent.verb, talk.by)) return mayNot(talk)
  switch (intent.verb) {
    case 'overdue':
      return showOverdue(intent, talk)
    case 'overdue-csv':
      return offerOverdueFile(intent, talk)
    case 'overdue-of':
      return unreadFilters(intent, talk)
    case 'unclear-amount':
      return said(words.say(`amount.${intent.why}`, { said: quoted(intent.said) }))
    case 'overdue-twice':
      return said(words.say('overdue.twice', { said: quoted(intent.said) }))
    case 'page':
      return said(words.say('overdue.which-page'))
    case 'which-currency':
      return whichCurrency(intent, talk)
    case 'customer': {
      const meant = await whoIsMeant(intent.who, talk, ({ id }) => phrase(words.grammar, 'customer', { customer: id }))
      if (meant.kind === 'ask') return meant.reply
      return (await showCustomer(meant.customer.id, talk)) ?? said(words.say('refusal.unknown-customer'))
    }
    case 'resume':
    case 'holds': {
      const again = ({ id }: { readonly id: string }) => phrase(words.grammar, intent.verb, { customer: id })
      const meant = await whoIsMeant(intent.who, talk, again)
      return meant.kind === 'ask' ? meant.reply : showHeld(meant.customer, talk)
    }
    case 'match': {
      const meant = await whoIsMeant(intent.who, talk, ({ id }) => phrase(words.grammar, 'match', { customer: id }))
      return meant.kind === 'ask' ? meant.reply : matchProposals(meant.customer, talk)
    }
    case 'assign': {
      const { who, person } = intent
      const slots = person === null ? {} : { person }
      const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, 'assign', { customer: id, ...slots }))
      return meant.kind === 'ask' ? meant.reply : assignCustomer(meant.customer, person, talk)
    }
    case 'note': {
      const { who, text } = intent
      const asked = text === null || text.length > mostOnButton ? null : text
      const meant = await whoIsMeant(who, talk, ({ id }) =>
        asked === null
          ? phrase(words.grammar, 'note-words', { text: id })
          : phrase(words.grammar, 'note-customer', { customer: id, text: asked }),
      )
      return meant.kind === 'ask' ? meant.reply : noteCustomer(meant.customer, text, talk)
    }
    case 'notes': {
      const meant = await whoIsMeant(intent.who, talk, ({ id }) => phrase(words.grammar, 'notes', { customer: id }))
      return meant.kind === 'ask' ? meant.reply : showNotes(meant.customer, talk)
    }
    case 'why':
    case 'why-not': {
      const { verb, who, on } = intent
      const slots = on === null ? {} : { day: on }
      const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, verb, { customer: id, ...slots }))
      if (meant.kind === 'ask') return meant.reply
      return on === null ? showWhy(meant.customer, verb, talk) : showPast(meant.customer, on, talk)
    }
    case 'why-case':
      return showWhyCase(intent.case, talk)
    case 'next': {
      const meant = await whoIsMeant(intent.who, talk, ({ id }) => phrase(words.grammar, 'next', { customer: id }))
      return meant.kind === 'ask' ? meant.reply : showNext(meant.customer, talk)
    }
    case 'due':
      return showDue(intent, talk)
    case 'skip': {
      const { who, until, because } = intent
      const slots = {
        ...(until === null ? {} : { day: until }),
        ...(because === null || because.length > mostOnButton ? {} : { text: because }),
      }
      const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, 'skip', { customer: id, ...slots }))
      return meant.kind === 'ask' ? meant.reply : skipCustomer(meant.customer, { until, because }, talk)
    }
    case 'undo':
      return undoStep(undefined, talk)
    case 'watch':
      return showWatch(talk)
    case 'countdown':
      return showCountdown(talk)
    case 'policy':
      return showPolicy(talk)
    case 'policy-versions':
      return showVersions(talk)
    case 'policy-activate':
      return askActivation(talk)
    case 'policy-rehearse':
      return showRehearsal(intent.page, talk)
    case 'policy-text':
      return showLetter(intent, talk)
    case 'policy-given':
      return givePolicy(intent, talk)
    case 'overdue-without-policy':
      return overdueWithout(talk)
    case 'dossier':
      return showDossier(intent, talk)
    case 'budgets':
      return showBudgets(talk)
    case 'agreements':
      return showAgreements(intent.who, talk)
    case 'budget':
      return askBudget(intent, talk)
    case 'credits':
      return listCredit(talk)
    case 'own-invoices':
      return showOwnInvoices(talk)
    case 'credit':
      return showCredit(intent, talk)
    case 'credit-limit':
      return askCredit(intent, talk)
    case 'credit-hold':
      return holdOrders(intent, talk)
    case 'credit-release':
      return askRelease(intent, talk)
    case 'figures':
      return showFigures(talk)
    case 'alerts':
      return showAlerts(intent.page, talk)
    case 'notice': {
      const { who, text } = intent
      // A button carries only so much; whoever picks a customer with a long text in hand says it again.
      const asked = text === null || text.length > mostOnButton ? null : text
      const meant = await whoIsMeant(who, talk, ({ id }) =>
        asked === null
          ? phrase(words.grammar, 'notice-words', { text: id })
          : phrase(words.grammar, 'notice', { customer: id, text: asked }),
      )
      return meant.kind === 'ask' ? meant.reply : handInNotice(meant.customer, text, talk)
    }
    case 'final-notice':
      return finalNotice(intent, talk)
    case 'remind':
      return showReminder(intent, talk)
    case 'customer-language':
      return customerLanguage(intent, talk)
    case 'address':
      return showAddress(intent, talk)
    case 'show-case': {
      const kind = caseKindOf(intent.case)
      if (kind !== null && !maySee(kind, talk.by)) return mayNot(talk)
      const found = await desk.cards.read(intent.case)
      return found ? caseCard(found, forReaders(talk)) : said(words.say('case.unknown', { case: intent.case }))
    }
    case 'waiting':
      return showWaiting(intent.page, talk)
    case 'tickets':
      return showTickets(intent, talk)
    case 'change-ticket':
      return changeTicket(intent, talk)
    case 'routes':
      return showRoutes(talk)
    case 'route':
      return changeRoute(intent, talk)
    case 'route-fraud':
      return changeFraudRoute(intent, talk)
    case 'route-customer':
      return changeCustomerRoute(intent, talk)
    case 'route-digest':
      return changeDigestRoute(intent, talk)
    case 'delivery':
      return showDelivery(intent.case, talk)
    case 'route-test':
      return testRoutes(talk)
    case 'route-test-pager':
      return testPager(talk)
    case 'route-unclear':
      return unclearRoute(intent.unread, talk)
    case 'lanes':
      return showLanes(talk)
    case 'ledger':
      return showLedger(talk)
    case 'pull-ledger':
      return pullLedger(talk)
    case 'stop':
    case 'restart':
    case 'act':
    case 'watch-only':
      return switchLane(intent, talk)
    case 'roles':
      return showRoles(talk)
    case 'role':
      return askRole(intent, talk)
    case 'unlink':
      return unlink(intent, talk)
    case 'language':
      return chooseLanguage(intent.said, talk)
    case 'language-here':
      return chooseLanguageHere(intent.said, talk)
    case 'help':
    case 'hello':
      return help(talk)
    case 'thanks':
      return said(words.say('courtesy.thanks'))
    case 'goodbye':
      return said(words.say('courtesy.goodbye'))
    default:
      return never(intent)
  }
}

function mayNot({ words, by }: Talk): Reply {
  return said(words.say('refusal.may-not', { name: by.name }))
}
