import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('a courtesy', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('is answered kindly, in the language it is read in', () =>
    transcript(
      office,
      `
      Mei: Thanks!
      Bot: You are welcome.
      Mei: thank you very much 🙏
      Bot: You are welcome.
      Mei: 謝謝
      Bot: You are welcome.
      Mei: Bye
      Bot: Goodbye. I am here whenever you need me.
      Mei: 語言 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 非常感謝！
      Bot: 不客氣。
      Mei: 明天見
      Bot: 再見，有需要隨時找我。
      `,
    ))

  it('is no note, and what is said next stands beside what was said before', () =>
    transcript(
      office,
      `
      Ines: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           …
      Ines: three stolen cards, police case 77
      Bot: Suspend Contoso for fraud?
           …
      Ines: thanks
      Bot: You are welcome.
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words: three stolen cards, police case 77
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Ines: all from one address
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words: three stolen cards, police case 77
           all from one address
           …
      `,
    ))

  it('does not take away the question which customer is meant', () =>
    transcript(
      office,
      `
      Mei: customer
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: thanks
      Bot: You are welcome.
      Mei: contoso
      Bot: Contoso
           …
      `,
    ))
})
