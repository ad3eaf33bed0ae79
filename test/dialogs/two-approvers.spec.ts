import assert from 'node:assert/strict'
import { seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('two approvers at the same instant', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const audited = async () => (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`)

  it('who both say yes: one counts, and the other sees how it stands', async () => {
    await transcript(
      office,
      `
      Wang and Lin: [Approve]
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Lin: S-1 has already been dealt with. Approved by Wang; being carried out.
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription }) => subscription),
      [seats, voicemail],
    )
    assert.deepEqual(await audited(), [
      'mei suspension.requested',
      'wang suspension.approved',
      'desk suspension.sent',
      'desk suspension.acted',
    ])
  })

  it('of whom one says no: whoever was first decides', async () => {
    await transcript(
      office,
      `
      Lin and Wang: [Reject] words=They pay on Thursday.
      Bot changes for Lin: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Wang: S-1 has already been dealt with. Rejected by Lin: They pay on Thursday.
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
    assert.deepEqual(await audited(), ['mei suspension.requested', 'lin suspension.rejected'])
  })
})
