import { z } from 'zod'
import type { Correspondence } from '../../domain/reminders/correspondence.ts'
import { letterKinds } from '../../domain/reminders/letter.ts'
import { withheldWhys, type Reminder } from '../../domain/reminders/reminder.ts'
import { day, exactly, instant, lane, listOf, money } from './stored-values.ts'

const written = z.object({
  customer: z.string(),
  lane: lane.nullable(),
  kind: z.enum(letterKinds),
  day,
  until: day,
  invoices: listOf(z.object({ key: z.string(), number: z.string(), due: day, left: money })),
  language: z.string(),
  mark: z.string(),
  by: z.string(),
  at: instant,
})
const mailed = written.extend({ to: z.string(), askedIn: z.string().nullable() })
const ended = { endedAt: instant, mayHaveArrived: z.literal(true).exactOptional() }

const stopped = [
  mailed.extend({ status: z.literal('withheld'), why: z.enum(withheldWhys), ...ended }),
  mailed.extend({ status: z.literal('refused'), code: z.string(), words: z.string().nullable(), ...ended }),
] as const

/** A letter that did not go. */
export const storedStopped = z.discriminatedUnion('status', stopped)

export const storedReminder = exactly<Reminder>()(
  z.discriminatedUnion('status', [
    mailed.extend({
      status: z.literal('sending'),
      subject: z.string(),
      text: z.string(),
      tried: z.literal(true).exactOptional(),
    }),
    mailed.extend({ status: z.literal('sent'), sentAt: instant, messageId: z.string() }),
    written.extend({ status: z.literal('given') }),
    ...stopped,
  ]),
)

const address = z.object({ address: z.string(), by: z.string(), at: instant })

export const storedCorrespondence = exactly<Correspondence>()(
  z.object({
    customer: z.string(),
    language: z.string().nullable(),
    entered: address.nullable(),
    confirmed: listOf(address),
  }),
)
