import assert from 'node:assert/strict'
import type { Sealer } from '../../../domain/ports/sealer.ts'
import { createSecondFactorDesk } from '../../../domain/staff/second-factor-desk.ts'
import { minute, morning, wang } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { clockCodes, plainSealer } from '../../kit/second-factors.ts'

describe('enrolling an authenticator app', () => {
  let now = morning
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const open = (sealer: Sealer = plainSealer) => {
    const store = memoryStore()
    return { store, desk: createSecondFactorDesk({ store, sealer, codes: clockCodes, now: () => now, newId }) }
  }
  beforeEach(() => (now = morning))

  it('takes a first code of the secret that was shown; before, there is none', async () => {
    const { store, desk } = open()
    const { uri } = await desk.offer(wang, 'console:root')
    assert.equal(uri, 'otpauth://totp/Wang?secret=a secret')
    assert.deepEqual(await desk.enrolled(), [])
    assert.deepEqual(await desk.confirm(wang, '999999', 'console:root'), { ok: false, refusal: { code: 'code-wrong' } })
    assert.equal((await desk.confirm(wang, '020000', 'console:root')).ok, true)
    assert.deepEqual(await desk.enrolled(), [{ staff: 'wang', since: morning, lockedUntil: null }])
    // That code is used up.
    assert.deepEqual(await desk.prove('wang', '020000', 'S-1'), { ok: false, refusal: { code: 'code-used' } })
    const trail = (await store.auditOf('wang')).map(({ by, what }) => `${by} ${what}`)
    assert.deepEqual(trail, ['console:root second-factor.offered', 'console:root second-factor.enrolled'])
  })

  it('is over after a quarter of an hour, and leaves the app that is there', async () => {
    const { desk } = open()
    await desk.offer(wang, 'console:root')
    await desk.confirm(wang, '020000', 'console:root')
    await desk.offer(wang, 'console:root')
    now = minute(15)
    assert.deepEqual(await desk.confirm(wang, '021500', 'x'), { ok: false, refusal: { code: 'not-offered' } })
    assert.equal((await desk.prove('wang', '021500', 'S-1')).ok, true)
  })

  it('keeps the secret sealed, and tells it to nobody else', async () => {
    const { store, desk } = open()
    await desk.offer(wang, 'console:root')
    await desk.confirm(wang, '020000', 'console:root')
    await desk.prove('wang', '111111', 'S-1')
    const kept = JSON.stringify([await store.list('second-factor'), await store.auditOf('wang')])
    assert(!kept.includes('a secret'))
    assert(!kept.includes('111111') && !kept.includes('020000'))
  })

  it('is sealed anew with the newest key when a code is used', async () => {
    const stale: Sealer = {
      ...plainSealer,
      open: async (...args) => ({ ...(await plainSealer.open(...args)), stale: true }),
    }
    const fresh: Sealer = { ...stale, seal: async (plain, purpose) => `${await plainSealer.seal(plain, purpose)}:new` }
    const { store, desk } = open(fresh)
    const sealed = await plainSealer.seal('a secret', 'second-factor')
    const app = { sealed, since: morning, lastStep: 0, wrong: 0, lockedUntil: null }
    const value = { staff: 'wang', app, offered: null }
    await store.commit({ save: [{ kind: 'second-factor', id: 'wang', value, basedOn: null }] })
    const proved = await desk.prove('wang', '020000', 'S-1')
    assert(proved.ok && proved.value.kind === 'second-factor')
    assert.equal(proved.value.value.app?.sealed, `${sealed}:new`)
  })

  it('can be taken back, and then nobody can decide by it', async () => {
    const { desk } = open()
    await desk.offer(wang, 'console:root')
    await desk.confirm(wang, '020000', 'console:root')
    assert.equal((await desk.remove('wang', 'console:root')).ok, true)
    assert.deepEqual(await desk.prove('wang', '020030', 'S-1'), { ok: false, refusal: { code: 'not-enrolled' } })
    assert.deepEqual(await desk.remove('wang', 'x'), { ok: false, refusal: { code: 'not-enrolled' } })
  })
})
