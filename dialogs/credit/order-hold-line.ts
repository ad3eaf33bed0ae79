import type { OrderHold } from '../../domain/credit/credit-line.ts'
import type { CardTalk } from '../talk.ts'

/** Since when new orders are on hold, at whose word and why. */
export function orderHoldLine({ alert, by, at, because }: OrderHold, { words, nameOf }: CardTalk): string {
  const args = { at: words.moment(at), name: nameOf(by), because }
  return alert === null
    ? words.say('credit.held-by-person', args)
    : words.say('credit.held-by-verdict', { ...args, case: alert })
}
