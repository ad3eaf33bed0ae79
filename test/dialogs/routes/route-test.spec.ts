import { ines, lin, mei, otto, wang } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

describe('trying the channels for fraud', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, otto] })
  })

  it('sends a test to each of them, and tells half a minute later what arrived and what did not', async () => {
    await transcript(
      office,
      `
      Otto in #fraud: route fraud here
      Bot: From now on, news about fraud goes to #fraud.
      Otto in #china: route fraud in china here
      Bot: From now on, news about fraud, 21Vianet goes to #china.
      `,
    )
    office.lose('china')
    await transcript(
      office,
      `
      Ines: route test
      Bot: F-1 is a test; it is on its way to 2 places. In 30 seconds I tell you here what arrived; “delivery F-1” tells it at any time.
      Bot to #fraud: F-1: a test of the channels
           Ines tries whether alerts arrive here. Nothing is wrong.
      (1 min pass)
      Bot to Ines: Where F-1 was told
           #fraud: delivered Mar 31, 2025, 10:00 AM.
           #china: refused Mar 31, 2025, 10:00 AM. The channel is gone, or I was removed from it.
      `,
    )
  })

  it('reaches each fraud lead where no channel is chosen', async () => {
    await transcript(
      office,
      `
      Otto: route test
      Bot: F-1 is a test; it is on its way to 1 place. In 30 seconds I tell you here what arrived; “delivery F-1” tells it at any time.
      Bot to Ines: F-1: a test of the channels
           Otto tries whether alerts arrive here. Nothing is wrong.
      `,
    )
  })

  it('is for administrators and fraud leads', () =>
    transcript(
      office,
      `
      Mei: route test
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))

  it('says that nobody can be called where no pager is set up', () =>
    transcript(
      office,
      `
      Ines: route test pager
      Bot: Nobody can be called: neither mail nor webhook is set up for the pager. This shows how: npm run desk -- doctor
      `,
    ))
})
