import { z } from 'zod'
import type { Agreement } from '../../domain/agreements/agreement.ts'
import { day, exactly, instant, listOf, money } from './stored-values.ts'

const recorded = z.object({ id: z.string(), customer: z.string(), author: z.string(), recordedAt: instant })
const toCome = recorded.extend({
  debt: listOf(z.object({ key: z.string(), left: z.number(), disputed: z.number().exactOptional() })),
  asOf: day,
})

const open = z.object({ status: z.literal('open') })
const undone = z.object({ status: z.literal('undone'), by: z.string(), at: instant })
const ended = z.object({ status: z.literal('ended'), by: z.string(), at: instant })
const judged = z.object({ at: instant, paid: z.number(), asOf: day })
const ofMoney = z.discriminatedUnion('status', [
  open,
  judged.extend({ status: z.literal('kept') }),
  judged.extend({ status: z.literal('part-kept') }),
  judged.extend({ status: z.literal('broken') }),
  ended,
  undone,
])

export const storedAgreement = exactly<Agreement>()(
  z.discriminatedUnion('kind', [
    toCome.extend({ kind: z.literal('promise'), amount: money, day, state: ofMoney }),
    toCome.extend({
      kind: z.literal('plan'),
      currency: z.string(),
      instalments: listOf(z.object({ minor: z.int(), day })),
      state: ofMoney,
    }),
    recorded.extend({
      kind: z.literal('dispute'),
      invoice: z.string(),
      number: z.string(),
      amount: money.nullable(),
      reason: z.string(),
      state: z.discriminatedUnion('status', [
        open,
        ended,
        undone,
        z.object({ status: z.literal('closed'), at: instant }),
      ]),
    }),
    recorded.extend({
      kind: z.literal('exemption'),
      of: z.discriminatedUnion('what', [
        z.object({ what: z.literal('customer') }),
        z.object({ what: z.literal('invoice'), key: z.string(), number: z.string() }),
        z.object({ what: z.literal('subscription'), id: z.string(), name: z.string() }),
      ]),
      reason: z.string(),
      owner: z.string(),
      until: day,
      remindedAt: instant.exactOptional(),
      state: z.discriminatedUnion('status', [
        open,
        ended,
        undone,
        z.object({ status: z.literal('over'), at: instant }),
      ]),
    }),
    toCome.extend({
      kind: z.literal('paid-mark'),
      amount: money,
      said: day,
      until: day,
      state: z.discriminatedUnion('status', [
        open,
        undone,
        judged.extend({ status: z.literal('settled') }),
        z.object({ status: z.literal('dropped'), at: instant, why: z.enum(['not-in-ledger', 'run-out']) }),
      ]),
    }),
  ]),
)
