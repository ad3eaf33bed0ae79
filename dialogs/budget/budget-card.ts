import type { BudgetAct, BudgetChange } from '../../domain/budget/budget.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { never } from '../../domain/shared/outcome.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Reply } from '../vocabulary/reply.ts'

/** The card of a budget to be set: whose, how much, what stands now, and the second person's buttons. */
export function budgetCard(budget: BudgetChange, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, identity, amount, before, used, status } = budget
  const pending = status === 'pending'
  return {
    title: words.say('budget.title', { case: id, name: identity.operatorName }),
    tone: status === 'pending' || status === 'approved' ? 'warning' : isDone(budget) ? 'good' : 'plain',
    parts: [
      line(budgetLine(budget, talk), { weight: 'strong' }),
      {
        kind: 'facts',
        facts: [
          ...identityFacts(identity, words),
          [words.say('budget.amount'), words.money(amount)],
          [words.say('budget.before'), before === null ? words.say('budget.none') : words.money(before)],
          [words.say('budget.used'), used === null ? words.say('dossier.unknown') : words.money(used)],
          byWhom('fact.asked-by', budget.askedBy, budget.askedAt, talk),
          ...budget.approvals.map(({ by, at }) => byWhom('fact.approved-by', by, at, talk)),
        ],
      },
      ...(pending
        ? ([
            line(words.say('budget.means')),
            { kind: 'input', id: 'words', label: words.say('resumption.input.words'), value: '', multiline: true },
          ] as const)
        : []),
    ],
    buttons: pending ? buttons(id, version, talk) : [],
    shows: { case: id, version },
  }
}

/** How it stands, in one line. */
export function budgetLine(budget: BudgetChange, talk: CardTalk): string {
  const { words, nameOf } = talk
  const name = nameOf(budget.approvals[0]?.by ?? '')
  switch (budget.status) {
    case 'pending':
      return words.say('budget.pending', { expires: words.deadline(budget.expiresAt) })
    case 'approved':
      if (budget.act.delay === null) return words.say('budget.approved', { name })
      return words.say('budget.delayed', {
        name,
        trouble: troubleLine(budget.act.delay.trouble, budget.identity.lane, words),
      })
    case 'carried-out':
      return came(budget.act, budget.identity.lane, talk)
    case 'rejected':
      return words.say('budget.rejected', { name: nameOf(budget.rejectedBy), because: budget.rejection })
    case 'withdrawn':
      return words.say('suspension.withdrawn', { name: nameOf(budget.askedBy) })
    case 'expired':
      return words.say('suspension.expired', { at: words.deadline(budget.expiresAt) })
    default:
      return never(budget)
  }
}

/** What came of it, once it is over. */
function came({ result }: BudgetAct, lane: Lane, { words }: CardTalk): string {
  const operator = words.say(`lane.${lane}`)
  switch (result.state) {
    case 'done':
      return words.say(result.confirmed ? 'budget.done' : 'budget.unconfirmed', {
        operator,
        at: words.moment(result.at),
      })
    case 'already':
      return words.say('budget.already')
    case 'failed':
      return words.say('budget.failed', { trouble: troubleLine(result.trouble, lane, words) })
    case 'skipped':
      return words.say('budget.skipped', { why: words.say(`void.${result.why}`) })
    case 'waiting':
    case 'sent':
    case 'accepted':
      return words.say('act.waiting')
  }
}

function isDone(budget: BudgetChange): boolean {
  if (budget.status !== 'carried-out') return false
  const { result } = budget.act
  return result.state === 'already' || (result.state === 'done' && result.confirmed)
}

function buttons(id: string, version: number, { words }: CardTalk): readonly Button[] {
  const at = { case: id, version }
  return [
    { label: words.say('budget.button'), tone: 'good', acts: { act: 'budget.approve', ...at } },
    { label: words.say('button.reject'), acts: { act: 'budget.reject', ...at } },
    { label: words.say('button.withdraw'), acts: { act: 'budget.withdraw', ...at } },
  ]
}
