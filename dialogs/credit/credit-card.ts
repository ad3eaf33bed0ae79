import type { CreditChange } from '../../domain/credit/credit-change.ts'
import { never } from '../../domain/shared/outcome.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { exposureParts } from './exposure-lines.ts'
import { orderHoldLine } from './order-hold-line.ts'

/** The card of a change of somebody's credit: whose, what and why, what is at stake, and the second person's buttons. */
export function creditCard(credit: CreditChange, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, identity, change, because, exposure, status } = credit
  const pending = status === 'pending'
  const compared = change.kind === 'limit' ? { limits: [change.limit] } : null
  return {
    title: words.say(`credit-change.title.${change.kind}`, { case: id, name: identity.operatorName }),
    tone: pending ? 'warning' : status === 'approved' ? 'good' : 'plain',
    parts: [
      line(creditChangeLine(credit, talk), { weight: 'strong' }),
      {
        kind: 'facts',
        facts: [
          ...identityFacts(identity, words),
          ...wantedFacts(credit, talk),
          [words.say('credit.because'), because],
          byWhom('fact.asked-by', credit.askedBy, credit.askedAt, talk),
          ...(status === 'approved' ? [byWhom('fact.approved-by', credit.approval.by, credit.approval.at, talk)] : []),
        ],
      },
      ...(change.kind === 'release' ? change.holds.map((hold) => line(orderHoldLine(hold, talk))) : []),
      ...(pending && exposure
        ? [line(words.say('credit-change.at-stake')), ...exposureParts(exposure, compared, words)]
        : []),
      ...(pending ? decidingParts(credit, talk) : []),
    ],
    buttons: pending ? buttons(credit, version, talk) : [],
    shows: { case: id, version },
  }
}

/** How it stands, in one line. */
export function creditChangeLine(credit: CreditChange, talk: CardTalk): string {
  const { words, nameOf } = talk
  switch (credit.status) {
    case 'pending':
      return words.say('credit-change.pending', { expires: words.deadline(credit.expiresAt) })
    case 'approved':
      return words.say(`credit-change.approved.${credit.change.kind}`, { name: nameOf(credit.approval.by) })
    case 'rejected':
      return words.say('credit-change.rejected', { name: nameOf(credit.rejectedBy), because: credit.rejection })
    case 'withdrawn':
      return words.say('suspension.withdrawn', { name: nameOf(credit.askedBy) })
    case 'expired':
      return words.say('suspension.expired', { at: words.deadline(credit.expiresAt) })
    default:
      return never(credit)
  }
}

function wantedFacts({ change }: CreditChange, { words }: CardTalk): readonly (readonly [string, string])[] {
  if (change.kind === 'release') return []
  const { limit, before, reviewOn } = change
  return [
    [words.say('credit-change.limit'), words.money(limit)],
    [words.say('credit-change.before'), before === null ? words.say('credit-change.none') : words.money(before)],
    [words.say('credit-change.review'), words.day(reviewOn)],
  ]
}

function decidingParts({ change }: CreditChange, { words }: CardTalk): readonly Part[] {
  return [
    line(words.say(`credit-change.means.${change.kind}`)),
    { kind: 'input', id: 'words', label: words.say('resumption.input.words'), value: '', multiline: true },
  ]
}

function buttons({ id, change }: CreditChange, version: number, { words }: CardTalk): readonly Button[] {
  const at = { case: id, version }
  return [
    {
      label: words.say(`credit-change.button.${change.kind}`),
      tone: 'good',
      acts: { act: 'credit-change.approve', ...at },
    },
    { label: words.say('button.reject'), acts: { act: 'credit-change.reject', ...at } },
    { label: words.say('button.withdraw'), acts: { act: 'credit-change.withdraw', ...at } },
  ]
}
