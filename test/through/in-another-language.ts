import { tellAgain } from './conversations.ts'

const own = 'is told in a language of its own already'
const byName = 'tells its customers apart by what stands behind their names on the buttons, which is said otherwise'
const chosen = 'is about the choice of a language'
const examples = 'gives examples of what to type in another case of letters'
const tooLong = 'says more than an interpreter keeps in mind'
const letter = 'looks at the letter itself'
const dayOrder = 'asks about 05/12, which most languages read in an order of their own'

/**
 * The main conversations, from the first word to the end, told once more among people who speak another language: what
 * they type and press is put into it, and what the desk says must be, put back into English, what it says in English.
 */
export const journeys = {
  'agreements.spec.ts': {
    'an invoice number that several customers have is asked about': byName,
    'in Chinese as well': own,
    'what is missing is asked for; what is unclear is asked about and never guessed': dayOrder,
  },
  'asking.spec.ts': {},
  'azure-plan.spec.ts': {},
  'break-glass.spec.ts': {},
  'budget/budget.spec.ts': {},
  'by-hand.spec.ts': {},
  'changing-scope.spec.ts': {},
  'credit/credit.spec.ts': {
    'is spoken in Chinese as well': own,
    'asks about what could be two things, and about what is missing': dayOrder,
  },
  'customer-card-details.spec.ts': {},
  'customer-card.spec.ts': {},
  'customer-request.spec.ts': {},
  'deciding.spec.ts': {},
  'digest/morning.spec.ts': {},
  'ending.spec.ts': {},
  'expiry.spec.ts': {},
  'fraud-hold-survives-payment.spec.ts': {},
  'fraud-overtakes.spec.ts': {},
  'fraud/claiming.spec.ts': {},
  'fraud/snoozing.spec.ts': {},
  'fraud/suspending-alerted.spec.ts': {},
  'fraud/verdicts.spec.ts': {},
  'impact-on-card.spec.ts': {},
  'lanes/daily-limit.spec.ts': {},
  'lanes/own-trouble.spec.ts': {},
  'lanes/stopping.spec.ts': {},
  'lanes/watch-only.spec.ts': { 'is one again as soon as one administrator says so': own },
  'new-commerce-journey.spec.ts': {},
  'operator-first.spec.ts': {},
  'operator-says-no.spec.ts': {
    'because of how the subscription stands, that is told in the reader’s own words': own,
  },
  'overdue.spec.ts': {},
  'own-invoices/own-invoices.spec.ts': {},
  'policy/activate-policy.spec.ts': { 'is told in the reader’s own language': own },
  'reminders/by-itself.spec.ts': {
    'goes once, whatever time passes, and again when a newer debt reaches the rung': letter,
    'goes for invoices only: a sum by age beside them is never named, and calls for no letter again': letter,
  },
  'resume-after-suspicion.spec.ts': {},
  'resume-faithfully.spec.ts': {},
  'resume.spec.ts': {},
  'roles-typed.spec.ts': {},
  'routes/fraud-routes.spec.ts': {},
  'routes/route-test.spec.ts': {},
  'sixty-days.spec.ts': {},
  'step-up.spec.ts': {},
  'suspend-contoso.spec.ts': {},
  'suspension-refusals.spec.ts': {},
  'thresholds.spec.ts': {},
  'tickets/by-hand.spec.ts': { 'is asked about and answered in Chinese': own },
  'tickets/found-by-itself.spec.ts': { 'is found and followed in Chinese': own },
  'tickets/by-mail.spec.ts': { 'is followed in Chinese': own },
  'two-approvers.spec.ts': {},
  'typed-answers.spec.ts': {
    'the currency of an amount, and a language': chosen,
    'a customer is picked by name, domain or number': examples,
  },
  'undecided-fraud.spec.ts': {},
  'workday/assigning.spec.ts': { 'is said in Chinese too': own },
  'workday/due.spec.ts': { 'is done in Chinese too': own },
  'workday/noting.spec.ts': {
    'is written in Chinese too': own,
    'asks for what is missing, and keeps nothing that is too long': tooLong,
  },
  'workday/undoing.spec.ts': {},
  'workday/why.spec.ts': { 'is told in Chinese too': own },
} satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

/** `tag` is the language’s; the file that calls is named after it. */
export async function tellIn(tag: string): Promise<void> {
  await tellAgain(tag, journeys, Object.keys(journeys))
}
