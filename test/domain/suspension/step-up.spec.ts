import assert from 'node:assert/strict'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { pointerId } from '../../../domain/suspension/suspension-consequences.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, contoso, lin, mei, wang } from '../../kit/builders.ts'
import { enrol } from '../../kit/second-factors.ts'

const stepUp = { over: 'people', people: 25, limit: 20 } as const

async function pending(a: ADesk, id: string, reason: SuspensionReason): Promise<void> {
  const value = aPendingSuspension({ id, reason, note: 'seen', stepUp })
  await a.store.commit({
    save: [
      { kind: 'suspension', id, value, basedOn: null },
      {
        kind: 'open-suspension',
        id: pointerId(contoso, reason),
        value: { case: id, customer: contoso },
        basedOn: null,
      },
    ],
  })
}

describe('a yes that takes a code', () => {
  let a: ADesk
  beforeEach(async () => {
    a = await aDesk()
    await pending(a, 'S-1', 'non-payment')
    await pending(a, 'S-2', 'fraud')
    await enrol(a.store, 'wang', a.world.now)
  })
  const approve = (id: string, code: string, by = wang, version = 1) =>
    a.desk.suspensions.approve({ case: id, version }, by, code)
  const app = async () => (await a.get('second-factor', 'wang'))?.app

  it('uses the code up in its own commit', async () => {
    assert.equal((await approve('S-1', '020000')).ok, true)
    const commit = a.commits.find(({ save = [] }) => save.some(({ kind }) => kind === 'suspension'))
    assert.deepEqual(
      commit?.save?.map(({ kind }) => kind),
      ['suspension', 'second-factor'],
    )
  })

  it('is one of two at the same moment with the same code, and the other hears that it was used', async () => {
    const both = await Promise.all([approve('S-1', '020000'), approve('S-2', '020000')])
    const refusals = both.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.code]))
    assert.deepEqual(refusals, ['code-used'])
    const states = await Promise.all(['S-1', 'S-2'].map((id) => a.get('suspension', id)))
    assert.deepEqual(states.map((each) => each?.status).sort(), ['approved', 'pending'])
  })

  it('costs nobody a try who could not decide anyway', async () => {
    await enrol(a.store, 'mei', a.world.now)
    const outcome = await approve('S-1', '999999', mei)
    assert.equal(outcome.ok || outcome.refusal.code, 'own-request')
    assert.equal((await a.get('second-factor', 'mei'))?.app?.wrong, 0)
  })

  it('to a card that changed since leaves the code for another try', async () => {
    const outcome = await approve('S-1', '020000', wang, 7)
    assert.equal(outcome.ok || outcome.refusal.code, 'changed-since')
    assert.equal((await app())?.lastStep, 0)
    assert.equal((await approve('S-1', '020000')).ok, true)
  })

  it('counts every wrong code, however many are tried at once', async () => {
    const tries = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((each) => approve('S-1', `00000${each}`)))
    const codes = tries.map((outcome) => outcome.ok || outcome.refusal.code)
    assert.equal(codes.filter((code) => code === 'code-wrong').length, 4)
    assert.equal(codes.filter((code) => code === 'code-locked').length, 3)
    assert.equal((await a.get('suspension', 'S-1'))?.status, 'pending')
  })

  it('is asked of each approver', async () => {
    const outcome = await approve('S-1', '020000', lin)
    assert.equal(outcome.ok || outcome.refusal.code, 'not-enrolled')
  })
})
