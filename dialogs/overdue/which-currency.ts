import { overdueSums } from '../../domain/receivables/standing.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import type { Reply } from '../vocabulary/reply.ts'

/** An amount without a currency is asked about: one button for each currency in which anybody is overdue. */
export async function whichCurrency(
  { number, sentence, at }: Extract<Intent, { verb: 'which-currency' }>,
  { words, desk }: Talk,
): Promise<Reply> {
  const { withItems } = await desk.book.today()
  const currencies = new Set(withItems.flatMap(({ standing }) => overdueSums(standing).map(({ currency }) => currency)))
  return {
    title: words.say('amount.which-currency', { number: quoted(number) }),
    parts: [],
    buttons: [...currencies].sort().map((currency) => ({
      label: currency,
      says: `${sentence.slice(0, at)} ${currency}${sentence.slice(at)}`,
    })),
  }
}
