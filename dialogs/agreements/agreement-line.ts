import type { Agreement } from '../../domain/agreements/agreement.ts'
import { tellsOf } from '../../domain/agreements/in-force.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Day } from '../../domain/shared/time.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'

/** What was agreed, in one sentence that reads well aloud. */
export function agreedLine(agreement: Agreement, { words, nameOf }: Pick<CardTalk, 'words' | 'nameOf'>): string {
  switch (agreement.kind) {
    case 'promise':
      return words.say('agreement.promise', {
        amount: words.money(agreement.amount),
        day: words.day(agreement.day),
      })
    case 'plan': {
      const { currency, instalments } = agreement
      const sum = (minor: number) => words.money({ minor, currency })
      return words.say('agreement.plan', {
        amount: sum(instalments.reduce((total, { minor }) => total + minor, 0)),
        count: instalments.length,
        list: words.list(
          instalments.map(({ minor, day }) =>
            words.say('agreement.instalment', { amount: sum(minor), day: words.day(day) }),
          ),
        ),
      })
    }
    case 'dispute': {
      const { number, amount, reason } = agreement
      return amount === null
        ? words.say('agreement.dispute', { number, reason })
        : words.say('agreement.dispute-part', { number, reason, amount: words.money(amount) })
    }
    case 'exemption': {
      const { of, owner, reason } = agreement
      const facts = { until: words.day(agreement.until), owner: nameOf(owner), reason }
      if (of.what === 'customer') return words.say('agreement.exempt-customer', facts)
      return words.say('agreement.exempt-part', { ...facts, what: of.what === 'invoice' ? of.number : of.name })
    }
    case 'paid-mark':
      return words.say('agreement.paid-mark', {
        amount: words.money(agreement.amount),
        said: words.day(agreement.said),
        until: words.day(agreement.until),
      })
    default:
      return never(agreement)
  }
}

/** What came of it; null while it simply goes on. `toldUntil`: by the ledger, which may be too old to tell. */
export function outcomeLine(
  agreement: Agreement,
  { day, toldUntil }: { readonly day: Day; readonly toldUntil: Day | null },
  { words, nameOf }: Pick<CardTalk, 'words' | 'nameOf'>,
): string | null {
  const { state } = agreement
  const sum = (minor: number) => words.money({ minor, currency: currencyOf(agreement) })
  switch (state.status) {
    case 'open':
      return waiting(agreement, day, toldUntil, words)
    case 'kept':
    case 'part-kept':
      return words.say(`agreement.${state.status}`, { paid: sum(state.paid), asOf: words.day(state.asOf) })
    case 'broken':
      return words.say('agreement.broken', { asOf: words.day(state.asOf) })
    case 'settled':
      return words.say('agreement.settled', { paid: sum(state.paid), asOf: words.day(state.asOf) })
    case 'dropped':
      return words.say(`agreement.dropped.${state.why}`)
    case 'ended':
    case 'undone':
      return words.say(`agreement.${state.status}`, { name: nameOf(state.by) })
    case 'closed':
    case 'over':
      return words.say(`agreement.${state.status}`)
    default:
      return never(state)
  }
}

/** Both, behind its name: how a list and a card tell of an agreement. */
export function agreementLine(
  agreement: Agreement,
  looked: { readonly day: Day; readonly toldUntil: Day | null },
  talk: Pick<CardTalk, 'words' | 'nameOf'>,
): string {
  const outcome = outcomeLine(agreement, looked, talk)
  const parts = [agreedLine(agreement, talk), ...(outcome === null ? [] : [outcome])]
  return `${agreement.id} · ${talk.words.sentences(parts)}`
}

/** The day on which the next money is due is over, and the ledger does not know it whole. */
function waiting(agreement: Agreement, today: Day, toldUntil: Day | null, words: Words): string | null {
  const due =
    agreement.kind === 'promise'
      ? agreement.day
      : agreement.kind === 'plan'
        ? agreement.instalments.findLast(({ day }) => day < today)?.day
        : undefined
  if (due === undefined || due >= today || tellsOf({ toldUntil }, due)) return null
  return words.say('agreement.cannot-tell', {
    day: words.day(due),
    asOf: toldUntil === null ? '–' : words.day(toldUntil),
  })
}

function currencyOf(agreement: Agreement): string {
  if (agreement.kind === 'plan') return agreement.currency
  return agreement.kind === 'promise' || agreement.kind === 'paid-mark' ? agreement.amount.currency : 'XXX'
}
