import assert from 'node:assert/strict'
import { doctorCommand } from '../../../bot/cli/doctor-command.ts'
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
})
