import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sinon from 'sinon'
import { openKeyring } from '../../adapters/shared/keyring.ts'
import type { Config } from '../../bot/config.ts'
import { openLanes } from '../../bot/open-lanes.ts'
import type { LaneConfig } from '../../bot/config/lane-config.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { aSimulator, guidOf, harbor, morning, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { instantDeps } from '../adapters/partner-center/a-lane.ts'

describe('the lanes of a desk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lanes-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const stand = 'http://127.0.0.1:9'
  const opened = (mode: Config['mode'], apiUrl?: string, loginUrl?: string) => {
    const account = { tenantId: 'partner.example', clientId: 'desk', clientSecret: 'hush', refreshToken: undefined }
    const fetch = () => assert.fail('nobody is called yet')
    return openLanes({
      configured: { china: { ...account, apiUrl, loginUrl } },
      mode,
      folder,
      deps: instantDeps({ fetch }).deps,
      keyring: openKeyring(['a key of the specs']),
      onTokenTrouble: () => assert.fail('no token is kept yet'),
      onCacheTrouble: () => assert.fail('there is no cache yet'),
    })
  }

  it('speak to this machine only in a demo, whatever the settings let through', async () => {
    await assert.rejects(opened('demo'), /may not be called here/)
    await assert.rejects(opened('demo', stand), /login\..* may not be called here/)
    await assert.rejects(opened('demo', undefined, stand), /partnercenterapi.* may not be called here/)
    assert.equal((await opened('demo', stand, stand)).laneOf('china')?.lane, 'china')
  })

  it('speak to the operator where it is meant', async () => {
    const lanes = await opened('live')
    assert.equal(lanes.laneOf('china')?.lane, 'china')
    assert.equal(lanes.patientLaneOf('china')?.lane, 'china')
    assert.equal(lanes.laneOf('global'), null)
    assert.equal(lanes.accessOf('global'), null)
  })

  it('have the feeds of fraud their operator may have, Graph first, and none in China', async () => {
    const lanes = await opened('live')
    assert.deepEqual([lanes.feedsOf('china'), lanes.feedsOf('global')], [[], []])
    assert.deepEqual([lanes.spendingOf('china'), lanes.spendingOf('global')], [null, null])
  })

  describe('at an operator', () => {
    afterEach(stopSimulators)

    const openAt = (
      { lane, connection }: { readonly lane: Lane; readonly connection: LaneConfig },
      deps = instantDeps().deps,
    ) =>
      openLanes({
        configured: { [lane]: connection },
        mode: 'demo',
        folder,
        keyring: openKeyring(['a key of the specs']),
        deps,
        onTokenTrouble: (_, cause) => assert.fail(String(cause)),
        onCacheTrouble: (_, cause) => assert.fail(String(cause)),
      })

    it('sign in once for everybody, and after a restart with the token that was given last', async () => {
      const simulator = await aSimulator({ switches: { oldRefreshTokens: 'refused' } })
      for (const starts of [1, 2]) {
        const lanes = await openAt(simulator)
        assert.equal(lanes.accessOf('global')?.refreshTokens.rotatedAt, starts === 1 ? null : morning)
        await lanes.laneOf('global')?.subscriptions(harbor)
        await lanes.patientLaneOf('global')?.subscriptions(harbor)
        await lanes.sweepLaneOf('global')?.subscriptions(harbor)
        await lanes.directory.refresh('global')
        const signIns = simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'POST')
        assert.equal(signIns.length, starts)
      }
    })

    for (const lane of ['global', 'us-government'] as const)
      it(`tell of fraud and of Azure spending in ${lane}, all with one consent that is never used twice`, async () => {
        const simulator = await aSimulator({ lane, switches: { oldRefreshTokens: 'refused' } })
        const lanes = await openAt(simulator)
        simulator.raiseFraud({ customer: harbor })
        const feeds = lanes.feedsOf(lane)
        assert.deepEqual(
          feeds.map(({ name }) => name),
          ['graph', 'fraud-events'],
        )
        const found = await Promise.all([
          ...feeds.map((feed) => feed.open()),
          lanes.laneOf(lane)?.subscriptions(harbor),
        ])
        assert.deepEqual(
          found.map((each) => each?.length),
          [1, 1, 1],
        )
        assert.equal((await lanes.spendingOf(lane)?.budget(harbor))?.amount, null)
      })

    it('let tickets be read with that consent, a look at all of them after what was decided', async () => {
      const simulator = await aSimulator({ switches: { oldRefreshTokens: 'refused' } })
      const lanes = await openAt(simulator)
      const { id } = simulator.fileTicket({ title: '[PD-1] Hello' })
      const [tickets, budget] = [lanes.ticketsOf('global'), lanes.accessOf('global')?.budget]
      assert.ok(tickets && budget)
      const taken = sinon.spy(budget, 'take')
      assert.equal((await tickets.list()).length, 1)
      assert.equal((await tickets.find(id))?.status, 'open')
      assert.equal((await tickets.change(id, { change: 'close' }, guidOf(1))).status, 'closed')
      assert.deepEqual(
        taken.args.map(([calledFor]) => calledFor),
        ['chore', 'chore', 'act', 'act', 'act'],
      )
    })

    it('have no tickets where the app speaks for itself, nor at 21Vianet', async () => {
      const { connection } = await aSimulator()
      const alone = { ...connection, refreshToken: undefined }
      assert.equal((await openAt({ lane: 'global', connection: alone })).ticketsOf('global'), null)
      assert.equal((await openAt(await aSimulator({ lane: 'china' }))).ticketsOf('china'), null)
    })

    it('leave Graph out of a demo whose stand-in has none', async () => {
      const simulator = await aSimulator()
      const { graphUrl: _, ...connection } = simulator.connection
      const lanes = await openAt({ lane: 'global', connection })
      assert.deepEqual(
        lanes.feedsOf('global').map(({ name }) => name),
        ['fraud-events'],
      )
    })

    const isAskedToWait = (thrown: unknown) => {
      assert.ok(thrown instanceof OutsideFault)
      const { kind, retryAfterMs } = thrown.facts
      assert.deepEqual([kind, retryAfterMs], ['throttled', 120_000])
      return true
    }

    it('keep nobody’s act and no person behind the looks at everybody, however many those are', async () => {
      const simulator = await aSimulator()
      let waits = 0
      // Whoever waits for the budget waits for good: no time passes.
      const sleep = (): Promise<never> => {
        waits += 1
        return new Promise(() => undefined)
      }
      const lanes = await openAt(simulator, instantDeps({ sleep }).deps)
      const ask = (of: (lane: Lane) => OperatorLane | null) => of('global')?.subscriptions(harbor)
      let swept = 0
      const sweeps = Array.from({ length: 300 }, () => void ask(lanes.sweepLaneOf)?.then(() => (swept += 1)))
      while (swept + waits < sweeps.length) await new Promise((resolve) => setImmediate(resolve))
      assert(waits > 0, 'the budget for looks is used up')
      const before = waits
      for (let nth = 0; nth < 200; nth += 1) await ask(lanes.patientLaneOf)
      for (let nth = 0; nth < 20; nth += 1) await ask(lanes.laneOf)
      assert.equal(waits, before)
      const asked = simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'GET').length
      assert.equal(asked, swept + 220)
    })

    it('wait for everybody when the operator asks one to wait', async () => {
      const simulator = await aSimulator()
      const lanes = await openAt(simulator)
      simulator.fault({ path: '/customers', then: { kind: 'throttle', retryAfterSeconds: 120 } })
      await assert.rejects(lanes.patientLaneOf('global')?.subscriptions(harbor) ?? Promise.resolve(), isAskedToWait)
      await assert.rejects(lanes.laneOf('global')?.subscriptions(harbor) ?? Promise.resolve(), isAskedToWait)
      const asked = () => simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'GET').length
      assert.equal(asked(), 1)
      // Whoever looks around on their own waits it out.
      await lanes.directory.refresh('global')
      assert.equal(asked(), 2)
      assert.equal(lanes.accessOf('global')?.budget.throttled, 1)
    })
  })
})
