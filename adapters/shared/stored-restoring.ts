import { z } from 'zod'
import { restoreWhats, type Restoring } from '../../domain/resumption/restoring.ts'
import { storedTroubleFacts } from './stored-act.ts'
import { storedApproval } from './stored-suspension.ts'
import { exactly, instant, listOf } from './stored-values.ts'

const what = z.enum(restoreWhats)

export const storedRestoring = exactly<Restoring>()(
  z.object({
    subscription: z.string(),
    name: z.string(),
    base: z.string().nullable(),
    since: instant,
    intents: z.object({ service: z.string(), renewal: z.string() }),
    accepted: listOf(z.enum(['service', 'renewal'])),
    points: listOf(
      z.discriminatedUnion('state', [
        z.object({ what, state: z.literal('back') }),
        z.object({
          what,
          state: z.literal('left'),
          why: z.enum(['refused', 'unconfirmed', 'changed', 'ending', 'gone', 'unknown', 'held', 'suspended']),
          trouble: storedTroubleFacts.nullable(),
          done: storedApproval.nullable(),
        }),
      ]),
    ).nullable(),
    delay: storedTroubleFacts.nullable(),
  }),
)
