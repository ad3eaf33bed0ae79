import { z } from 'zod'
import type { AccessRequest, RoleChange } from '../../domain/staff/role-change.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import { channelAccount, exactly, instant, listOf, role } from './stored-values.ts'

export const storedStaff = exactly<Staff>()(
  z.object({
    id: z.string(),
    name: z.string(),
    accounts: listOf(channelAccount),
    roles: listOf(role),
    language: z.string().nullable(),
  }),
)

const asked = z.object({
  id: z.string(),
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('staff'), staff: z.string(), name: z.string() }),
    z.object({ kind: z.literal('newcomer'), account: channelAccount, name: z.string() }),
  ]),
  change: z.enum(['give', 'take']),
  role,
  askedBy: z.string(),
  askedAt: instant,
})

export const storedRoleChange = exactly<RoleChange>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('confirmed'), confirmedBy: z.string(), confirmedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), rejectedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)

export const storedAccessRequest = exactly<AccessRequest>()(
  z.object({ account: channelAccount, name: z.string(), askedAt: instant, status: z.enum(['open', 'answered']) }),
)
