import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWatchMemory } from '../../../adapters/partner-center/watch-cache.ts'
import { blankCredit, creditKey } from '../../../domain/credit/credit-line.ts'
import type { AlertDesk } from '../../../domain/fraud/alert-desk.ts'
import type { Signal } from '../../../domain/fraud/signal.ts'
import { heldKey } from '../../../domain/holds/hold.ts'
import type { CollectionsPolicy } from '../../../domain/policy/collections-policy.ts'
import { later } from '../../../domain/shared/time.ts'
import { createWatchDesk, type WatchDesk } from '../../../domain/watch/watch-desk.ts'
import { createWatchMemory, type WatchMemory } from '../../../domain/watch/watch-memory.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  aPolicy,
  anAccount,
  anOperatorCustomer,
  aSubscription,
  contoso,
  fabrikam,
  ines,
  minute,
  phones,
  seats,
} from '../../kit/builders.ts'

const quarter = 15 * 60_000
const day = 24 * 3_600_000

/** The fake operator is 21Vianet: Contoso has 25 seats and 25 phones and, unless a spec says so, owes nothing. */
describe('the desk that looks for suspicious purchases', () => {
  let its: ADesk
  let watch: WatchDesk
  let taken: (readonly Signal[])[]
  const takes = {
    take: async (_lane: string, signals: readonly Signal[]) => {
      taken.push(signals)
      return { opened: [], repeated: [] }
    },
  }
  const paid = aLedger({ accounts: [anAccount()], items: [] })
  const opened = async (
    changes: { policy?: Partial<CollectionsPolicy>; memory?: WatchMemory; customers?: readonly string[] } = {},
  ) => {
    its = await aDesk(changes)
    its.world.ledger = paid
    start(changes)
  }
  /** The watch of a process that begins with this memory. */
  const start = ({
    policy = {},
    memory = createWatchMemory(),
    alerts = takes,
  }: {
    policy?: Partial<CollectionsPolicy>
    memory?: WatchMemory
    alerts?: Pick<AlertDesk, 'take'>
  }) => {
    const { world, operator, store, desk } = its
    watch = createWatchDesk({
      store,
      book: desk.book,
      memory,
      alerts,
      operators: { customers: () => world.customers, readAt: () => world.readAt },
      sweepLaneOf: (lane) => (lane === 'china' ? operator : null),
      policy: aPolicy(policy),
      now: () => world.now,
      newId: randomUUID,
    })
  }
  beforeEach(() => {
    taken = []
  })

  const pass = () => watch.pass('china', 100)
  const next = async (ms = quarter) => {
    its.world.now = later(its.world.now, ms)
    await pass()
  }
  const buy = (quantity: number, id = seats) => its.operator.change(id, { quantity })
  const why = () => taken.flat().map(({ severity, details }) => `${details['why']} ${severity}`)

  it('raises once, by one signal, what a customer of 21Vianet bought far above what they had', async () => {
    await opened()
    buy(10)
    await pass()
    buy(500)
    await next()
    await next()
    await next(day)
    assert.deepEqual(taken, [
      [
        {
          source: 'desk',
          id: `china/${contoso}/${seats}/500/2025-03-31`,
          lane: 'china',
          customer: contoso,
          customerName: 'Contoso 中国',
          subscription: seats,
          subscriptionName: 'Microsoft 365 商业版',
          type: 'suspiciousPurchase',
          suspicion: 'fraud',
          severity: 'medium',
          confidence: 'low',
          status: 'active',
          title: null,
          description: null,
          firstSeenAt: minute(15),
          lastSeenAt: null,
          hits: null,
          resources: [],
          country: null,
          isTest: false,
          resolvedReason: null,
          details: {
            why: 'quantity-jump',
            before: '10',
            after: '500',
            offer: 'Microsoft 365 Business',
            model: '21vianet',
            boughtAfter: minute(0),
          },
        },
      ],
    ])
  })

  it('raises nothing at the first look at a lane, and nothing of fewer seats or of what returns', async () => {
    await opened()
    buy(5000)
    await pass()
    buy(10)
    await next()
    buy(5000)
    await next()
    assert.deepEqual(taken, [])
  })

  it('tells of whoever is overdue what they owe, and of holds which they are', async () => {
    await opened()
    its.world.ledger = aLedger()
    await its.store.commit({
      save: [
        {
          kind: 'held',
          id: heldKey('china', contoso, phones),
          value: {
            lane: 'china',
            customer: contoso,
            subscription: phones,
            name: 'Phones',
            holds: [{ reason: 'fraud', case: 'S-1', by: 'mei', at: minute(0) }],
          },
          basedOn: null,
        },
      ],
    })
    await pass()
    buy(26)
    await next()
    assert.deepEqual(why(), ['on-suspicion-hold,overdue-suspend high'])
    const { holds, stage } = taken[0]?.[0]?.details ?? {}
    assert.deepEqual([holds, stage], ['fraud', 'suspend'])
  })

  it('reports whatever is bought while the partner takes no new orders of the customer', async () => {
    await opened()
    await pass()
    const key = creditKey('china', contoso)
    const hold = { id: 'h-1', alert: null, by: 'mei', at: minute(0), because: 'Two payments bounced.' }
    const value = { ...blankCredit('china', contoso), holds: [hold] }
    await its.store.commit({ save: [{ kind: 'credit-line', id: key, value, basedOn: null }] })
    buy(26)
    await next()
    assert.deepEqual(why(), ['on-credit-hold medium'])
    // Once orders are taken again it is no matter.
    await its.store.commit({ save: [{ kind: 'credit-line', id: key, value: { ...value, holds: [] }, basedOn: 1 }] })
    buy(27)
    await next()
    assert.deepEqual(why(), ['on-credit-hold medium'])
  })

  it('knows a new customer by the first look after the baseline, also where that look came to nothing at first', async () => {
    const northwind = 'northwind'
    await opened({ customers: [northwind] })
    const newcomer = its.world.customers.filter(({ tenantId }) => tenantId === northwind)
    its.world.customers = its.world.customers.filter(({ tenantId }) => tenantId !== northwind)
    await pass()
    its.world.customers = [...its.world.customers, ...newcomer, anOperatorCustomer({ tenantId: 'gone' })]
    buy(40)
    await next()
    assert.deepEqual(why(), ['first-large medium'])
    assert.deepEqual(taken[0]?.[0]?.details['customerSince'], '2025-03-31')
    assert.equal(taken[0]?.[0]?.customer, northwind)
  })

  it('takes the first subscription of a customer who had none for the purchase of somebody new', async () => {
    await opened()
    await pass()
    its.operator.put(fabrikam, aSubscription({ id: 'new', quantity: 300 }))
    await next(40 * day)
    assert.deepEqual(why(), ['new-subscription,first-large high'])
    assert.equal(taken[0]?.[0]?.details['before'], '0')
  })

  it('raises again by the same id what could not be taken in', async () => {
    await opened()
    await pass()
    buy(500)
    const take = takes.take
    takes.take = () => Promise.reject(new Error('the disk is full'))
    await assert.rejects(next())
    takes.take = take
    await next()
    assert.deepEqual(
      taken.flat().map(({ id }) => id),
      [`china/${contoso}/${seats}/500/2025-03-31`],
    )
  })

  it('reports nothing where the policy switched it off, and nothing of that time once it is on again', async () => {
    const memory = createWatchMemory()
    await opened({ policy: { detection: null }, memory })
    await pass()
    buy(500)
    await next()
    start({ memory })
    await next()
    buy(2000)
    await next()
    assert.deepEqual(
      taken.flat().map(({ details }) => `${details['before']}-${details['after']}`),
      ['500-2000'],
    )
  })

  it('opens one alert in the desk itself', async () => {
    await opened()
    const { watch: own } = its.desk
    for (const quantity of [10, 500, 500]) {
      buy(quantity)
      await own.pass('china', 100)
      its.world.now = later(its.world.now, quarter)
    }
    const alerts = (await its.store.list('fraud-alert')).map(({ value }) => value)
    assert.deepEqual(
      alerts.map(({ lane, customer, type, items }) => [lane, customer, type, items.length]),
      [['china', contoso, 'suspiciousPurchase', 1]],
    )
  })

  it('opens no other alert of the same purchase, also where it is found once more after the verdict', async () => {
    await opened()
    const [one, other] = [createWatchMemory(), createWatchMemory()]
    const { alerts } = its.desk
    for (const memory of [one, other]) {
      start({ memory, alerts })
      await pass()
    }
    buy(500)
    start({ memory: one, alerts })
    await next()
    const said = { verdict: 'legitimate', because: 'They moved offices.', asIgnore: false } as const
    assert((await alerts.decide({ case: 'F-1', version: 1 }, said, ines)).ok)
    start({ memory: other, alerts })
    await next()
    assert.equal((await its.store.list('fraud-alert')).length, 1)
    buy(2000)
    await next()
    assert.equal((await its.store.list('fraud-alert')).length, 2)
  })

  describe('after a restart', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'detect-'))
    })
    afterEach(() => rm(folder, { recursive: true, force: true }))
    const kept = () =>
      openWatchMemory({ folder, accounts: { china: 'partner' }, onTrouble: () => assert.fail('nothing is wrong') })

    it('raises what was bought meanwhile, and nothing that was raised before', async () => {
      await opened({ memory: await kept() })
      await pass()
      buy(500)
      await next()
      start({ memory: await kept() })
      await next()
      buy(2000)
      start({ memory: await kept() })
      await next()
      assert.deepEqual(
        taken.flat().map(({ details }) => `${details['before']}-${details['after']}`),
        ['25-500', '500-2000'],
      )
    })

    it('takes a new baseline in silence where the memory was lost', async () => {
      await opened({ memory: await kept() })
      await pass()
      buy(500)
      await rm(folder, { recursive: true })
      start({ memory: await kept() })
      await next()
      await next()
      assert.deepEqual(taken, [])
    })
  })
})
