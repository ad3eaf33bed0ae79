import assert from 'node:assert/strict'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension that is approved and not done', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('is told to whoever brings service back, and can be called off', async () => {
    const operator = office.operators['china'] as FakeOperator
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask')
    operator.weather('changes', 'ok', { kind: 'throttled', retryAfterMs: 600_000 })
    const by = office.speaker('Wang', { channel: null, chat: 'teams' })
    await office.hear({ kind: 'acted', by, action: { act: 'suspension.approve', case: 'S-1', version: 1 }, inputs: {} })
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Microsoft 365 Business is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           S-1 is approved and has still to suspend Phones. Lifting a hold does not stop that; open S-1 to call it off.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold] [S-1]
      Mei: [S-1]
      Bot: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones: still under way. 21Vianet asks us to slow down. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           …
      Sam: S-1
      Bot: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Sam: [Call off what is not done]
      Bot: Your role does not allow lifting a hold for non-payment. It takes the role of collector or approver.
      `,
    )
    const mei = office.speaker('Mei', { channel: null, chat: 'teams' })
    const stored = await office.store.get('suspension', 'S-1')
    const action = { act: 'suspension.call-off', case: 'S-1', version: stored?.version ?? 0 } as const
    const [card] = await office.hear({ kind: 'acted', by: mei, action, inputs: {} })
    assert.match(
      plain(card?.reply ?? { parts: [] }),
      /^Approved by Wang; called off by Mei\. What is under way is seen to its end\.$/m,
    )
    await office.pass(2 * 3_600_000)
    const ended = await office.store.get('suspension', 'S-1')
    assert.equal(ended?.value.status, 'carried-out')
    assert.deepEqual(
      operator.transitions.map(({ to }) => to),
      ['suspended', 'suspended'],
    )
  })
})
