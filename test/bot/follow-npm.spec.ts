import assert from 'node:assert/strict'
import sinon from 'sinon'
import { followNpm } from '../../bot/follow-npm.ts'

describe('a desk started through npm', () => {
  const shell = 100
  let clock: sinon.SinonFakeTimers
  let parent: number
  let ended: number
  beforeEach(() => {
    clock = sinon.useFakeTimers()
    parent = shell
    ended = 0
  })
  afterEach(() => clock.restore())

  const follow = (env: Record<string, string>) =>
    followNpm(
      env,
      () => parent,
      () => (ended += 1),
    )

  it('runs for as long as npm does, and ends once when that was ended', () => {
    follow({ npm_lifecycle_event: 'start' })
    clock.tick(3_600_000)
    assert.equal(ended, 0)
    parent = 1
    clock.tick(60_000)
    assert.equal(ended, 1)
  })

  it('runs on without its parent where it was started otherwise, as from a shell', () => {
    follow({})
    parent = 1
    clock.tick(60_000)
    assert.equal(ended, 0)
  })
})
