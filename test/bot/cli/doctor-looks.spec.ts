import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { doctorCommand } from '../../../bot/cli/doctor-command.ts'
import { newFolder, removeFolder } from '../../kit/demo-desk.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { anAct, anApprovedSuspension, identity, morning, phones } from '../../kit/builders.ts'
import { aPromise } from '../a-runner.ts'
import { aSession } from './a-session.ts'

describe('the doctor looks', () => {
  let open: AnOpenDesk
  beforeEach(async () => {
    open = await anOpenDesk()
  })
  const says = async (subject: RegExp, changes: Partial<AnOpenDesk> = {}) => {
    const session = aSession()
    await doctorCommand([], session, { ...open, ...changes })
    return session.seen.filter((line) => subject.test(line))
  }

  it('at promises that were tried ten times in vain, however far away their next hour is', async () => {
    await open.store.commit({ outbox: [aPromise('a', 3_600_000, 9), aPromise('b', 3_600_000, 10)] })
    assert.deepEqual(await says(/outbox/), [
      'ok    outbox: 2 waiting',
      'look  outbox: 1 tried ten times or more in vain; see “promise postponed” in the log',
    ])
  })

  it('at what waits for people in a lane without access', async () => {
    const delay = {
      trouble: { kind: 'unauthorised', code: 'lane-not-configured', description: null, correlationId: null },
      since: morning,
      byHandSince: morning,
    } as const
    const value = anApprovedSuspension({
      acts: [anAct({ delay }), anAct({ subscription: phones })],
      identity: { ...identity, lane: 'global' },
    })
    await open.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: null }] })
    assert.deepEqual(await says(/lane global/), [
      'look  lane global: by hand, as it is not configured, 1 act waiting to be done; ' +
        'to change that, set PARTNER_CENTER_GLOBAL_TENANT_ID and its companions',
    ])
  })

  describe('at the policy:', () => {
    const usual = new URL('../../../adapters/policy-yaml/default-policy.yaml', import.meta.url)
    let folder: string
    let path: string
    let text: string
    beforeEach(async () => {
      folder = await newFolder()
      path = join(folder, 'policy.yaml')
      text = await readFile(usual, 'utf8')
      await writeFile(path, text)
    })
    afterEach(() => removeFolder(folder))
    const finding = () =>
      says(/policy:/, {
        config: { ...open.config, mode: 'live', dataFolder: folder },
        policy: readPolicy(text, 'policy.yaml'),
      })

    it('its own file, in force', async () => assert.deepEqual(await finding(), [`ok    policy: ${path}`]))

    it('a file that was lost', async () => {
      await rm(path)
      assert.deepEqual(await finding(), [
        `look  policy: the default, as there is no ${path} (one removed while the desk runs holds until its next start); ` +
          'for a policy of your own, put it there and restart the desk',
      ])
    })

    it('a file that was changed since', async () => {
      await writeFile(path, text.replace(/ledger age limit: \d+/, 'ledger age limit: 99'))
      assert.deepEqual(await finding(), [`look  policy: ${path} is not what is in force; restart the desk and it is`])
    })

    it('a file that cannot be used any more', async () => {
      await writeFile(path, 'ladder: 7')
      assert.match(
        (await finding())[0] ?? '',
        /^WRONG policy: mend it before the next start\. .* is no usable collections policy:/,
      )
    })
  })
})
