import assert from 'node:assert/strict'
import { phones, seats } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('when the operator confirms late, or never', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice()
    operator = office.operators['china'] as FakeOperator
  })
  const suspended = () => operator.transitions.map(({ subscription }) => subscription)

  describe('while a suspension is carried out', () => {
    beforeEach(() => before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask'))

    it('does not suspend twice when an answer is lost', async () => {
      operator.weather('changes', 'lost')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not confirmed yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (1 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail, phones])
    })

    it('calls accepted what is not confirmed yet', async () => {
      operator.weather('changes', 'later', 'later')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: 21Vianet accepted it; not confirmed yet
             Phones: 21Vianet accepted it; not confirmed yet
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
      operator.letArrive()
      await transcript(
        office,
        `
        (20 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail, phones])
    })

    it('says that it is not confirmed when the operator never shows it', async () => {
      operator.weather('changes', 'later', 'later')
      await before(office)
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (24 h pass)
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (1 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; accepted, but not all of it is confirmed. Look at it in the portal.
             Microsoft 365 Business: accepted by 21Vianet, but never seen to take effect; not confirmed
             Phones: accepted by 21Vianet, but never seen to take effect; not confirmed
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; accepted, but not all of it is confirmed. Look at it in the portal.
             Microsoft 365 Business: accepted by 21Vianet, but never seen to take effect; not confirmed
             Phones: accepted by 21Vianet, but never seen to take effect; not confirmed
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; accepted, but not all of it is confirmed. Look at it in the portal.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; accepted, but not all of it is confirmed. Look at it in the portal.
             …
        `,
      )
    })

    it('asks people to act after ten minutes of silence, and stops trying after two days', async () => {
      operator.weather('looks', ...Array.from({ length: 1000 }, () => ({ kind: 'unreachable' }) as const))
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             Phones: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (1 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Phones: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Phones: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             …
        (24 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Phones: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Bot to Wang: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Phones: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        (24 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
        Bot changes for Mei: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
    })

    it('sees what somebody else did at the portal', async () => {
      operator.change(seats, { status: 'suspended' })
      operator.change(phones, { status: 'deleted' })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: was suspended already
             Phones: not done. At 21Vianet it is deleted, so this cannot be done.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: was suspended already
             Phones: not done. At 21Vianet it is deleted, so this cannot be done.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
    })
  })
})
