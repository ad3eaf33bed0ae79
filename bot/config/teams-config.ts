import type { Environment } from './environment.ts'

/** The bot's registration with Azure Bot Service. */
export interface TeamsConfig {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant'
  readonly appId: string
  readonly appPassword: string
  readonly tenantId: string
  /** Empty for the public cloud; `https://botframework.azure.us` for GCC High. */
  readonly channelService: string
}

/** The settings of Teams; null where there are none. Adds to `faults` what cannot be used. */
export function teamsOf(env: Environment, mode: 'demo' | 'live', faults: string[]): TeamsConfig | null {
  const { MicrosoftAppType: appType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env
  const given = [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].filter((value) => value !== undefined)
  if (given.length === 0) return null
  if (mode === 'demo') {
    faults.push('MicrosoftApp… settings belong to live mode: the demo talks to a local client only')
    return null
  }
  if (MicrosoftAppId === undefined || MicrosoftAppTenantId === undefined) {
    faults.push('MicrosoftAppId and MicrosoftAppTenantId go together')
    return null
  }
  // A managed identity has no password (facts/chat-platforms 4.3).
  if ((MicrosoftAppPassword === undefined) !== (appType === 'UserAssignedMSI')) {
    faults.push(
      `MicrosoftAppPassword ${appType === 'UserAssignedMSI' ? 'must be absent for a managed identity' : 'is missing'}`,
    )
  }
  return {
    appType,
    appId: MicrosoftAppId,
    appPassword: MicrosoftAppPassword ?? '',
    tenantId: MicrosoftAppTenantId,
    channelService: env.ChannelService,
  }
}
