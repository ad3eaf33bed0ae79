import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sameValue } from '../../../domain/shared/same-value.ts'
import { runs } from '../../kit/runs.ts'

describe('two values', () => {
  for (const [a, b] of [
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: 1, b: null }, { a: 1 }],
    [{ a: 1 }, { b: 1 }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [[], {}],
    [{ a: { b: [1, { c: 'x' }] } }, { a: { b: [1, { c: 'y' }] } }],
    [null, {}],
    ['1', 1],
  ])
    it(`differ: ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => assert.equal(sameValue(a, b), false))

  it('say the same wherever their copies do, and nowhere else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        assert.equal(sameValue(a, structuredClone(a)), true)
        let same = true
        try {
          assert.deepEqual(a, b)
        } catch {
          same = false
        }
        assert.equal(sameValue(a, b), same)
      }),
      runs,
    )
  })
})
