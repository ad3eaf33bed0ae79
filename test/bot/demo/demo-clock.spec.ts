import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDemoClock } from '../../../bot/demo/demo-clock.ts'
import type { Instant } from '../../../domain/shared/time.ts'

describe('the clock of a demo', () => {
  let folder: string
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'clock-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('is this machine’s own until it is moved, and stays ahead of it after a restart', async () => {
    let at: Instant = '2025-03-31T02:00:00.000Z'
    const wall = () => at
    const clock = await openDemoClock(folder, wall)
    assert.equal(clock.now(), at)
    let heard = 0
    clock.onMoved(() => void (heard += 1))
    await clock.advance(86_400_000)
    await clock.advance(60_000)
    at = '2025-03-31T02:00:01.000Z'
    assert.deepEqual([clock.now(), heard], ['2025-04-01T02:01:01.000Z', 2])
    assert.equal((await openDemoClock(folder, wall)).now(), clock.now())
  })

  it('is not guessed where what was kept cannot be read', async () => {
    await writeFile(join(folder, 'demo-clock.json'), '{"aheadMs":-5}')
    await assert.rejects(openDemoClock(folder, () => '2025-03-31T02:00:00.000Z'))
  })
})
