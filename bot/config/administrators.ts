import type { ChannelAccount } from '../../domain/staff/staff.ts'

/**
 * `teams:<Entra object id>`, or `teams:<tenant>/<Entra object id>` for another tenant; `slack:<team>/<user>` where there
 * is no Teams; commas or spaces between. Adds to `faults` what cannot be read.
 */
export function administratorsOf(text: string, ownTenant = '', faults: string[]): readonly ChannelAccount[] {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry): readonly ChannelAccount[] => {
      const [, tenant = ownTenant, user] = /^teams:(?:([\w-]+)\/)?([\w-]+)$/.exec(entry) ?? []
      if (user !== undefined) return [{ channel: 'teams', tenant: tenant.toLowerCase(), user: user.toLowerCase() }]
      const [, team, member] = /^slack:([a-z0-9]+)\/([a-z0-9]+)$/i.exec(entry) ?? []
      if (team !== undefined && member !== undefined)
        return [{ channel: 'slack', tenant: team.toUpperCase(), user: member.toUpperCase() }]
      faults.push(`DESK_ADMINS: “${entry}” is not written like teams:<Entra object id> or slack:<team>/<user>`)
      return []
    })
}

/** Where Teams is configured, people are known by their Entra object id: a Slack account is linked to it, by its person. */
export function strangersAmong(administrators: readonly ChannelAccount[], teams: boolean): readonly string[] {
  const strange = administrators.filter(({ channel }) => channel !== (teams ? 'teams' : 'slack'))
  return strange.map(({ channel, tenant, user }) =>
    channel === 'slack'
      ? `DESK_ADMINS: “slack:${tenant}/${user}” cannot be one while Teams is configured; name their Entra object id, and they link their Slack account themselves`
      : `DESK_ADMINS: “teams:${user}” cannot be one without Teams; configure it, or name a Slack account`,
  )
}
