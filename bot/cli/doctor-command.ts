import { chatOf, routeId, type Chat } from '../../domain/routes/route.ts'
import type { Role } from '../../domain/staff/powers.ts'
import type { Config } from '../config.ts'
import type { TeamsConfig } from '../config/teams-config.ts'
import type { OpenDesk } from '../open-desk.ts'
import { overdueMs } from '../metrics.ts'
import { look, ok, wrong, type Finding } from './finding.ts'
import { laneFindings } from './lane-findings.ts'
import { ledgerFindings } from './ledger-findings.ts'
import { ownInvoiceFindings } from './own-invoice-findings.ts'
import { pagerFindings, pagerTest } from './pager-findings.ts'
import { policyFindings } from './policy-findings.ts'
import { slackFindings } from './slack-findings.ts'
import type { Command } from './session.ts'
import { feedFindings } from './feed-findings.ts'
import { stepUpFindings } from './step-up-findings.ts'
import { ticketFindings } from './ticket-findings.ts'
import { customerMailFindings } from './customer-mail-findings.ts'
import { ticketMailFindings } from './ticket-mail-findings.ts'
import { webhookFindings } from './webhook-findings.ts'

/**
 * `doctor`: one line for each setting and connection, with what to do; `--page` calls whoever is on duty, as a test. Exit
 * code 1 where something is wrong.
 */
export const doctorCommand: Command = async (args, session, open) => {
  const unknown = args.filter((arg) => arg !== '--page')
  if (unknown.length > 0) {
    session.print(`doctor knows only --page, not ${unknown.join(' ')}`)
    return 2
  }
  const looked = (await Promise.all(checks.map((check) => check(open)))).flat()
  const findings = args.includes('--page') ? [...looked, ...(await pagerTest(open, `console:${session.user}`))] : looked
  const marks = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' }
  for (const { state, line } of findings) session.print(`${marks[state]} ${line}`)
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0
}

const checks: readonly ((open: OpenDesk) => Promise<readonly Finding[]>)[] = [
  async ({ config }) => [ok(`mode ${config.mode}, configured to listen on ${config.host}:${config.port}`)],
  async ({ config }) => [teamsFinding(config)],
  slackFindings,
  pagerFindings,
  policyFindings,
  laneFindings,
  ownInvoiceFindings,
  webhookFindings,
  ticketFindings,
  ticketMailFindings,
  customerMailFindings,
  ledgerFindings,
  async ({ desk }) => {
    const staff = await desk.staff.all()
    const withRole = (role: Role) => staff.filter(({ roles }) => roles.includes(role)).length
    const [administrators, approvers] = [withRole('administrator'), withRole('approver')]
    return [
      administrators < 2
        ? wrong('administrators: fewer than two; name two in DESK_ADMINS and restart the desk')
        : ok(`administrators: ${administrators}`),
      approvers < 2
        ? look(`approvers: ${approvers}; an override of the policy needs two. In chat, say “role NAME approver”`)
        : ok(`approvers: ${approvers}`),
    ]
  },
  stepUpFindings,
  async ({ desk }) => {
    const routes = await desk.routes.list()
    return routes.length === 0
      ? [look('routes: none; approvers are told each. In a channel, say “route approvals here”')]
      : routes.map((route) =>
          ok(
            `route ${routeId(route.topic, 'teams', route.only ?? null)} in ${chatNames[chatOf(route)]}: ${route.placeName}`,
          ),
        )
  },
  async ({ store, now }) => {
    const { waiting, earliestDue, stuck } = await store.backlog()
    const late = Math.round(overdueMs(earliestDue, now) / 1000)
    return [
      late > 300
        ? wrong(
            `outbox: ${waiting} waiting, the earliest is ${late} s late; start the desk, or see its log where it runs`,
          )
        : ok(`outbox: ${waiting} waiting`),
      ...(stuck === 0
        ? []
        : [look(`outbox: ${stuck} tried ten times or more in vain; see “promise postponed” in the log`)]),
    ]
  },
  feedFindings,
]

const chatNames: Readonly<Record<Chat, string>> = { teams: 'Teams', slack: 'Slack' }

const appTypes: Readonly<Record<TeamsConfig['appType'], string>> = {
  SingleTenant: 'a single-tenant app',
  UserAssignedMSI: 'a managed identity',
  MultiTenant: 'a multi-tenant app',
}

/** Only what was configured: whether Teams finds its way here shows when somebody writes there. */
function teamsFinding({ mode, teams, slack }: Config): Finding {
  if (mode === 'demo') return ok('Teams: the local client of the demo')
  if (teams === null)
    return slack === null
      ? wrong('Teams: not configured; set MicrosoftAppId and its companions')
      : ok('Teams: not configured; to be there as well, set MicrosoftAppId and its companions')
  const { appType, appId, tenantId } = teams
  return ok(
    `Teams: configured as ${appTypes[appType]}, ${appId}, of tenant ${tenantId}; say hello to the bot there to see it answer`,
  )
}
