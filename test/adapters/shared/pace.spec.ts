import assert from 'node:assert/strict'
import { createPace } from '../../../adapters/shared/pace.ts'
import { instantOf } from '../../../domain/shared/time.ts'

describe('the pace of messages', () => {
  let ms = 0
  const pace = (patience = 60_000) => {
    const { take, rest } = createPace(() => instantOf(ms))
    return { take: (key: string) => take(key, patience), rest }
  }
  beforeEach(() => {
    ms = 1_000_000
  })

  it('lets five go at once, then one a second', () => {
    const { take } = pace()
    assert.deepEqual(
      Array.from({ length: 8 }, () => take('a')),
      [0, 0, 0, 0, 0, 1_000, 2_000, 3_000],
    )
  })

  it('counts each conversation by itself', () => {
    const { take } = pace()
    for (let nth = 0; nth < 5; nth += 1) take('a')
    assert.equal(take('b'), 0)
    assert.equal(take('a'), 1_000)
  })

  it('fills up again with time, to five and no more', () => {
    const { take } = pace()
    for (let nth = 0; nth < 5; nth += 1) take('a')
    ms += 2_000
    assert.deepEqual([take('a'), take('a'), take('a')], [0, 0, 1_000])
    ms += 3_600_000
    assert.deepEqual(
      Array.from({ length: 6 }, () => take('a')),
      [0, 0, 0, 0, 0, 1_000],
    )
  })

  it('does not count what nobody waits for', () => {
    const { take } = pace(1_500)
    assert.deepEqual(
      Array.from({ length: 9 }, () => take('a')),
      [0, 0, 0, 0, 0, 1_000, 2_000, 2_000, 2_000],
    )
  })

  it('leaves as many at once as it was told to', () => {
    const { take } = createPace(() => instantOf(ms))
    assert.deepEqual(
      Array.from({ length: 3 }, () => take('a', 0, 3)),
      [0, 0, 1_000],
    )
    assert.deepEqual(
      Array.from({ length: 4 }, () => take('a', 60_000)),
      [0, 0, 0, 1_000],
    )
  })

  it('rests as long as it was told to', () => {
    const { take, rest } = pace()
    rest('a', 7_000)
    assert.equal(take('a'), 7_000)
    ms += 10_000
    assert.equal(take('b'), 0)
  })
})
