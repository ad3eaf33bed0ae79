import type { AgreementRefusal } from '../../domain/agreements/record-agreement.ts'
import type { EndRefusal } from '../../domain/agreements/end-agreement.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Talk } from '../talk.ts'
import { agreedLine } from './agreement-line.ts'

/** Why nothing is recorded, and what to do about it. */
export function agreementRefusalLine(
  refusal: AgreementRefusal | { readonly code: 'unknown-customer' },
  talk: Pick<Talk, 'words' | 'nameOf' | 'by'>,
): string {
  const { words, nameOf, by } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not', { name: by.name })
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    case 'day-past':
      return words.say('agreement.refusal.day-past', { day: words.day(refusal.day) })
    case 'day-too-far':
      return words.say('agreement.refusal.day-too-far', { latest: words.day(refusal.latest) })
    case 'days-out-of-order':
    case 'nothing-owed':
    case 'not-above-nothing':
    case 'reason-needed':
    case 'unknown-invoice':
      return words.say(`agreement.refusal.${refusal.code}`)
    case 'other-currency':
      return words.say('agreement.refusal.other-currency', { currencies: words.list(refusal.currencies) })
    case 'above-debt':
    case 'above-invoice':
      return words.say(`agreement.refusal.${refusal.code}`, { most: words.money(refusal.most) })
    case 'said-twice': {
      const marks = refusal.marks.map((mark) => `${mark.id} · ${nameOf(mark.author)} · ${words.day(mark.said)}`)
      return words.say('agreement.said-twice', { marks: words.list(marks) })
    }
    case 'agreed-already': {
      const { agreement } = refusal
      return words.say('agreement.refusal.agreed-already', {
        agreement: `${agreement.id} · ${agreedLine(agreement, talk)}`,
      })
    }
    default:
      return never(refusal)
  }
}

/** Why an agreement stays as it is. */
export function endRefusalLine(
  refusal: EndRefusal | { readonly code: 'not-found' },
  { words, nameOf, by }: Pick<Talk, 'words' | 'nameOf' | 'by'>,
): string {
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not', { name: by.name })
    case 'not-found':
      return words.say('agreement.refusal.not-found')
    case 'already-over':
      return words.say('agreement.refusal.already-over', { agreement: refusal.agreement.id })
    case 'not-yours':
      return words.say('agreement.refusal.not-yours', { name: nameOf(refusal.agreement.author) })
    case 'too-late':
      return words.say('agreement.refusal.too-late', { agreement: refusal.agreement.id })
    default:
      return never(refusal)
  }
}
