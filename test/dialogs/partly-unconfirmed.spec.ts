import { mei, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension of which one act failed and another is not confirmed', () => {
  it('is told as carried out in part: what was not done comes first', async () => {
    const office = await anOffice({ staff: [mei, wang] })
    const operator = office.operators['china'] as FakeOperator
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask')
    operator.weather('changes', 'later', { kind: 'refused', code: '800070' })
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
           Phones: not done. 21Vianet said no (code 800070). Look at it in the portal, or open a ticket.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: 21Vianet accepted it; not confirmed yet
           Phones: not done. 21Vianet said no (code 800070). Look at it in the portal, or open a ticket.
           …
      (25 h pass)
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: accepted by 21Vianet, but never seen to take effect; not confirmed
           Phones: not done. 21Vianet said no (code 800070). Look at it in the portal, or open a ticket.
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: accepted by 21Vianet, but never seen to take effect; not confirmed
           Phones: not done. 21Vianet said no (code 800070). Look at it in the portal, or open a ticket.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: accepted by 21Vianet, but never seen to take effect; not confirmed
           Phones: not done. 21Vianet said no (code 800070). Look at it in the portal, or open a ticket.
           …
      `,
    )
  })
})
