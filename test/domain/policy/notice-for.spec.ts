import assert from 'node:assert/strict'
import { noticeFor } from '../../../domain/policy/final-notice.ts'
import { aNotice } from '../../kit/builders.ts'

describe('the notice that a suspension stands on', () => {
  const old = aNotice({ id: 'old', deadline: '2025-03-10', recordedAt: '2025-03-01T00:00:00.000Z' })
  const newer = aNotice({ id: 'newer', deadline: '2025-03-20', recordedAt: '2025-03-08T00:00:00.000Z' })

  for (const [day, which, why] of [
    ['2025-03-31', 'newer', 'the newest, where all have passed'],
    ['2025-03-20', 'old', 'one that has passed before one that runs'],
    ['2025-03-09', 'newer', 'the newest, while none has passed'],
  ] as const) {
    it(`is ${why}`, () => {
      for (const notices of [
        [old, newer],
        [newer, old],
      ])
        assert.equal(noticeFor(notices, day)?.id, which)
    })
  }

  it('is none where none was given', () => assert.equal(noticeFor([], '2025-03-31'), null))
})
