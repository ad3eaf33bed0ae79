import assert from 'node:assert/strict'
import { heldKey } from '../../../domain/holds/hold.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, morning, seats } from '../../kit/builders.ts'

const which = { lane: 'china', customer: contoso, subscription: seats, name: 'Microsoft 365' } as const
const found = { case: 'O-1', by: 'desk', note: ' Suspended by 21Vianet: acceptable use. ' } as const
const key = heldKey('china', contoso, seats)

describe('an operator’s hold', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  it('is placed with what was found, and told in the same commit', async () => {
    await office.desk.holds.placeOperatorHold(which, found)
    const [commit] = office.commits
    assert.deepEqual(commit?.save, [
      {
        kind: 'held',
        id: key,
        basedOn: null,
        value: {
          ...which,
          holds: [
            {
              ...{ reason: 'operator', case: 'O-1', by: 'desk', at: morning },
              note: 'Suspended by 21Vianet: acceptable use.',
            },
          ],
        },
      },
    ])
    assert.deepEqual(await office.audited('O-1'), ['hold.placed by desk'])
  })

  it('stands beside what holds already, once', async () => {
    const { desk, store } = office
    const mine = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning } as const
    await store.commit({ save: [{ kind: 'held', id: key, value: { ...which, holds: [mine] }, basedOn: null }] })
    await desk.holds.placeOperatorHold(which, found)
    await desk.holds.placeOperatorHold(which, { ...found, case: 'O-2' })
    const held = await office.get('held', key)
    assert.deepEqual(
      held?.holds.map(({ reason, case: of }) => `${reason} ${of}`),
      ['non-payment S-1', 'operator O-1'],
    )
    assert.equal(office.commits.length, 1)
  })
})
