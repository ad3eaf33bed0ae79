import assert from 'node:assert/strict'
import type { Hold } from '../../../domain/holds/hold.ts'
import type { Resumption } from '../../../domain/resumption/resumption.ts'
import { refused } from '../../../domain/shared/outcome.ts'
import { StaleWrite, type Save } from '../../../domain/ports/desk-store.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aHeldSubscription,
  aLedger,
  anApprovedResumption,
  aPendingResumption,
  contoso,
  ines,
  lin,
  mei,
  minute,
  morning,
  phones,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const nonPayment: Hold = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning }
const fraud: Hold = { reason: 'fraud', case: 'S-2', by: 'wang', at: morning }
const misuse: Hold = { reason: 'misuse', case: 'S-3', by: 'wang', at: morning }
const at = (version: number, id = 'R-1') => ({ case: id, version })

/** Nobody has looked yet, and nobody here took it out: until when it can come back is not known. */
function seenNowhere({ held = [] }: Resumption) {
  return held.map((each) => ({ ...each, until: 'unread' as const }))
}

describe('the resumption desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    office.world.now = minute(5)
  })

  const hold = async (subscription: string, ...holds: readonly Hold[]) => {
    office.operator.change(subscription, { status: 'suspended' })
    const id = `china/${contoso}/${subscription}`
    const found = await office.store.get('held', id)
    const name = subscription === seats ? 'Microsoft 365 商业版' : 'Phones'
    const value = aHeldSubscription({ subscription, name, holds: [...(found?.value.holds ?? []), ...holds] })
    const save: Save = { kind: 'held', id, value, basedOn: found?.version ?? null }
    await office.store.commit({ save: [save] })
  }
  const ask = (reason: 'non-payment' | 'fraud' | 'misuse', by = mei) =>
    office.desk.resumptions.ask(contoso, reason, by, here)
  const held = async () =>
    (await office.desk.resumptions.heldOf(contoso)).map(({ subscription, holds }) => [
      subscription,
      holds.map(({ reason }) => reason),
    ])
  const status = async (id: string) => (await office.operator.subscription(contoso, id)).status
  const results = async (id = 'R-1') => {
    const resumption = await office.get('resumption', id)
    return resumption && 'acts' in resumption
      ? resumption.acts.map(({ result }) => (result.state === 'skipped' ? result.why : result.state))
      : []
  }

  it('one press for non-payment: holds, record, audit entry and promises in one commit', async () => {
    await hold(seats, nonPayment)
    const outcome = await ask('non-payment')
    assert(outcome.ok)
    const [commit, ...more] = office.commits
    assert.deepEqual(more, [])
    const intent = commit?.save?.flatMap(({ value }) => ('acts' in value ? value.acts : []))[0]?.intent
    const [act] = anApprovedResumption().acts
    assert(act && intent !== undefined)
    const expected = anApprovedResumption({ acts: [{ ...act, intent }], held: seenNowhere(anApprovedResumption()) })
    assert.deepEqual(commit?.save, [{ kind: 'resumption', id: 'R-1', value: expected, basedOn: null }])
    assert.deepEqual(commit?.remove, [{ kind: 'held', id: `china/${contoso}/${seats}`, basedOn: 1 }])
    assert.deepEqual(
      commit?.audit?.map(({ what, by }) => [what, by]),
      [['resumption.asked', 'mei']],
    )
    assert.deepEqual(
      commit?.outbox?.map(({ order }) => order),
      [
        { kind: 'reactivate-subscription', case: 'R-1', subscription: seats },
        { kind: 'update-cards', case: 'R-1' },
      ],
    )
  })

  it('and service is back', async () => {
    await hold(seats, nonPayment)
    await ask('non-payment')
    await office.carryOutDue()
    assert.deepEqual([await status(seats), await results(), await held()], ['active', ['done'], []])
    assert.equal((await office.get('resumption', 'R-1'))?.status, 'carried-out')
    assert.deepEqual(await office.audited('R-1'), [
      'resumption.asked by mei',
      'resumption.sent by desk',
      'resumption.acted by desk',
      'resumption.restored by desk',
    ])
  })

  for (const order of [
    ['non-payment', 'fraud', 'misuse'],
    ['misuse', 'non-payment', 'fraud'],
    ['fraud', 'misuse', 'non-payment'],
  ] as const)
    it(`service returns only when the last of several holds is lifted: ${order.join(', ')}`, async () => {
      await hold(seats, nonPayment, fraud, misuse)
      for (const [lifted, reason] of order.entries()) {
        const id = `R-${lifted + 1}`
        assert((await ask(reason, reason === 'non-payment' ? mei : ines)).ok)
        if (reason !== 'non-payment') assert((await office.desk.resumptions.approve(at(1, id), rosa)).ok)
        await office.carryOutDue()
        const last = lifted === 2
        assert.equal(await status(seats), last ? 'active' : 'suspended')
        assert.deepEqual(await results(id), [last ? 'done' : 'other-holds'])
      }
      assert.deepEqual(await held(), [])
      assert.equal(office.operator.transitions.length, 1)
    })

  it('lifts what is held for that reason and leaves the other subscription alone', async () => {
    await hold(seats, nonPayment)
    await hold(phones, fraud)
    await ask('non-payment')
    await office.carryOutDue()
    assert.deepEqual(await held(), [[phones, ['fraud']]])
    assert.deepEqual([await status(seats), await status(phones)], ['active', 'suspended'])
  })

  it('orders a call for what can come back and for nothing else', async () => {
    await hold(seats, nonPayment, fraud)
    await hold(phones, nonPayment)
    assert((await ask('non-payment')).ok)
    const orders = office.commits[0]?.outbox?.map(({ order }) => order) ?? []
    assert.deepEqual(orders[0], { kind: 'reactivate-subscription', case: 'R-1', subscription: phones })
    assert.deepEqual(orders.slice(1), [{ kind: 'update-cards', case: 'R-1' }])
    assert.deepEqual(await held(), [[seats, ['fraud']]])
  })

  for (const [what, reason, by, refusal] of [
    ['to support', 'non-payment', sam, { code: 'not-allowed', reason: 'non-payment' }],
    ['to an approver, from fraud', 'fraud', wang, { code: 'not-allowed', reason: 'fraud' }],
    ['when nothing is held for that', 'misuse', ines, { code: 'nothing-held', reason: 'misuse' }],
  ] as const)
    it(`is refused ${what}, and leaves no trace`, async () => {
      await hold(seats, nonPayment, fraud)
      assert.deepEqual(await ask(reason, by), refused(refusal))
      assert.deepEqual(office.commits, [])
    })

  it('of a customer no operator knows is refused', async () => {
    office.world.ledger = aLedger({ matches: [] })
    for (const customer of ['account:K-1001', 'account:K-9']) {
      const outcome = await office.desk.resumptions.ask(customer, 'non-payment', mei, here)
      assert.deepEqual(outcome, refused({ code: 'unknown-customer' }))
    }
  })

  it('asked twice at the same instant is done once', async () => {
    await hold(seats, nonPayment)
    const outcomes = await Promise.all([ask('non-payment', mei), ask('non-payment', wang)])
    assert.deepEqual(
      outcomes.filter(({ ok }) => !ok),
      [refused({ code: 'changed-since' })],
    )
    await office.carryOutDue()
    assert.equal(office.operator.transitions.length, 1)
  })

  describe('from suspicion', () => {
    it('waits for a second fraud lead, with a promise to expire', async () => {
      await hold(seats, fraud)
      const outcome = await ask('fraud', ines)
      assert.deepEqual(outcome, { ok: true, value: aPendingResumption({ held: seenNowhere(aPendingResumption()) }) })
      assert.deepEqual(
        office.commits[0]?.outbox?.map(({ order, dueAt }) => [order, dueAt]),
        [
          [{ kind: 'post-case', case: 'R-1', askedIn: here }, minute(5)],
          [{ kind: 'expire-case', case: 'R-1' }, aPendingResumption().expiresAt],
        ],
      )
      assert.deepEqual(await held(), [[seats, ['fraud']]])
      assert.deepEqual(await office.desk.resumptions.approve(at(1), ines), refused({ code: 'own-request' }))
      assert.deepEqual(await office.desk.resumptions.approve(at(1), lin), refused({ code: 'not-an-approver' }))
      assert((await office.desk.resumptions.approve(at(1), rosa)).ok)
      await office.carryOutDue()
      assert.deepEqual([await status(seats), await held()], ['active', []])
    })

    it('the hold goes with the yes, in one commit', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      await office.desk.resumptions.approve(at(1), rosa)
      const commit = office.commits.at(-1)
      assert.deepEqual(commit?.remove, [{ kind: 'held', id: `china/${contoso}/${seats}`, basedOn: 1 }])
      assert.deepEqual(
        commit?.save?.map(({ kind, basedOn }) => [kind, basedOn]),
        [['resumption', 1]],
      )
    })

    it('what came to be held after the question stays held', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      await hold(phones, { ...fraud, case: 'S-9', at: minute(6) })
      office.world.now = minute(7)
      assert((await office.desk.resumptions.approve(at(1), rosa)).ok)
      await office.carryOutDue()
      assert.deepEqual(await held(), [[phones, ['fraud']]])
      assert.deepEqual([await status(seats), await status(phones)], ['active', 'suspended'])
    })

    it('two questions about one hold: the second yes finds nothing left', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      await ask('fraud', ines)
      assert((await office.desk.resumptions.approve(at(1, 'R-1'), rosa)).ok)
      assert.deepEqual(
        await office.desk.resumptions.approve(at(1, 'R-2'), rosa),
        refused({ code: 'nothing-held', reason: 'fraud' }),
      )
    })

    it('a hold that changes between reading and writing is looked at again', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      const raced = office.reopened({
        store: (store) => ({
          ...store,
          async commit(commit) {
            if (commit.audit?.some(({ what }) => what === 'resumption.approved')) await hold(seats, misuse)
            return store.commit(commit)
          },
        }),
      })
      assert.deepEqual(await raced.desk.resumptions.approve(at(1), rosa), refused({ code: 'changed-since' }))
      assert.deepEqual(await held(), [[seats, ['fraud', 'misuse']]])
    })

    it('a no keeps the hold, in words, and tells who asked', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      assert.deepEqual(await office.desk.resumptions.reject(at(1), '', rosa), refused({ code: 'words-needed' }))
      assert((await office.desk.resumptions.reject(at(1), 'still mining', rosa)).ok)
      assert.deepEqual(await held(), [[seats, ['fraud']]])
      assert.deepEqual(
        office.commits.at(-1)?.outbox?.map(({ order }) => order),
        [
          { kind: 'update-cards', case: 'R-1' },
          { kind: 'tell-staff', case: 'R-1', staff: 'ines' },
        ],
      )
      assert.deepEqual(office.commits.at(-1)?.audit?.[0]?.details?.['because'], 'still mining')
    })

    it('expires with its promise when nobody decided; the hold stays', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      office.world.now = later(aPendingResumption().expiresAt, -1)
      await office.carryOutDue()
      assert.equal((await office.get('resumption', 'R-1'))?.status, 'pending')
      office.world.now = aPendingResumption().expiresAt
      await office.carryOutDue()
      assert.equal((await office.get('resumption', 'R-1'))?.status, 'expired')
      assert.deepEqual(await held(), [[seats, ['fraud']]])
    })

    it('expiring does nothing to what was decided, nor to what is not there', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      await office.desk.resumptions.reject(at(1), 'still mining', rosa)
      office.world.now = aPendingResumption().expiresAt
      const before = office.commits.length
      await office.desk.resumptions.expire('R-1')
      await office.desk.resumptions.expire('R-9')
      assert.equal(office.commits.length, before)
    })

    it('expiring that is overtaken keeps its promise for another try', async () => {
      await hold(seats, fraud)
      await ask('fraud', ines)
      office.world.now = aPendingResumption().expiresAt
      const raced = office.reopened({
        store: (store) => ({
          ...store,
          async commit(commit) {
            if (commit.audit?.some(({ what }) => what === 'resumption.expired'))
              await office.desk.resumptions.reject(at(1), 'still mining', rosa)
            return store.commit(commit)
          },
        }),
      })
      await assert.rejects(raced.desk.resumptions.expire('R-1'), StaleWrite)
      assert.equal((await office.get('resumption', 'R-1'))?.status, 'rejected')
    })

    it('about nothing says so', async () => {
      assert.deepEqual(await office.desk.resumptions.approve(at(1), rosa), refused({ code: 'not-found' }))
    })
  })
})
