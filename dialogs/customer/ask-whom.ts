import { z } from 'zod'
import { answer, mayAnswer } from '../answer.ts'
import type { Script } from '../script.ts'
import { orNotNow } from '../phrases/not-now.ts'
import { whoIsMeant, whoSaid } from './pick-customer.ts'

const draft = z.object({
  verb: z.enum([
    'customer',
    'resume',
    'holds',
    'match',
    'assign',
    'note',
    'why',
    'why-not',
    'next',
    'notes',
    'skip',
    'notice',
    'final-notice',
  ]),
  /** As it was said last; a customer's id once somebody picked. */
  who: z.string().nullable(),
  /** The deadline of a final notice, or until when somebody is skipped, as it was said. */
  until: z.string().nullable(),
  /** What the operator wrote, what is noted, or why somebody is skipped. */
  text: z.string().nullable().default(null),
  /** To whom the customer is assigned, as it was said. */
  person: z.string().nullable().default(null),
})

type WhomDraft = z.infer<typeof draft>

/** A question about one customer, until it is clear which: a name can be answered as it was asked for. */
export const askWhom: Script<WhomDraft, WhomDraft & { readonly who: string }> = {
  name: 'ask-whom',
  draft,

  async next(filled, talk) {
    const who = filled.who ?? ''
    // Whoever may not ask is not asked back.
    if (!mayAnswer(filled.verb, talk.by)) return { ready: { ...filled, who } }
    const meant = await whoIsMeant(who, talk, ({ id }) => id)
    return meant.kind === 'ask'
      ? { ask: orNotNow(meant.reply, talk.words) }
      : { ready: { ...filled, who: meant.customer.id } }
  },

  hear: async (filled, answer, talk) => ({ ...filled, who: await whoSaid(answer, talk) }),

  finish({ verb, who, until, text, person }, talk) {
    switch (verb) {
      case 'final-notice':
        return answer({ verb, who, until }, talk)
      case 'notice':
      case 'note':
        return answer({ verb, who, text }, talk)
      case 'assign':
        return answer({ verb, who, person }, talk)
      case 'why':
      case 'why-not':
        return answer({ verb, who, on: until }, talk)
      case 'skip':
        return answer({ verb, who, until, because: text }, talk)
      default:
        return answer({ verb, who }, talk)
    }
  },
}
