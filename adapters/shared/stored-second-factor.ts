import { z } from 'zod'
import type { SecondFactor } from '../../domain/staff/second-factor.ts'
import { exactly, instant } from './stored-values.ts'

export const storedSecondFactor = exactly<SecondFactor>()(
  z.object({
    staff: z.string(),
    app: z
      .object({
        sealed: z.string(),
        since: instant,
        lastStep: z.number(),
        wrong: z.number(),
        lockedUntil: instant.nullable(),
      })
      .nullable(),
    offered: z.object({ sealed: z.string(), until: instant }).nullable(),
  }),
)
