import assert from 'node:assert/strict'
import { newcomer, packBought } from '../../../domain/fraud/bought.ts'
import { heldKey } from '../../../domain/holds/hold.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { purchaseLook } from '../../../domain/watch/look-for-purchases.ts'
import { createWatchMemory } from '../../../domain/watch/watch-memory.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aLedger, anAccount, aPolicy, aSubscription, contoso, minute, seats, today } from '../../kit/builders.ts'

describe('a look for purchases', () => {
  let its: ADesk
  beforeEach(async () => {
    its = await aDesk()
    its.world.ledger = aLedger({ accounts: [anAccount()], items: [] })
  })

  /** What was done, in order, and what was known of Contoso each time. */
  const looked = async (quantity: number, seenBefore: ReturnType<typeof minute> | null) => {
    const done: string[] = []
    const known = () => memory.customer('china', contoso)?.bought?.split(';')[1]?.split(' ')[0] ?? 'none'
    const memory = createWatchMemory({}, async () => void done.push(`kept ${known()}`))
    memory.see('china', contoso, {
      triedAt: minute(0),
      seenAt: null,
      subscriptions: [],
      bought: packBought(newcomer(today)),
    })
    const look = purchaseLook({
      store: its.store,
      book: its.desk.book,
      memory,
      policy: aPolicy(),
      now: () => its.world.now,
      alerts: {
        async take(_lane, signals) {
          for (const { details } of signals) done.push(`took ${details['why']}`)
          return { opened: [], repeated: [] }
        },
      },
    })
    await look.at('china', contoso, [aSubscription({ quantity })], seenBefore)
    return { done, known: known() }
  }

  it('writes down what it raised at once, and whom it is about before it raises anything', async () => {
    assert.deepEqual(await looked(50, null), { done: ['kept none', 'took first-large', 'kept 50'], known: '50' })
    assert.deepEqual(await looked(50, minute(0)), { done: ['took first-large', 'kept 50'], known: '50' })
  })

  it('leaves to the watch when to write down what is nothing to raise', async () => {
    assert.deepEqual(await looked(5, null), { done: [], known: '5' })
  })

  for (const [lane, raised] of [
    ['china', ['took on-suspicion-hold', 'kept 5']],
    ['global', []],
  ] as const satisfies readonly (readonly [Lane, readonly string[]])[]) {
    it(`counts what is held in its own lane: a hold in ${lane} raises ${raised[0] ?? 'nothing'}`, async () => {
      const holds = [{ reason: 'fraud', case: 'S-1', by: 'mei', at: minute(0) }] as const
      const value = { lane, customer: contoso, subscription: seats, name: 'Seats', holds }
      await its.store.commit({ save: [{ kind: 'held', id: heldKey(lane, contoso, seats), value, basedOn: null }] })
      assert.deepEqual((await looked(5, minute(0))).done, raised)
    })
  }
})
