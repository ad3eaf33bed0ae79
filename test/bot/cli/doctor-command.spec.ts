import assert from 'node:assert/strict'
import type { RefreshTokens } from '../../../adapters/partner-center/refresh-tokens.ts'
import { doctorCommand } from '../../../bot/cli/doctor-command.ts'
import { importCommand } from '../../../bot/cli/import-command.ts'
import { readConfig } from '../../../bot/config.ts'
import { order } from '../../../domain/outbox/orders.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import { ines, mei, minute, morning, otto, wang } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession, openList } from './a-session.ts'

const tenant = '00000000-0000-0000-0000-000000000001'
const live = readConfig({
  DESK_MODE: 'live',
  DESK_KEY: 'k'.repeat(32),
  DESK_ADMINS: `teams:${tenant}/a1, teams:${tenant}/a2`,
  MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: tenant,
})

describe('the doctor', () => {
  let open: AnOpenDesk
  beforeEach(async () => {
    open = await anOpenDesk()
  })

  const examine = async (changes: Partial<AnOpenDesk> = {}) => {
    const session = aSession()
    const code = await doctorCommand([], session, { ...open, ...changes })
    return { code, lines: session.seen }
  }
  const withLedger = (asOf = '2025-03-30') =>
    importCommand(
      'open.csv --company Nimbus --complete --yes'.split(' '),
      aSession(openList(['INV-1', '2025-03-20', 100]).replace('2025-03-30', asOf)),
      open,
    )
  /** Reading a ledger orders debts to be looked at again; a running desk does so at once. */
  const keepAll = async () => {
    const due = await open.store.takeDue(open.time, 10)
    assert.deepEqual(
      due.map(({ order }) => order.kind),
      ['recheck-debt'],
    )
    await open.store.commit({ settle: due.map(({ id }) => id) })
  }
  const promiseDue = (at = morning) =>
    open.store.commit({ outbox: [order(open.newId, { kind: 'update-cards', case: 'S-1' }, at)] })

  it('looks at everything, a line each', async () => {
    const { code, lines } = await examine()
    assert.equal(code, 0)
    assert.deepEqual(lines, [
      'ok    mode demo, configured to listen on 127.0.0.1:3978',
      'ok    Teams: the local client of the demo',
      'ok    Slack: none; to try it, say DESK_MODE=demo and set SLACK_API_URL to a stand-in on this machine',
      'ok    pager: none, so nobody is called where no chat reaches anybody; set SMTP_URL or DESK_PAGER_URL',
      'ok    heartbeat: none, so nobody outside notices a dead desk; set DESK_HEARTBEAT_URL',
      'ok    policy: version 1 since Jan 1, 1970, 8:00 AM, the default',
      'look  lane global: by hand, as it is not configured; to change that, set PARTNER_CENTER_GLOBAL_TENANT_ID and its companions',
      'look  lane us-government: by hand, as it is not configured; to change that, set PARTNER_CENTER_US_GOVERNMENT_TENANT_ID and its companions',
      'ok    lane china: by API; answers to reading, 1 customer known; signs in as the app alone (for what wants a person, set PARTNER_CENTER_CHINA_REFRESH_TOKEN); asks at most 500 times a minute; whether it lets us suspend shows only when it does',
      'ok    webhook china: none; nobody has published where its operator takes registrations',
      'ok    following tickets china: by hand, as the operator shows them at its portal only; people bring number and answer back',
      'ok    tickets global, us-government, china: filed by hand; where an operator or distributor takes them by mail, set TICKETS_GLOBAL_TO, TICKETS_US_GOVERNMENT_TO, TICKETS_CHINA_TO',
      'ok    letters to customers: copied and sent by people; to mail them, set REMINDERS_FROM; they are not signed: set PARTNER_NAME and PARTNER_CONTACT',
      'look  ledger: none yet; npm run desk -- import FILE.csv',
      'ok    administrators: 3',
      'ok    approvers: 2',
      'look  routes: none; approvers are told each. In a channel, say “route approvals here”',
      'ok    outbox: 0 waiting',
      'look  fraud route china: no channel at every hour for any alert; each fraud lead is told. In a channel, say “route fraud here”',
    ])
  })

  const line = async (subject: RegExp, changes?: Partial<AnOpenDesk>) => {
    const { code, lines } = await examine(changes)
    const [found, ...others] = lines.filter((each) => subject.test(each))
    assert.deepEqual(others, [])
    return { code, found }
  }

  it('names the app that Teams talks to in live mode, and neither its secret nor what only Teams can tell', async () => {
    const { lines } = await examine({ config: live })
    assert(
      lines.includes(
        `ok    Teams: configured as a single-tenant app, 00000000-0000-0000-0000-0000000000b0, of tenant ${tenant}; ` +
          'say hello to the bot there to see it answer',
      ),
    )
    assert.doesNotMatch(lines.join('\n'), /secret/)
  })

  it('finds a live desk without a chat wrong', async () => {
    assert.deepEqual(await line(/Teams/, { config: { ...live, teams: null } }), {
      code: 1,
      found: 'WRONG Teams: not configured; set MicrosoftAppId and its companions',
    })
  })

  describe('finds a lane wrong', () => {
    for (const [what, facts, found] of [
      [
        'whose credentials are refused',
        { kind: 'unauthorised', status: 401, code: 'invalid_client', correlationId: 'c-1' },
        'WRONG lane china: by hand while this lasts: unauthorised, 401, invalid_client, c-1; set a new PARTNER_CENTER_CHINA_CLIENT_SECRET and restart the desk',
      ],
      [
        'whose consent has run out',
        { kind: 'unauthorised', status: 400, code: 'invalid_grant' },
        'WRONG lane china: by hand while this lasts: unauthorised, 400, invalid_grant; the consent has expired or was withdrawn; give consent again, set PARTNER_CENTER_CHINA_REFRESH_TOKEN and restart the desk',
      ],
      [
        'whose consent was given without a second factor',
        { kind: 'unauthorised', status: 401, code: '900421' },
        'WRONG lane china: by hand while this lasts: unauthorised, 401, 900421; the consent was given without a second factor; give it again with one, set PARTNER_CENTER_CHINA_REFRESH_TOKEN and restart the desk',
      ],
      [
        'whose account lacks a role',
        { kind: 'unauthorised', status: 403, code: '2032' },
        'WRONG lane china: by hand while this lasts: unauthorised, 403, 2032; give the account that signs in the role “Admin agent” there',
      ],
      [
        'that wants a person',
        { kind: 'unauthorised', status: 403, code: '900329' },
        'WRONG lane china: by hand while this lasts: unauthorised, 403, 900329; it takes the sign-in of a person; set PARTNER_CENTER_CHINA_REFRESH_TOKEN',
      ],
      [
        'that refuses us without a reason we know',
        { kind: 'unauthorised', status: 401, code: '900420' },
        'WRONG lane china: by hand while this lasts: unauthorised, 401, 900420; check tenant, client id, secret and role',
      ],
      [
        'that does not answer',
        { kind: 'unreachable' },
        'WRONG lane china: by hand while this lasts: unreachable; check the address and the network, then try again',
      ],
      [
        'in whose place something else answers',
        { kind: 'unreachable', status: 200, code: 'unreadable' },
        'WRONG lane china: by hand while this lasts: unreachable, 200, unreadable; something else answered in its place; check the address, and whether a proxy stands between',
      ],
    ] as const) {
      it(what, async () => {
        const laneOf: AnOpenDesk['desk']['laneOf'] = (lane) =>
          lane === 'china' ? { ...open.operator, customers: () => failing(facts) } : null
        assert.deepEqual(await line(/lane china/, { desk: { ...open.desk, laneOf } }), { code: 1, found })
      })
    }
  })

  it('says until when an operator wants to be left alone, and finds nothing wrong with it', async () => {
    const facts = { kind: 'throttled', status: 429, waitUntil: minute(5) } as const
    const laneOf: AnOpenDesk['desk']['laneOf'] = (lane) =>
      lane === 'china' ? { ...open.operator, customers: () => failing(facts) } : null
    assert.deepEqual(await line(/lane china/, { desk: { ...open.desk, laneOf } }), {
      code: 0,
      found:
        'look  lane china: by hand while this lasts: throttled, 429; nothing is asked before 2025-03-31 02:05 UTC; try again then',
    })
  })

  describe('says in whose name a lane signs in', () => {
    const inPerson = async (refreshTokens: Partial<RefreshTokens>) => {
      const { lines } = await examine({
        accessOf: (lane) => {
          const access = open.accessOf(lane)
          return access && { ...access, refreshTokens: { ...access.refreshTokens, ...refreshTokens } }
        },
      })
      return lines.filter((each) => /lane china/.test(each)).map((each) => each.replace(/; asks at most.*$/, ''))
    }

    it('by a refresh token, and when that was given', async () => {
      const before = 'ok    lane china: by API; answers to reading, 1 customer known; signs in with a person’s consent'
      assert.deepEqual(await inPerson({ current: 'hush' }), [`${before} (refresh token never rotated)`])
      assert.deepEqual(await inPerson({ current: 'hush', rotatedAt: morning }), [
        `${before} (refresh token last rotated 2025-03-31 02:00 UTC)`,
      ])
    })

    it('and what is the matter with what was kept', async () => {
      const trouble = 'the kept refresh token cannot be used: no key in DESK_KEY opens it'
      const [, found] = await inPerson({ current: 'hush', trouble })
      assert.equal(found, `look  lane china: ${trouble}`)
    })
  })

  it('counts the working days of the ledger, and asks for a fresh one past the limit', async () => {
    await withLedger('2025-03-26')
    await keepAll()
    assert.deepEqual(await line(/ledger/), {
      code: 0,
      found: 'ok    ledger: as of 2025-03-26, 3 working days old (limit 3)',
    })
    open.time = later(morning, 24 * 3_600_000)
    assert.deepEqual(await line(/ledger/), {
      code: 0,
      found:
        'look  ledger: as of 2025-03-26, 4 working days old (limit 3); import a fresh list: npm run desk -- import FILE.csv',
    })
  })

  it('finds one administrator wrong, and one approver worth a look', async () => {
    open = await anOpenDesk([ines, wang, mei])
    assert.deepEqual(await line(/administrators/), {
      code: 1,
      found: 'WRONG administrators: fewer than two; name two in DESK_ADMINS and restart the desk',
    })
    open = await anOpenDesk([ines, otto, wang])
    assert.deepEqual(await line(/approvers:/), {
      code: 0,
      found: 'look  approvers: 1; an override of the policy needs two. In chat, say “role NAME approver”',
    })
  })

  it('names each route', async () => {
    const here = { chat: 'teams', place: 'teams:partner/#approvals', name: '#approvals', personal: false } as const
    const set = await open.desk.routes.set('approvals', here, ines)
    assert(set.ok)
    assert.deepEqual(await line(/ok {4}route/), { code: 0, found: 'ok    route approvals in Teams: #approvals' })
  })

  it('finds the outbox wrong from five minutes late', async () => {
    await promiseDue()
    open.time = minute(5)
    assert.deepEqual(await line(/outbox/), { code: 0, found: 'ok    outbox: 1 waiting' })
    open.time = later(minute(5), 1_000)
    assert.deepEqual(await line(/outbox/), {
      code: 1,
      found: 'WRONG outbox: 1 waiting, the earliest is 301 s late; start the desk, or see its log where it runs',
    })
  })
})

/** Customers that cannot be read. */
function failing(facts: Omit<FaultFacts, 'service'>): AsyncIterable<never> {
  const fault = new OutsideFault({ service: 'partner-center:china', ...facts })
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(fault) }) }
}
