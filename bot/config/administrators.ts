import type { ChannelAccount } from '../../domain/staff/staff.ts'

/** `teams:<Entra object id>`, or `teams:<tenant>/<Entra object id>` for another tenant; commas or spaces between. */
export function administratorsOf(text: string, ownTenant = '', faults: string[]): readonly ChannelAccount[] {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const match = /^teams:(?:([\w-]+)\/)?([\w-]+)$/.exec(entry)
      if (!match) {
        faults.push(`DESK_ADMINS: “${entry}” is not written like teams:<Entra object id>`)
        return []
      }
      const [, tenant = ownTenant, user = ''] = match
      return [{ channel: 'teams', tenant: tenant.toLowerCase(), user: user.toLowerCase() } as const]
    })
}
