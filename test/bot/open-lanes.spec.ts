import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyring } from '../../adapters/shared/keyring.ts'
import type { Config } from '../../bot/config.ts'
import { openLanes } from '../../bot/open-lanes.ts'
import type { PartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { aSimulator, harbor, morning, stopSimulators } from '../adapters/simulators/a-seed.ts'
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

  describe('at an operator', () => {
    afterEach(stopSimulators)

    const openAt = ({ lane, connection }: PartnerCenterSimulator) =>
      openLanes({
        configured: { [lane]: connection },
        mode: 'demo',
        folder,
        keyring: openKeyring(['a key of the specs']),
        deps: instantDeps().deps,
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

    const isAskedToWait = (thrown: unknown) => {
      assert.ok(thrown instanceof OutsideFault)
      const { kind, retryAfterMs } = thrown.facts
      assert.deepEqual([kind, retryAfterMs], ['throttled', 120_000])
      return true
    }

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
