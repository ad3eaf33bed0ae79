import { anOperatorCustomer } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions } from './an-office.ts'

describe('a command about somebody who is not found', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [anOperatorCustomer({ tenantId: 't-2', name: 'Search for Fun Ltd', domain: 'search.cn' }), []],
      ],
    })
  })

  it('has a reason that nobody knows, which is asked for', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for fun
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: suspend contoso because they never answer
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: 因好玩暫停 contoso 的服務
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: misuse
      Bot: Suspend Contoso for misuse?
           …
      Mei: suspend contoso because they mine
      Bot: Suspend Contoso for misuse?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words: suspend contoso because they mine
           …
      `,
    ))

  it('is about a customer whose name reads like a reason', () =>
    transcript(
      office,
      `
      Mei: suspend search for fun
      Bot: Why should Search for Fun Ltd be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      `,
    ))

  it('names whom it is about while a name is asked for', () =>
    transcript(
      office,
      `
      Mei: suspend all
      Bot: I find no customer “all”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: suspend everyone
      Bot: I find no customer “everyone”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: suspend contoso for fun
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: ticket nobody
      Bot: I find no customer “nobody”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: ticket for somebody
      Bot: I find no customer “somebody”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: customer everybody
      Bot: I find no customer “everybody”. Try another spelling, the domain or the account number.
           [Not now]
      `,
    ))
})
