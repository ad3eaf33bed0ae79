import type { Customer } from '../../domain/customers/customer.ts'
import type { BooksOfDay, CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { never } from '../../domain/shared/outcome.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { warning, type Performed } from '../after-press.ts'
import { blankAgreement } from '../agreements/agreement-draft.ts'
import { recordAgreement } from '../agreements/record-agreement.ts'
import { showCustomer } from '../customer/show-customer.ts'
import { quoted } from '../phrases/quoted.ts'
import { showReminder } from '../reminders/show-reminder.ts'
import type { Talk } from '../talk.ts'
import type { Action, Inputs } from '../vocabulary/action.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import { askSuspensions, nothingTicked, previewSuspensions } from './ask-suspensions.ts'
import { showDue } from './show-due.ts'
import { skipDay, skippedLine, skipRefusalLine } from './skip-customer.ts'

type DueAction = Extract<
  Action,
  { act: 'due.preview' | 'due.ask' | 'due.skip' | 'due.open' | 'due.remind' | 'due.promise' }
>

/** What was pressed under the day's work, for those that are ticked. Each customer is judged by themselves. */
export async function performDue(action: DueAction, inputs: Inputs, talk: Talk): Promise<Performed> {
  const { desk, words, by } = talk
  if (!mayAsk(by.roles, 'see overdue'))
    return { card: null, said: warning(words.say('refusal.may-not', { name: by.name })) }
  const picked = pickedOf(inputs['who'] ?? '', await desk.book.today())
  if (picked.length === 0) return { card: null, said: nothingTicked(talk) }
  switch (action.act) {
    case 'due.preview':
      return { card: null, said: await previewSuspensions(picked, talk) }
    case 'due.ask':
      return { card: await askSuspensions(picked, talk), said: null }
    case 'due.open':
    case 'due.remind':
    case 'due.promise': {
      const [one, ...others] = picked
      if (!one || others.length > 0) return { card: null, said: warning(words.say(`due.tick-one.${action.act}`)) }
      return withOne(action.act, one.customer, talk)
    }
    case 'due.skip':
      return skip(picked, action, inputs, talk)
    default:
      return never(action)
  }
}

/** What is done about one customer at a time. */
async function withOne(
  act: 'due.open' | 'due.remind' | 'due.promise',
  customer: Customer,
  talk: Talk,
): Promise<Performed> {
  switch (act) {
    case 'due.open':
      return { card: null, said: await showCustomer(customer.id, talk) }
    case 'due.remind':
      return { card: null, said: await showReminder({ verb: 'remind', who: customer.id, kind: null }, talk) }
    case 'due.promise':
      return {
        card: null,
        said: null,
        begins: { script: recordAgreement.name, draft: blankAgreement({ kind: 'promise', who: customer.id }) },
      }
    default:
      return never(act)
  }
}

async function skip(
  picked: readonly CustomerStanding[],
  { filters, page }: Extract<DueAction, { act: 'due.skip' }>,
  inputs: Inputs,
  talk: Talk,
): Promise<Performed> {
  const { desk, words, by } = talk
  const until = await skipDay(inputs['until'] ?? null, talk)
  if (until === 'unclear')
    return { card: null, said: warning(words.say('day.unclear', { said: quoted(inputs['until'] ?? '') })) }
  const lines: Part[] = []
  let changed = false
  for (const { customer } of picked) {
    const outcome = await desk.skips.skip(customer, { until, because: inputs['words'] ?? '' }, by)
    changed ||= outcome.ok
    lines.push(
      outcome.ok
        ? line(skippedLine(outcome.value, customer, talk), { tone: 'good' })
        : line(skipRefusalLine(outcome.refusal, customer, talk), { tone: 'warning' }),
    )
  }
  return { card: changed ? await showDue({ filters, page }, talk) : null, said: { parts: lines } }
}

/** Several picks are joined by commas, which an id of the ledger's may hold itself. */
function pickedOf(joined: string, { withItems }: BooksOfDay): readonly CustomerStanding[] {
  const picks = `,${joined},`
  return joined === '' ? [] : withItems.filter(({ customer }) => picks.includes(`,${customer.id},`))
}
