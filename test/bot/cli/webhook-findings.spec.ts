import assert from 'node:assert/strict'
import { webhookFindings } from '../../../bot/cli/webhook-findings.ts'
import { blankWebhook, type LaneWebhook } from '../../../domain/webhooks/lane-webhook.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { morning } from '../../kit/builders.ts'
import { anOpenDesk } from '../an-open-desk.ts'

const url = 'https://desk.example/webhooks/partner-center/global'
const at: Instant = '2025-03-31T01:00:00.000Z'
const registered = { at, url, events: ['test-created'] }

describe('what the doctor says of webhooks', () => {
  async function said(over: Partial<LaneWebhook> | null, publicUrl: string | null = 'https://desk.example') {
    const open = await anOpenDesk()
    const access = open.accessOf('china')
    const value = { ...blankWebhook('global'), ...over }
    if (over) await open.store.commit({ save: [{ kind: 'webhook', id: 'global', value, basedOn: null }] })
    const config = { ...open.config, mode: 'live', publicUrl } as const
    const findings = await webhookFindings({ ...open, config, accessOf: (lane) => (lane === 'global' ? access : null) })
    return findings.map(({ state, line }) => `${state} ${line}`)
  }

  it('is nothing about a lane that is not set up, and that there is none at 21Vianet', async () => {
    assert.deepEqual(await webhookFindings(await anOpenDesk()), [
      { state: 'ok', line: 'webhook china: none; nobody has published where its operator takes registrations' },
    ])
  })

  for (const [what, over, line] of [
    [
      'registered and proven',
      { registered, provenAt: at },
      `ok webhook global: registered for ${url}, last proven 2025-03-31 01:00 UTC, so its fraud feeds are asked every 5 minutes`,
    ],
    [
      'registered and not proven',
      { registered },
      `look webhook global: registered for ${url}, never proven, so its fraud feeds are asked every 1 minute; a test is on its way`,
    ],
    [
      'changed by somebody',
      { registered, provenAt: at, taken: { at, url: null } },
      `ok webhook global: registered for ${url}, last proven 2025-03-31 01:00 UTC, so its fraud feeds are asked every 5 minutes; somebody had changed it, which the desk undid 2025-03-31 01:00 UTC`,
    ],
    [
      'not reached by the test',
      { registered, trouble: { what: 'test-refused', at, code: '502' } },
      `wrong webhook global: registered for ${url}, never proven, so its fraud feeds are asked every 1 minute; the operator tried, and heard 502 2025-03-31 01:00 UTC. Check that this address can be reached from outside`,
    ],
    [
      'not to be asked',
      { trouble: { what: 'registration', at, kind: 'unauthorised', code: '900329' } },
      'wrong webhook global: the operator did not let itself be asked 2025-03-31 01:00 UTC (unauthorised, 900329); its fraud feeds are asked every 1 minute; the desk tries again every few minutes',
    ],
    [
      'not registered yet',
      null,
      'look webhook global: not registered yet, its fraud feeds are asked every 1 minute; the desk does it by itself while it runs',
    ],
    [
      'registered for the address of before',
      { registered: { ...registered, url: 'https://old.example/x' } },
      'look webhook global: registered for another address, https://old.example/x; restart the desk and it changes',
    ],
  ] as const satisfies readonly (readonly [string, Partial<LaneWebhook> | null, string])[])
    it(`tells that it is ${what}`, async () => {
      assert(at < morning)
      assert.deepEqual(await said(over), [line])
    })

  it('tells that it needs the public address', async () => {
    assert.deepEqual(await said(null, null), [
      'look webhook global: not registered, its fraud feeds are asked every 1 minute; set PUBLIC_URL and the desk registers itself',
    ])
  })
})
