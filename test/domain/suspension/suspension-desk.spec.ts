import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { verifyChain } from '../../../domain/audit/audit-entry.ts'
import type { Order } from '../../../domain/outbox/outbox-entry.ts'
import { StaleWrite } from '../../../domain/ports/desk-store.ts'
import { refused, type Outcome } from '../../../domain/shared/outcome.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import type { SuspensionAsk } from '../../../domain/suspension/request-suspension.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  anInvoice,
  aPayment,
  aPendingSuspension,
  aSubscription,
  contoso,
  ines,
  lin,
  mei,
  minute,
  morning,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const forMoney: SuspensionAsk = { reason: 'non-payment', subscriptions: [seats], note: null, override: null }
const forFraud: SuspensionAsk = { ...forMoney, reason: 'fraud', note: 'mining since Friday' }
const here = 'teams:partner/mei'
const at = (version: number, id = 'S-1') => ({ case: id, version })
const paid = () => aLedger({ items: [anInvoice(), aPayment(4_820_000)] })
const stale = () => aLedger({ asOf: '2025-03-20' })

describe('the suspension desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  const request = (ask: Partial<SuspensionAsk> = {}, by = mei) =>
    office.desk.suspensions.request(contoso, { ...forMoney, ...ask }, [aSubscription()], by, here)
  /** Two approvers must set aside that the data is old. */
  const requestWithOverride = async () => {
    office.world.ledger = stale()
    const outcome = await request({ override: 'the books are closed until Friday' })
    assert(outcome.ok)
    return outcome.value
  }
  const stored = () => office.get('suspension', 'S-1')
  const pointer = (reason = 'non-payment') => office.get('open-suspension', `${contoso}/${reason}`)
  const promised = async (): Promise<readonly Order[]> => {
    office.world.now = later(morning, 40 * 3_600_000)
    const due = await office.due()
    office.world.now = morning
    return due.map(({ order }) => order)
  }

  describe('a request', () => {
    it('is one commit: record, pointer, audit entry and three promises', async () => {
      const outcome = await request()
      assert.deepEqual(outcome, { ok: true, value: aPendingSuspension() })
      const [commit, ...more] = office.commits
      assert.deepEqual(more, [])
      assert.deepEqual(commit, {
        save: [
          { kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null },
          {
            kind: 'open-suspension',
            id: `${contoso}/non-payment`,
            value: { case: 'S-1', customer: contoso },
            basedOn: null,
          },
        ],
        audit: [
          {
            at: morning,
            by: 'mei',
            what: 'suspension.requested',
            about: 'S-1',
            customer: contoso,
            lane: 'china',
            details: {
              status: 'pending',
              reason: 'non-payment',
              subscriptions: [seats],
              basis: aPendingSuspension().basis,
            },
          },
        ],
        outbox: [
          { id: 'id-1', order: { kind: 'post-case', case: 'S-1', askedIn: here }, dueAt: morning, attempts: 0 },
          {
            id: 'id-2',
            order: { kind: 'remind-case', case: 'S-1' },
            dueAt: '2025-03-31T21:00:00.000Z',
            attempts: 0,
          },
          {
            id: 'id-3',
            order: { kind: 'expire-case', case: 'S-1' },
            dueAt: aPendingSuspension().expiresAt,
            attempts: 0,
          },
        ],
      })
    })

    it('that is refused leaves no trace', async () => {
      assert.deepEqual(await request({}, sam), refused({ code: 'not-allowed', reason: 'non-payment' }))
      assert.deepEqual(office.commits, [])
      assert.deepEqual(await office.due(), [])
    })

    it('for nobody is refused', async () => {
      const outcome = await office.desk.suspensions.request('nobody', forMoney, [aSubscription()], mei, here)
      assert.deepEqual(outcome, refused({ code: 'unknown-customer' }))
    })

    it('is one per customer and reason, whoever asks again', async () => {
      await request()
      assert.deepEqual(await request({}, wang), refused({ code: 'asked-before', case: 'S-1' }))
      assert.equal((await request(forFraud)).ok, true)
      assert.equal((await office.desk.suspensions.openOf(contoso)).length, 2)
    })

    it('is one when two people ask at the same instant: the other hears of the first', async () => {
      const outcomes = await Promise.all([request({}, mei), request({}, wang)])
      const [winner] = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.id] : []))
      assert.deepEqual(
        outcomes.filter(({ ok }) => !ok),
        [refused({ code: 'asked-before', case: winner })],
      )
      assert.equal((await office.desk.suspensions.open()).length, 1)
      assert.equal((await promised()).length, 3)
    })
  })

  describe('a decision', () => {
    it('is one commit: record, audit entry, promises', async () => {
      await request()
      const before = office.commits.length
      const outcome = await office.desk.suspensions.approve(at(1), wang)
      assert(outcome.ok)
      assert.equal(office.commits.length, before + 1)
      const commit = office.commits.at(-1)
      assert.deepEqual(commit?.save, [{ kind: 'suspension', id: 'S-1', value: outcome.value, basedOn: 1 }])
      assert.deepEqual(
        commit?.audit?.map(({ what, by }) => [what, by]),
        [['suspension.approved', 'wang']],
      )
      assert.deepEqual(
        commit?.outbox?.map(({ order, dueAt }) => [order, dueAt]),
        [
          [{ kind: 'suspend-subscription', case: 'S-1', subscription: seats }, morning],
          [{ kind: 'update-cards', case: 'S-1' }, morning],
        ],
      )
      assert.deepEqual(commit?.remove, [])
    })

    it('gives each act an intent of its own', async () => {
      await request()
      const outcome = await office.desk.suspensions.approve(at(1), wang)
      assert(outcome.ok && outcome.value.status === 'approved')
      assert.match(outcome.value.acts[0]?.intent ?? '', /^id-\d+$/)
    })

    it('never by the person who asked, from whichever chat', async () => {
      await request({}, wang)
      for (const by of [wang, { ...wang, accounts: [{ channel: 'slack', tenant: 'T01', user: 'U7' } as const] }])
        assert.deepEqual(await office.desk.suspensions.approve(at(1), by), refused({ code: 'own-request' }))
      assert.equal((await stored())?.status, 'pending')
    })

    it('is to the version on the card', async () => {
      await request()
      await office.desk.suspensions.question(at(1), 'All of them?', wang)
      await office.desk.suspensions.answer(at(2), 'Yes.', mei)
      assert.deepEqual(await office.desk.suspensions.approve(at(1), lin), refused({ code: 'changed-since' }))
      assert.deepEqual(await office.desk.suspensions.approve(at(2), lin), refused({ code: 'changed-since' }))
      assert((await office.desk.suspensions.approve(at(3), lin)).ok)
    })

    it('about nothing says so', async () => {
      assert.deepEqual(await office.desk.suspensions.approve(at(1), wang), refused({ code: 'not-found' }))
    })

    it('of two approvers at the same instant exactly one counts, and the other is told', async () => {
      await request()
      const outcomes = await Promise.all([
        office.desk.suspensions.approve(at(1), wang),
        office.desk.suspensions.approve(at(1), lin),
      ])
      assert.deepEqual(outcomes.map(({ ok }) => ok).toSorted(), [false, true])
      const loser = outcomes.find((outcome) => !outcome.ok)
      assert(loser?.ok === false && ['changed-since', 'already-decided'].includes(loser.refusal.code))
      assert.deepEqual(
        (await office.audited('S-1')).filter((entry) => entry.startsWith('suspension.approved')).length,
        1,
      )
      assert.equal((await promised()).filter(({ kind }) => kind === 'suspend-subscription').length, 1)
    })

    it('of a yes and a no at the same instant exactly one counts', async () => {
      await request()
      const outcomes: readonly Outcome<SuspensionRequest, unknown>[] = await Promise.all([
        office.desk.suspensions.approve(at(1), wang),
        office.desk.suspensions.reject(at(1), 'they called', lin),
        office.desk.suspensions.withdraw(at(1), mei),
        office.desk.suspensions.question(at(1), 'All of them?', wang),
      ])
      assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
      assert.equal((await office.audited('S-1')).length, 2)
    })

    it('pressed twice by one person counts once', async () => {
      await requestWithOverride()
      const outcomes = await Promise.all([1, 2, 3].map(() => office.desk.suspensions.approve(at(1), wang)))
      assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
      const request = await stored()
      assert.deepEqual([request?.status, request?.approvals.length], ['pending', 1])
    })

    it('of two that set the policy aside at the same instant, the second is asked to look again', async () => {
      await requestWithOverride()
      const outcomes = await Promise.all([wang, lin].map((by) => office.desk.suspensions.approve(at(1), by)))
      assert.deepEqual(
        outcomes.filter(({ ok }) => !ok),
        [refused({ code: 'changed-since' })],
      )
      assert.equal((await stored())?.status, 'pending')
      const other = (await stored())?.approvals[0]?.by === 'wang' ? lin : wang
      assert((await office.desk.suspensions.approve(at(2), other)).ok)
      assert.equal((await stored())?.status, 'approved')
    })

    it('on old data is refused, and the request waits for a fresh file', async () => {
      await request()
      office.world.ledger = stale()
      assert.deepEqual(
        await office.desk.suspensions.approve(at(1), wang),
        refused({ code: 'ledger-too-old', asOf: '2025-03-20' }),
      )
      assert.equal((await stored())?.status, 'pending')
      office.world.ledger = aLedger()
      assert((await office.desk.suspensions.approve(at(1), wang)).ok)
    })

    it('while the operator’s customers were never read is a fault to wait out, not the end of the request', async () => {
      await request()
      office.world.readAt = null
      office.world.customers = []
      await assert.rejects(
        office.desk.suspensions.approve(at(1), wang),
        (thrown) => thrown instanceof OutsideFault && thrown.retryable && thrown.facts.code === 'customers-unread',
      )
      assert.equal((await stored())?.status, 'pending')
    })
  })

  describe('every ending lets the next request in', () => {
    const endings = {
      rejected: () => office.desk.suspensions.reject(at(1), 'they called', lin),
      withdrawn: () => office.desk.suspensions.withdraw(at(1), mei),
      void: () => {
        office.world.ledger = paid()
        return office.desk.suspensions.approve(at(1), wang)
      },
      expired: async () => {
        office.world.now = aPendingSuspension().expiresAt
        await office.desk.suspensions.expire('S-1')
      },
      'carried-out': async () => {
        await office.desk.suspensions.approve(at(1), wang)
        await office.carryOutDue()
      },
    }
    for (const [status, end] of Object.entries(endings))
      it(status, async () => {
        await request()
        assert.deepEqual(await pointer(), { case: 'S-1', customer: contoso })
        await end()
        assert.equal((await stored())?.status, status)
        assert.equal(await pointer(), null)
        assert.deepEqual(await office.desk.suspensions.openOf(contoso), [])
        office.world.ledger = aLedger()
        const again = await request()
        assert.equal(again.ok && again.value.id, 'S-2')
      })

    it('but not while it is being carried out, nor while a question is open', async () => {
      await request()
      await office.desk.suspensions.question(at(1), 'All of them?', wang)
      assert.deepEqual(await pointer(), { case: 'S-1', customer: contoso })
      await office.desk.suspensions.answer(at(2), 'Yes.', mei)
      await office.desk.suspensions.approve(at(3), wang)
      assert.deepEqual(await pointer(), { case: 'S-1', customer: contoso })
      assert.deepEqual(await request(), refused({ code: 'asked-before', case: 'S-1' }))
    })

    it('an ending takes its own pointer along and nobody else’s', async () => {
      await request()
      await request(forFraud)
      // The second request is named on the first one's card, which is another version of it.
      await office.desk.suspensions.withdraw(at(2), mei)
      assert.equal(await pointer(), null)
      assert.deepEqual(await pointer('fraud'), { case: 'S-2', customer: contoso })
    })
  })

  describe('who hears of it', () => {
    const orders = async () => {
      const seen = (await promised()).filter(({ kind }) => kind === 'tell-staff' || kind === 'update-cards')
      return seen.map((order) => (order.kind === 'tell-staff' ? `tell ${order.staff}` : order.kind))
    }
    it('paid in between: the cards, and the person who asked', async () => {
      await request()
      office.world.ledger = paid()
      const outcome = await office.desk.suspensions.approve(at(1), wang)
      assert(outcome.ok && outcome.value.status === 'void' && outcome.value.why === 'paid')
      assert.deepEqual(await orders(), ['update-cards', 'tell mei'])
      assert.deepEqual(await office.audited('S-1'), ['suspension.requested by mei', 'suspension.voided by wang'])
      assert.equal((await office.store.auditOf('S-1')).at(-1)?.details?.['why'], 'paid')
      assert.deepEqual(office.operator.calls, [])
    })
    it('rejected, questioned: the cards, and the person who asked', async () => {
      await request()
      await office.desk.suspensions.question(at(1), 'All of them?', wang)
      assert.deepEqual(await orders(), ['update-cards', 'tell mei'])
      await office.desk.suspensions.reject(at(2), 'they called', lin)
      assert.deepEqual(await orders(), ['update-cards', 'tell mei', 'update-cards', 'tell mei'])
      assert.equal((await office.store.auditOf('S-1')).at(-1)?.details?.['because'], 'they called')
    })
    it('answered, withdrawn, a first of two yeses: the cards', async () => {
      await requestWithOverride()
      await office.desk.suspensions.approve(at(1), wang)
      await office.desk.suspensions.question(at(2), 'All of them?', lin)
      await office.desk.suspensions.answer(at(3), 'Yes.', mei)
      await office.desk.suspensions.withdraw(at(4), mei)
      assert.deepEqual(await orders(), ['update-cards', 'update-cards', 'tell mei', 'update-cards', 'update-cards'])
    })
  })

  describe('expiry', () => {
    const { expiresAt } = aPendingSuspension()
    it('comes with its promise, to the moment, and says so to who asked', async () => {
      await request()
      office.world.now = later(expiresAt, -1)
      await office.carryOutDue()
      assert.equal((await stored())?.status, 'pending')
      office.world.now = expiresAt
      const met = await office.carryOutDue()
      assert.equal((await stored())?.status, 'expired')
      assert.deepEqual(
        met.map(({ kind }) => kind),
        ['expire-case', 'update-cards', 'tell-staff'],
      )
      assert.deepEqual((await office.audited('S-1')).at(-1), 'suspension.expired by desk')
    })
    it('does nothing to what somebody decided, nor to what is not there', async () => {
      await request()
      await office.desk.suspensions.reject(at(1), 'they called', lin)
      const before = office.commits.length
      office.world.now = expiresAt
      await office.desk.suspensions.expire('S-1')
      await office.desk.suspensions.expire('S-99')
      assert.equal(office.commits.length, before)
    })
    it('that is overtaken keeps its promise for another try', async () => {
      await request()
      office.world.now = expiresAt
      const raced = office.reopened({
        store: (store) => ({
          ...store,
          async commit(commit) {
            if (commit.audit?.some(({ what }) => what === 'suspension.expired'))
              await office.desk.suspensions.withdraw(at(1), mei)
            return store.commit(commit)
          },
        }),
      })
      await assert.rejects(raced.desk.suspensions.expire('S-1'), StaleWrite)
      assert.equal((await stored())?.status, 'withdrawn')
      await raced.desk.suspensions.expire('S-1')
      assert.equal((await stored())?.status, 'withdrawn')
    })
  })

  it('suspicion takes a fraud lead or an approver, and is not stopped by a payment', async () => {
    await request(forFraud, sam)
    office.world.ledger = paid()
    assert.deepEqual(
      await office.desk.suspensions.approve(at(1), mei),
      refused({ code: 'not-an-approver', reason: 'fraud' }),
    )
    const outcome = await office.desk.suspensions.approve(at(1), rosa)
    assert.equal(outcome.ok && outcome.value.status, 'approved')
  })

  it('leaves a chain of everything that was decided, in its order', async () => {
    await requestWithOverride()
    await office.desk.suspensions.question(at(1), 'All of them?', wang)
    await office.desk.suspensions.answer(at(2), 'Yes.', mei)
    office.world.now = minute(5)
    await office.desk.suspensions.approve(at(3), wang)
    await office.desk.suspensions.approve(at(4), ines)
    await office.desk.suspensions.approve(at(4), lin)
    assert.deepEqual(await office.audited('S-1'), [
      'suspension.requested by mei',
      'suspension.questioned by wang',
      'suspension.answered by mei',
      'suspension.approved by wang',
      'suspension.approved by lin',
    ])
    assert.equal((await verifyChain(office.store.auditTrail(), sha256)).broken, null)
    const [asked, questioned, , , last] = await office.store.auditOf('S-1')
    assert.equal(asked?.details?.['lastQuestion'], undefined)
    assert.deepEqual(questioned?.details?.['lastQuestion'], {
      by: 'wang',
      at: morning,
      text: 'All of them?',
      answer: null,
    })
    assert.deepEqual(asked?.details?.['override'], (await stored())?.override)
    assert.deepEqual([last?.at, last?.details?.['status']], [minute(5), 'approved'])
  })
})
