import { anOffice, before } from '../an-office.ts'
import { transcript } from '../../kit/transcript.ts'

const notActive = {
  kind: 'unauthorised',
  status: 403,
  code: '800039',
  correlationId: 'c-1',
  description: 'The reseller program is not active.',
} as const

describe('trouble with our own account', () => {
  it('is a case of its own for administrators, and what waits goes on once it is mended', async () => {
    const office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    office.operators['china']?.weather('looks', notActive)
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Waits since Mar 31, 2025, 10:00 AM: 21Vianet refuses our own account (X-1).
           Approved by Wang; being carried out.
           Microsoft 365 Business: not done yet, waiting since Mar 31, 2025, 10:00 AM. 21Vianet refuses our own account (X-1); it goes on by itself once we are let in again.
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Bot to Ines: X-1: our own account at 21Vianet
           …
      Bot to Otto: X-1: our own account at 21Vianet
           21Vianet refuses us, whatever the call. What was to be done there waits, and goes on by itself once we are let in.
           21Vianet refused our own access (code 800039). The reseller programme of our own company is not active there. It said: “The reseller program is not active.”
           Since: Mar 31, 2025, 10:00 AM
           Code: 800039
           Correlation id: c-1
           An administrator should see in the operator’s portal whether our programme, contract, user and app are in order, then press “Try again”. The desk looks by itself as well, hourly at the latest.
           [Try again]
      (2 min pass)
      Otto: [Try again]
      Bot changes: X-1: our own account at 21Vianet
           21Vianet lets us in again; what waited goes on.
           21Vianet refused our own access (code 800039). The reseller programme of our own company is not active there. It said: “The reseller program is not active.”
           Since: Mar 31, 2025, 10:00 AM
           Code: 800039
           Correlation id: c-1
           Looked again once, last Mar 31, 2025, 10:02 AM.
      Bot changes for Ines: X-1: our own account at 21Vianet
           21Vianet lets us in again; what waited goes on.
           21Vianet refused our own access (code 800039). The reseller programme of our own company is not active there. It said: “The reseller program is not active.”
           Since: Mar 31, 2025, 10:00 AM
           Code: 800039
           Correlation id: c-1
           Looked again once, last Mar 31, 2025, 10:02 AM.
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      (1 min pass)
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:03 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Sam: X-1
      Bot: X-1: our own account at 21Vianet
           21Vianet lets us in again; what waited goes on.
           …
      `,
    )
  })
})
