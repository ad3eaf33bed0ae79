import {
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import { ChannelAuthentication } from '../adapters/teams/inbound-auth.ts'
import { teamsCloud } from '../adapters/teams/teams-cloud.ts'
import type { Lane } from '../domain/customers/lane.ts'
import { instantOf } from '../domain/shared/time.ts'
import { openConsole } from './cli/console-door.ts'
import { webhookAddress } from '../adapters/partner-center/webhooks/webhook-door.ts'
import { compose } from './compose.ts'
import type { Config } from './config.ts'
import type { TeamsConfig } from './config/teams-config.ts'
import { keepCustomersFresh } from './keep-customers-fresh.ts'
import { createLog } from './logging.ts'
import { deskTasks } from './desk-tasks.ts'
import { createHeartbeat } from './heartbeat.ts'
import { openDesk } from './open-desk.ts'
import { startTimetable } from './timetable.ts'

/** Starts the desk for real. Throws with a sentence when something cannot be used. */
export async function startLive(config: Config): Promise<{ stop(): Promise<void> }> {
  const { teams, slack, dataFolder: folder } = config
  if (folder === null) throw new Error('live mode needs a data folder')
  const log = createLog(config.logLevel)
  const authentication = teams && authenticationOf(teams)

  let wake = (): void => undefined
  const open = await openDesk(config, { folder, log, onPromised: () => wake() })
  await open.desk.staff.seat(config.administrators)
  await open.desk.lanes.open(open.accounts, false)
  const running = await compose(open, { folder, authentication, slack, log, cast: null })
  wake = () => running.runner.wake()
  const console = await openConsole(folder, open)
  const customers = keepCustomersFresh(open.directory, (lane) => open.desk.laneOf(lane) !== null, log)
  running.runner.start()
  const port = await running.server.listen(config.port, config.host)
  log.info({ port, host: config.host }, 'listening')
  const { timeZone: zone } = open.policy.calendar
  const { publicUrl } = config
  const addressOf = (lane: Lane) => (publicUrl === null ? null : webhookAddress(publicUrl, lane))
  const { heartbeatUrl: url } = config.pager
  const heartbeat = createHeartbeat({ url, ready: running.ready, fetch, now: open.now, log })
  const timetable = startTimetable([...deskTasks(open.desk, log, addressOf), ...heartbeat.tasks], {
    zone,
    now: open.now,
    log,
  })
  return {
    async stop() {
      customers.stop()
      heartbeat.stop()
      await timetable.stop()
      await console.close()
      await running.close()
      await open.close()
      log.info('stopped')
    },
  }
}

function authenticationOf(teams: TeamsConfig): ChannelAuthentication {
  const cloud = teamsCloud(teams.channelService)
  if (!cloud) throw new Error(`ChannelService ${teams.channelService} is unknown`)
  return new ChannelAuthentication({
    cloud,
    appId: teams.appId,
    tenants: [teams.tenantId],
    credentials: credentialsOf(teams),
    now: () => instantOf(Date.now()),
  })
}

function credentialsOf({ appType, appId, appPassword, tenantId }: TeamsConfig): ServiceClientCredentialsFactory {
  if (appType === 'UserAssignedMSI')
    return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory())
  // A multi-tenant bot signs in with the Bot Framework's own tenant, which is the SDK's default.
  return new PasswordServiceClientCredentialFactory(appId, appPassword, appType === 'MultiTenant' ? '' : tenantId)
}
