import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('what was nearly said', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('is asked back, and goes its usual road when it is pressed', () =>
    transcript(
      office,
      `
      Mei: suspned contoso
      Bot: I did not understand that. Did you mean one of these?
           [suspend contoso]
      Mei: [suspend contoso]
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      `,
    ))

  it('is answered at once where it only shows something', () =>
    transcript(
      office,
      `
      Mei: hlep
      Bot: I did not understand that. Did you mean one of these?
           [help]
      Mei: goodby
      Bot: Goodbye. I am here whenever you need me.
      `,
    ))

  it('is asked back where a question would be done or written down by its words alone', () =>
    transcript(
      office,
      `
      Mei: final notice to contoso?
      Bot: I did not understand that. Did you mean one of these?
           [final notice to contoso]
      Wang: assign contoso to Mei?
      Bot: I did not understand that. Did you mean one of these?
           [assign contoso to Mei]
      Wang: [assign contoso to Mei]
      Bot: Contoso is looked after by Mei now. Say “undo” to take it back.
      `,
    ))

  it('is no answer to an open question', () =>
    transcript(
      office,
      `
      Mei: suspend contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: overdeu
      Bot: Why should Contoso be suspended?
           I did not understand that as an answer.
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      `,
    ))
})
