import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../bot/config.ts'
import { openLanes } from '../../bot/open-lanes.ts'
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
  })
})
