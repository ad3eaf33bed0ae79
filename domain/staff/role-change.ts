import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from './powers.ts'
import type { ChannelAccount } from './staff.ts'

/** Whom a role change is about: somebody known, or an account that asked to be let in. */
export type RoleSubject =
  | { readonly kind: 'staff'; readonly staff: StaffId; readonly name: string }
  | { readonly kind: 'newcomer'; readonly account: ChannelAccount; readonly name: string }

interface Asked {
  readonly id: CaseId
  readonly subject: RoleSubject
  readonly change: 'give' | 'take'
  readonly role: Role
  readonly askedBy: StaffId
  readonly askedAt: Instant
}

/** One administrator asks, another confirms. */
export type RoleChange =
  | (Asked & { readonly status: 'pending' })
  | (Asked & { readonly status: 'confirmed'; readonly confirmedBy: StaffId; readonly confirmedAt: Instant })
  | (Asked & { readonly status: 'rejected'; readonly rejectedBy: StaffId; readonly rejectedAt: Instant })
  | (Asked & { readonly status: 'expired'; readonly endedAt: Instant })

/** An unknown account that asked, by `link`, to be let in. */
export interface AccessRequest {
  readonly account: ChannelAccount
  readonly name: string
  readonly askedAt: Instant
  readonly status: 'open' | 'answered'
}
