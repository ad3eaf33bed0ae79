import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('as people say it', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('a name and nothing else asks how they stand; at a question it is an answer', () =>
    transcript(
      office,
      `
      Mei: Contoso
      Bot: Contoso
           The policy calls for: suspension.
           …
      Mei: cont
      Bot: Contoso
           …
      Mei: con
      Bot: I did not understand that. Say “help” to see what I can do.
      Mei: final notice
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible already, after an earlier notice.
      `,
    ))

  it('another language is spoken at once, in what comes back as well', () =>
    transcript(
      office,
      `
      Mei: suspend contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Bot: 為什麼要暫停「Contoso」的服務？
           [未付款] [詐騙] [濫用] [客戶要求] [先不要]
      Mei: [未付款]
      Bot changes: 要因未付款暫停「Contoso」的服務嗎？
           …
      `,
    ))
})
