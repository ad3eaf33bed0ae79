import { aTicket } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('a list of cases', () => {
  it('has a line for each, and a button for each of the first six', async () => {
    const office = await anOffice()
    for (let number = 1; number <= 7; number += 1) {
      const value = aTicket({ id: `PD-${number}` })
      await office.store.commit({ save: [{ kind: 'service-request', id: value.id, value, basedOn: null }] })
    }
    await transcript(
      office,
      `
      Sam: tickets
      Bot: 7 tickets are waiting to be filed
           PD-1 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-2 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-3 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-4 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-5 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-6 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-7 · Contoso 中国: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           [PD-1] [PD-2] [PD-3] [PD-4] [PD-5] [PD-6]
      `,
    )
  })
})
