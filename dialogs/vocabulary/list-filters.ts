import { z } from 'zod'

/** What narrows a list, as a button or a file carries it. */
export const listFilters = z.object({
  overDays: z.number().nullable(),
  fromDays: z.number().nullable(),
  lane: z.enum(['global', 'us-government', 'china']).nullable(),
  above: z.object({ minor: z.number().int(), currency: z.string().max(3) }).nullable(),
  mine: z.boolean(),
})
