import { z } from 'zod'
import type { Assignment } from '../../domain/workday/assignment.ts'
import type { CustomerNote } from '../../domain/workday/customer-note.ts'
import type { Skip } from '../../domain/workday/skip.ts'
import { day, exactly, instant } from './stored-values.ts'

const written = { id: z.string(), customer: z.string(), by: z.string(), at: instant }

export const storedAssignment = exactly<Assignment>()(
  z.object({ ...written, owner: z.string().nullable(), import: z.string().exactOptional() }),
)
export const storedCustomerNote = exactly<CustomerNote>()(z.object({ ...written, text: z.string() }))
export const storedSkip = exactly<Skip>()(z.object({ ...written, until: day, because: z.string() }))
