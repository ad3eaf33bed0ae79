import assert from 'node:assert/strict'
import { runCommand } from '../../../bot/cli/commands.ts'
import { minute, wang } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

describe('authenticator apps at the console', () => {
  let open: AnOpenDesk
  beforeEach(async () => {
    open = await anOpenDesk()
  })
  /** The exit code, then what stands on the console. */
  const run = async (line: string, ...answers: readonly string[]) => {
    const session = aSession(null, ...answers)
    const code = await runCommand(line.split(' '), session, open)
    // The QR code says what the line below it says.
    return [code, ...session.seen.filter((line) => !/^[ █▀▄]+$/.test(line))]
  }
  const shown = 'Give this to Wang’s authenticator app, and to nobody else:'
  const uri = 'otpauth://totp/Wang?secret=a secret'
  const question = 'The code that the app shows now: '
  const wrong = 'That is not the code of what was shown. Look at the app, and at its clock.'
  const done = 'Wang can now approve with codes of that app. The one just typed is used up.'

  it('are enrolled by name, with a first code', async () => {
    assert.deepEqual(await run('totp enrol --for wang', '999999', '020000'), [
      0,
      shown,
      uri,
      question,
      wrong,
      question,
      done,
    ])
    assert.deepEqual(await run('totp list'), [0, 'Wang (wang) since Mar 31, 2025, 10:00 AM'])
    const entries = (await open.store.auditOf('wang')).map(({ by, what }) => `${by} ${what}`)
    assert.deepEqual(entries, ['console:root second-factor.offered', 'console:root second-factor.enrolled'])
  })

  it('are shown as a QR code as well', async () => {
    const session = aSession()
    await runCommand(['totp', 'enrol', '--for', 'wang'], session, open)
    assert(session.seen.filter((line) => /^[ █▀▄]+$/.test(line)).length > 10)
  })

  it('are enrolled in two steps where nobody can be asked', async () => {
    assert.deepEqual(await run('totp enrol --for wang'), [
      0,
      shown,
      uri,
      question,
      'It counts once its first code is known, until Mar 31, 2025, 10:15 AM:',
      '  npm run desk -- totp enrol --for wang --code CODE',
    ])
    assert.deepEqual(await run('totp list'), [0, 'Nobody has an authenticator app here.'])
    assert.deepEqual(await run('totp enrol --for wang --code 999999'), [1, wrong])
    assert.deepEqual(await run('totp enrol --for wang --code 020000'), [0, done])
    assert.deepEqual(await run('totp enrol --for wang --code 020000'), [
      1,
      'Nothing waits for a first code. Begin with: totp enrol --for NAME',
    ])
  })

  it('are not enrolled after three wrong codes', async () => {
    const [code, ...said] = await run('totp enrol --for wang', '1', '2', '3')
    assert.deepEqual([code, said.at(-1)], [1, 'Nothing was enrolled. What was shown no longer matters: begin anew.'])
  })

  it('are removed, and listed with who is locked', async () => {
    await run('totp enrol --for wang', '020000')
    for (let tries = 0; tries < 5; tries += 1) await open.desk.secondFactors.prove(wang.id, '1', 'S-1')
    assert.deepEqual(await run('totp list'), [
      0,
      'Wang (wang) since Mar 31, 2025, 10:00 AM, locked until Mar 31, 2025, 10:15 AM',
    ])
    open.time = minute(15)
    assert.deepEqual(await run('totp list'), [0, 'Wang (wang) since Mar 31, 2025, 10:00 AM'])
    assert.deepEqual(await run('totp remove --for Wang'), [0, 'Wang’s authenticator app counts no more.'])
    assert.deepEqual(await run('totp remove --for Wang'), [1, 'Wang has no authenticator app here.'])
  })

  it('are only for people of the desk', async () => {
    assert.deepEqual(await run('totp enrol --for nobody'), [1, 'Nobody at this desk is called nobody.'])
  })

  for (const line of ['totp', 'totp enrol', 'totp list wang', 'totp show --for wang', 'totp enrol --to wang'])
    it(`says what to say to “${line}”`, async () => {
      const say = 'Say: totp enrol --for NAME, totp remove --for NAME, or totp list'
      assert.deepEqual(await run(line), [2, say])
    })
})
