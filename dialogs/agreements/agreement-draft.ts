import { z } from 'zod'

/** What a conversation about an agreement has gathered so far, as it was said; nothing of it counts before it is recorded. */
export const agreementDraft = z.object({
  kind: z.enum(['promise', 'plan', 'dispute', 'exemption', 'paid-mark']),
  /** The customer; a customer's id once somebody picked. Of a dispute, the invoice's number or, once picked, its key. */
  who: z.string().nullable(),
  /** Amount, as it was typed; of a plan, of each instalment where they are alike. Null on a dispute: all of it. */
  sum: z.string().nullable(),
  /** What was answered to the question for a currency. */
  currency: z.string().nullable(),
  /** The promised day, the last day of an exemption, the first of a plan. */
  day: z.string().nullable(),
  /** How many instalments; null where they are listed one by one. */
  count: z.number().nullable(),
  every: z.enum(['week', 'month']),
  /** Instalments one by one, as they were typed. */
  listed: z.string().nullable(),
  reason: z.string().nullable(),
  /** What was asked last. */
  asked: z.enum(['who', 'sum', 'currency', 'day', 'listed', 'reason', 'confirm']).nullable(),
  confirmed: z.boolean(),
  misheard: z.boolean(),
})

export type AgreementDraft = z.infer<typeof agreementDraft>

/** What a sentence said of an agreement. */
export type AgreementSaid = Pick<AgreementDraft, 'kind' | 'who'> &
  Partial<Pick<AgreementDraft, 'sum' | 'day' | 'count' | 'every' | 'listed' | 'reason'>>

export function blankAgreement(said: AgreementSaid): AgreementDraft {
  return {
    ...{ sum: null, currency: null, day: null, count: null, every: 'month', listed: null, reason: null },
    ...{ asked: null, confirmed: false, misheard: false },
    ...said,
  }
}
