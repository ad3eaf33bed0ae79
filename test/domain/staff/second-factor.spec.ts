import assert from 'node:assert/strict'
import { judgeCode, type AuthenticatorApp } from '../../../domain/staff/second-factor.ts'
import { minute } from '../../kit/builders.ts'

const app: AuthenticatorApp = { sealed: 's', since: minute(0), lastStep: 100, wrong: 0, lockedUntil: null }
/** Judges these steps one after the other, at one moment each minute; null is a wrong code. */
function judged(...steps: readonly (number | null)[]) {
  let now = app
  const said = steps.map((step, at) => {
    const outcome = judgeCode(now, step, minute(at))
    now = outcome.app
    return outcome.ok ? 'ok' : outcome.refusal.code
  })
  return { said, now }
}

describe('a code', () => {
  it('counts once, and none that is older counts after it', () => {
    assert.deepEqual(judged(101, 101, 100, 102).said, ['ok', 'code-used', 'code-used', 'ok'])
  })

  it('that is wrong five times in a row locks for a quarter of an hour, the right one too', () => {
    const { said, now } = judged(null, null, null, null, null, 101)
    assert.deepEqual(said, ['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'code-locked', 'code-locked'])
    assert.equal(now.lockedUntil, minute(4 + 15))
    assert.equal(judgeCode(now, 101, minute(18)).ok, false)
    assert.equal(judgeCode(now, 101, minute(19)).ok, true)
  })

  it('that is right gives all tries back; so does a lock that is over', () => {
    assert.deepEqual(judged(null, null, null, null, 101, null).said.slice(-2), ['ok', 'code-wrong'])
    const locked = judged(null, null, null, null, null).now
    const after = judgeCode(locked, null, minute(30))
    assert.deepEqual(after.ok || after.refusal, { code: 'code-wrong', left: 4 })
  })

  it('says how many tries are left', () => {
    const outcome = judgeCode({ ...app, wrong: 3 }, null, minute(0))
    assert.deepEqual(outcome.ok || outcome.refusal, { code: 'code-wrong', left: 1 })
  })
})
