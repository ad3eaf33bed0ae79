import type { StaffId } from '../shared/ids.ts'
import type { Role } from './powers.ts'

/** Where somebody talks from. Rules compare Staff, never accounts. */
export interface ChannelAccount {
  readonly channel: 'teams' | 'slack'
  /** Teams: the tenant. Slack: the team. */
  readonly tenant: string
  /** Teams: the Entra object id. Slack: the user id. */
  readonly user: string
}

/** One person at the partner, holding one account per channel. */
export interface Staff {
  readonly id: StaffId
  readonly name: string
  readonly accounts: readonly ChannelAccount[]
  readonly roles: readonly Role[]
  /** BCP 47 tag the person chose, else the chat's locale counts. */
  readonly language: string | null
}

/** `teams:<tenant>/<user>`, `slack:<team>/<user>`: one text per account. */
export function accountKey({ channel, tenant, user }: ChannelAccount): string {
  return `${channel}:${tenant}/${user}`
}
