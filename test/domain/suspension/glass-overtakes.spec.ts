import assert from 'node:assert/strict'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { pointerId } from '../../../domain/suspension/suspension-consequences.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, contoso, ines, seats, wang } from '../../kit/builders.ts'
import { enrol } from '../../kit/second-factors.ts'

describe('a fraud lead who breaks the glass beside a request for a debt', () => {
  let a: ADesk
  const pending = async (value: SuspensionRequest) =>
    a.store.commit({
      save: [
        { kind: 'suspension', id: value.id, value, basedOn: null },
        {
          kind: 'open-suspension',
          id: pointerId(contoso, value.reason),
          value: { case: value.id, customer: contoso },
          basedOn: null,
        },
      ],
    })
  beforeEach(async () => {
    a = await aDesk({ policy: { breakGlass: { people: 50, amounts: { CNY: 10_000_000 } } } })
    await enrol(a.store, 'ines', a.world.now)
    await pending(aPendingSuspension({ id: 'S-1', beside: [{ case: 'S-2', reason: 'fraud' }] }))
    await pending(
      aPendingSuspension({
        ...{ id: 'S-2', reason: 'fraud', note: 'mining', askedBy: 'ines', alerted: seats },
        beside: [{ case: 'S-1', reason: 'non-payment' }],
      }),
    )
    const said = { reason: 'Nobody answers.', code: '020000' }
    assert((await a.desk.suspensions.breakGlass({ case: 'S-2', version: 1 }, said, ines)).ok)
  })

  it('overtakes it, like a yes of two people would', async () => {
    const debt = await a.get('suspension', 'S-1')
    assert(debt?.status === 'void')
    assert.deepEqual([debt.why, debt.overtakenBy, debt.beside], ['overtaken', { case: 'S-2', reason: 'fraud' }, []])
    assert.equal(await a.get('open-suspension', pointerId(contoso, 'non-payment')), null)
    const late = await a.desk.suspensions.approve({ case: 'S-1', version: 2 }, wang)
    assert.equal(late.ok || late.refusal.code, 'already-decided')
  })
})
