import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPolicy } from '../../adapters/policy-yaml/read-policy.ts'
import { canonical } from '../../domain/audit/audit-entry.ts'
import { lanes } from '../../domain/customers/lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { dayAt } from '../../domain/shared/time.ts'
import { workingDaysBetween } from '../../domain/shared/working-days.ts'
import { demoFolder } from '../demo/demo-folder.ts'
import type { OpenDesk } from '../open-desk.ts'
import { overdueMs } from '../metrics.ts'
import type { Command } from './session.ts'

interface Finding {
  readonly state: 'ok' | 'look' | 'wrong'
  readonly line: string
}

/** `doctor`: one line for each setting and connection, with what to do. Exit code 1 where something is wrong. */
export const doctorCommand: Command = async (_args, session, open) => {
  const findings = (await Promise.all(checks.map((check) => check(open)))).flat()
  const marks = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' }
  for (const { state, line } of findings) session.print(`${marks[state]} ${line}`)
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0
}

const checks: readonly ((open: OpenDesk) => Promise<readonly Finding[]>)[] = [
  async ({ config }) => [ok(`mode ${config.mode}, listening on ${config.host}:${config.port}`)],
  async ({ config }) =>
    config.teams === null
      ? [
          config.mode === 'demo'
            ? ok('Teams: the local client of the demo')
            : wrong('Teams: not configured; set MicrosoftAppId and its companions'),
        ]
      : [ok(`Teams: app ${config.teams.appId}, ${config.teams.appType}`)],
  async (open) => [await policyFinding(open)],
  async (open) => Promise.all(lanes.map((lane) => laneFinding(lane, open))),
  async ({ desk, policy, now }) => {
    const asOf = desk.ledger.current().asOf
    if (asOf === null) return [look('ledger: none yet; npm run desk -- import FILE.csv')]
    const age = workingDaysBetween(asOf, dayAt(now(), policy.calendar.timeZone), policy.calendar)
    const line = `ledger: as of ${asOf}, ${age} working days old (limit ${policy.ledgerAgeLimit})`
    return [age > policy.ledgerAgeLimit ? look(`${line}; import a fresh list`) : ok(line)]
  },
  async ({ desk }) => {
    const staff = await desk.staff.all()
    const of = (role: string) => staff.filter(({ roles }) => (roles as readonly string[]).includes(role)).length
    return [
      of('administrator') < 2
        ? wrong('administrators: fewer than two; name two in DESK_ADMINS')
        : ok(`administrators: ${of('administrator')}`),
      of('approver') < 2
        ? look(`approvers: ${of('approver')}; an override of the policy needs two`)
        : ok(`approvers: ${of('approver')}`),
    ]
  },
  async ({ desk }) => {
    const routes = await desk.routes.list()
    return routes.length === 0
      ? [look('routes: none; approvers are told each. In a channel, say “route approvals here”')]
      : routes.map(({ topic, placeName }) => ok(`route ${topic}: ${placeName}`))
  },
  async ({ store, now }) => {
    const { waiting, earliestDue, stuck } = await store.backlog()
    const late = Math.round(overdueMs(earliestDue, now) / 1000)
    return [
      late > 300
        ? wrong(`outbox: ${waiting} waiting, the earliest is ${late} s late; see the log`)
        : ok(`outbox: ${waiting} waiting`),
      ...(stuck === 0
        ? []
        : [look(`outbox: ${stuck} tried ten times or more in vain; see “promise postponed” in the log`)]),
    ]
  },
]

/** Which policy is in force: a file that is lost or changed is not noticed before the next start. */
async function policyFinding({ config, policy }: OpenDesk): Promise<Finding> {
  const path = join(config.dataFolder ?? demoFolder, 'policy.yaml')
  if (!existsSync(path)) {
    const line = `policy: there is no ${path}; the default is in force, from the next start on at the latest`
    return config.mode === 'demo' ? ok(line) : look(line)
  }
  try {
    const inFile = readPolicy(await readFile(path, 'utf8'), path)
    if (canonical(inFile) === canonical(policy)) return ok(`policy: ${path}`)
    return look(`policy: ${path} is not what is in force; it counts from the next start on`)
  } catch (fault) {
    return wrong(`policy: ${fault instanceof Error ? fault.message : path}`)
  }
}

/** Reads one page of customers, live: sign-in, address and role in one. */
async function laneFinding(lane: (typeof lanes)[number], { desk, directory }: OpenDesk): Promise<Finding> {
  const operator = desk.laneOf(lane)
  if (!operator) return look(`lane ${lane}: not configured; acts there are done by hand`)
  try {
    await operator.customers()[Symbol.asyncIterator]().next()
    const known = directory.customers().filter((customer) => customer.lane === lane).length
    return ok(`lane ${lane}: answers, ${known} customers known`)
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const { kind, status, code, correlationId } = fault.facts
    const said = [kind, status, code, correlationId].filter((each) => each !== undefined).join(', ')
    const todo =
      kind === 'unauthorised'
        ? 'check tenant, client id, secret and role'
        : 'check the address and the network, then try again'
    return wrong(`lane ${lane}: ${said}; ${todo}`)
  }
}

const ok = (line: string): Finding => ({ state: 'ok', line })
const look = (line: string): Finding => ({ state: 'look', line })
const wrong = (line: string): Finding => ({ state: 'wrong', line })
