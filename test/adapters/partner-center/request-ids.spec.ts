import assert from 'node:assert/strict'
import { openRequestIds } from '../../../adapters/partner-center/request-ids.ts'
import { guidOf } from '../simulators/a-seed.ts'

describe('under which id an intent travels', () => {
  const intent = guidOf(1)

  it('its own until it is refused', () => {
    const ids = openRequestIds()
    assert.equal(ids.of(intent), intent)
    ids.refused(guidOf(2))
    assert.equal(ids.of(intent), intent)
  })

  it('then a GUID derived from it, another after each refusal, the same in every process', () => {
    const [ids, elsewhere] = [openRequestIds(), openRequestIds()]
    const followUps = [1, 2, 3].map(() => {
      for (const each of [ids, elsewhere]) each.refused(intent)
      assert.equal(ids.of(intent), elsewhere.of(intent))
      return ids.of(intent)
    })
    assert.equal(new Set([intent, ...followUps]).size, 4)
    for (const id of followUps)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('and never that of another intent', () => {
    const ids = openRequestIds()
    for (const each of [intent, guidOf(2)]) ids.refused(each)
    assert.notEqual(ids.of(intent), ids.of(guidOf(2)))
  })

  it('forgets the oldest of very many, and starts with its own id again', () => {
    const ids = openRequestIds()
    ids.refused(intent)
    for (let other = 10; other < 1010; other += 1) ids.refused(guidOf(other))
    assert.equal(ids.of(intent), intent)
    assert.notEqual(ids.of(guidOf(1009)), guidOf(1009))
  })
})
