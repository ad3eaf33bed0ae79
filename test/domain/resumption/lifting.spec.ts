import assert from 'node:assert/strict'
import { heldKey, type HeldSubscription } from '../../../domain/holds/hold.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { aHeldSubscription, contoso, mei, seats } from '../../kit/builders.ts'

describe('lifting a hold', () => {
  it('leaves alone what another lane holds under the same subscription id', async () => {
    const office = await aDesk()
    const kept: readonly HeldSubscription[] = [aHeldSubscription({ lane: 'global' }), aHeldSubscription()]
    await office.store.commit({
      save: kept.map((value) => {
        return { kind: 'held', id: heldKey(value.lane, contoso, seats), value, basedOn: null }
      }),
    })
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, 'teams:partner/mei')).ok)
    assert.deepEqual(await office.desk.resumptions.heldOf(contoso), [
      { ...aHeldSubscription({ lane: 'global' }), until: 'unread' },
    ])
  })
})
