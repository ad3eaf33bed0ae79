import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccess, openClient } from '../../../adapters/partner-center/client.ts'
import { openRefreshTokens } from '../../../adapters/partner-center/refresh-tokens.ts'
import { openKeyring } from '../../../adapters/shared/keyring.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { systemError, watchedDisk, type Step } from '../lowdb/watched-disk.ts'
import { aSimulator, morning, standingClock, stopSimulators } from '../simulators/a-seed.ts'
import { instantDeps } from './a-lane.ts'

const [first, second, third] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)]

describe('refresh tokens', () => {
  let folder: string
  let troubles: unknown[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'refresh-'))
    troubles = []
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  interface Shelf {
    readonly configured?: string
    readonly account?: string
    readonly lane?: Lane
    readonly keys?: readonly string[]
    readonly before?: (step: Step) => void
  }
  const opened = ({ configured = 'consent-1', account = 'p', lane = 'global', keys = [first], before }: Shelf = {}) =>
    openRefreshTokens({
      folder: join(folder, 'operators'),
      lane,
      account,
      configured,
      keyring: openKeyring(keys),
      now: standingClock().now,
      disk: watchedDisk(before ?? (() => undefined)),
      onTrouble: (_, cause) => void troubles.push(cause),
    })
  const file = () => join(folder, 'operators', 'refresh-token.global.json')

  it('begin with the configured one, and nothing is written', async () => {
    const tokens = await opened()
    assert.deepEqual([tokens.current, tokens.rotatedAt, tokens.trouble], ['consent-1', null, null])
    assert.deepEqual(await readdir(join(folder, 'operators')), [])
  })

  it('are kept when they rotate: the next start goes on with the newest', async () => {
    const tokens = await opened()
    await tokens.rotate('second')
    await tokens.rotate('third')
    assert.deepEqual([tokens.current, tokens.rotatedAt], ['third', morning])
    const next = await opened()
    assert.deepEqual([next.current, next.rotatedAt, next.trouble], ['third', morning, null])
    assert.deepEqual(troubles, [])
  })

  it('are kept for the owner alone, sealed, beside nothing that tells them', async () => {
    await (await opened()).rotate('the rotated one')
    assert.equal((await stat(file())).mode & 0o777, 0o600)
    const text = await readFile(file(), 'utf8')
    assert.deepEqual(Object.keys(JSON.parse(text) as object).sort(), ['lineage', 'rotatedAt', 'sealed'])
    assert.doesNotMatch(text, /rotated one|consent-1/)
  })

  for (const [what, shelf] of [
    ['a new one that the administrator set', { configured: 'consent-2' }],
    ['the one of another account', { account: 'q' }],
    ['the one of another lane', { lane: 'china' }],
  ] as const) {
    it(`give way to ${what}`, async () => {
      await (await opened()).rotate('rotated')
      const tokens = await opened(shelf)
      assert.deepEqual(
        [tokens.current, tokens.rotatedAt],
        ['configured' in shelf ? shelf.configured : 'consent-1', null],
      )
      assert.deepEqual(troubles, [])
    })
  }
  it('are sealed anew at the start after the key was rotated, so that the old key can go', async () => {
    await (await opened()).rotate('rotated')
    assert.equal((await opened({ keys: [second, first] })).current, 'rotated')
    const later = await opened({ keys: [second] })
    assert.deepEqual([later.current, later.rotatedAt, later.trouble], ['rotated', morning, null])
  })

  it('fall back to the configured one when the key is gone, say so, and wait for the key', async () => {
    await (await opened()).rotate('rotated')
    const tokens = await opened({ keys: [third] })
    assert.equal(tokens.current, 'consent-1')
    assert.match(tokens.trouble ?? '', /^the kept refresh token cannot be used: no key in DESK_KEY opens/)
    assert.equal(troubles.length, 1)
    assert.equal((await opened({ keys: [third, first] })).current, 'rotated')
  })

  it('fall back when the file is damaged, and are kept again from the next rotation on', async () => {
    await (await opened()).rotate('rotated')
    await writeFile(file(), '{"lineage":')
    const tokens = await opened()
    assert.equal(tokens.current, 'consent-1')
    assert.match(tokens.trouble ?? '', /refresh-token\.global\.json is damaged/)
    await tokens.rotate('again')
    assert.equal(tokens.trouble, null)
    assert.equal((await opened()).current, 'again')
  })

  it('go on in memory when the disk is full, and say so', async () => {
    const before = ({ does }: Step) => {
      if (does === 'sync') throw systemError('ENOSPC')
    }
    const tokens = await opened({ before })
    await tokens.rotate('second')
    assert.equal(tokens.current, 'second')
    assert.match(tokens.trouble ?? '', /^the newest refresh token could not be kept: ENOSPC/)
    assert.equal(troubles.length, 1)
    assert.equal((await opened()).current, 'consent-1')
  })

  it('leave no half-written file behind', async () => {
    await (await opened()).rotate('second')
    const cut = `${file()}.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.tmp`
    await writeFile(cut, 'half')
    assert.equal((await opened()).current, 'second')
    assert.deepEqual(await readdir(join(folder, 'operators')), ['refresh-token.global.json'])
  })

  describe('at the operator', () => {
    afterEach(stopSimulators)

    /** A desk that starts: reads what was kept and signs in on its first call. */
    async function start(switches: Parameters<typeof aSimulator>[0] = {}) {
      const simulator = await aSimulator(switches)
      const clock = standingClock()
      const begin = async (shelf: Shelf = {}) => {
        const { connection, lane } = simulator
        const tokens = await opened({ configured: connection.refreshToken, ...shelf })
        const config = { lane, ...connection, allow: isLoopback }
        const deps = instantDeps({ now: clock.now, timings: { retryWaitsMs: [] } }).deps
        const client = openClient(config, deps, openAccess(config, deps, tokens))
        return () => client.call({ method: 'GET', path: 'v1/customers' })
      }
      const signIns = () => simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'POST').length
      return { simulator, clock, begin, signIns }
    }
    const consentWanted = (thrown: unknown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.deepEqual([thrown.facts.kind, thrown.facts.code], ['unauthorised', 'invalid_grant'])
      return true
    }

    it('live through restarts where each is taken once only', async () => {
      const { begin, signIns } = await start({ switches: { oldRefreshTokens: 'refused' } })
      for (let starts = 0; starts < 3; starts += 1) await (await begin())()
      assert.equal(signIns(), 3)
      assert.deepEqual(troubles, [])
    })

    it('are kept before the first call is made with what came along', async () => {
      const { simulator, begin } = await start()
      const seen: unknown[] = []
      const call = await begin({
        before({ does }) {
          if (does === 'sync-folder')
            seen.push(...simulator.log().flatMap((e) => (e.kind === 'call' ? [e.method] : [])))
        },
      })
      await call()
      // The folder itself was made durable before anybody was called; at the end of the keeping only the sign-in was.
      assert.deepEqual(seen, ['POST'])
    })

    for (const [oldRefreshTokens, ends] of [
      ['accepted', 'well'],
      ['refused', 'with a consent to be given again'],
    ] as const) {
      it(`end ${ends} after a crash before keeping, where old ones are ${oldRefreshTokens} (3.2)`, async () => {
        const { simulator, begin } = await start({ switches: { oldRefreshTokens } })
        const crash = ({ does }: Step) => {
          if (does === 'rename') throw systemError('EIO')
        }
        await (
          await begin({ before: crash })
        )()
        const restarted = await begin()
        if (oldRefreshTokens === 'accepted') return void (await restarted())
        await assert.rejects(restarted(), consentWanted)
        simulator.consent('given anew')
        await (
          await begin({ configured: 'given anew' })
        )()
      })
    }

    it('that are revoked are tried once a minute, however many ask', async () => {
      const { simulator, clock, begin, signIns } = await start()
      const call = await begin()
      await call()
      simulator.consent('elsewhere')
      simulator.revokeTokens()
      for (let calls = 0; calls < 20; calls += 1) await assert.rejects(call(), consentWanted)
      assert.equal(signIns(), 2)
      clock.move(60_000)
      await assert.rejects(call(), consentWanted)
      assert.equal(signIns(), 3)
    })
  })
})
