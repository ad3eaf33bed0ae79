import assert from 'node:assert/strict'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension for fraud that nobody decides on', () => {
  it('is reminded of after two hours, escalated after four, and expires like others', async () => {
    const office = await anOffice()
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 1', 'Sam: mining', 'Sam: ask')
    await transcript(
      office,
      `
      (2 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      (2 h pass)
      Bot changes for Sam: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Wang: S-1: suspend Contoso?
           Nobody has decided for 4 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Lin: S-1: suspend Contoso?
           Nobody has decided for 4 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1: suspend Contoso?
           Nobody has decided for 4 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1, a suspension for fraud, waits and nobody has decided in time. Its approvers and the fraud leads were told again. See to it that one of them looks at it.
      Bot to Otto: S-1, a suspension for fraud, waits and nobody has decided in time. Its approvers and the fraud leads were told again. See to it that one of them looks at it.
      (24 h pass)
      (10 h pass)
      Bot to Sam: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Sam: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`),
      ['sam suspension.requested', 'desk suspension.escalated', 'desk suspension.expired'],
    )
  })

  it('is escalated while a question is open, and not once somebody decided; the policy says after how long', async () => {
    const office = await anOffice({ policy: { fraudDecisionHours: 6 } })
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 1', 'Sam: mining', 'Sam: ask')
    await transcript(
      office,
      `
      (4 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Wang: [Ask a question] words=Since when?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot to Sam: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Sam: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      (2 h pass)
      Bot changes for Sam: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Sam: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot to Wang: S-1: suspend Contoso?
           Nobody has decided for 6 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Lin: S-1: suspend Contoso?
           Nobody has decided for 6 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1: suspend Contoso?
           Nobody has decided for 6 hours. It expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      Bot to Ines: S-1, a suspension for fraud, waits and nobody has decided in time. Its approvers and the fraud leads were told again. See to it that one of them looks at it.
      Bot to Otto: S-1, a suspension for fraud, waits and nobody has decided in time. Its approvers and the fraud leads were told again. See to it that one of them looks at it.
      Sam: [Answer] words=Friday.
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; being carried out.
           …
      Bot to Sam: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 4:00 PM
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      (6 h pass)
      `,
    )
  })
})
