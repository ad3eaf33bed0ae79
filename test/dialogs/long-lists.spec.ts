import { aPendingSuspension, aTicket, minute } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('a list of cases', () => {
  it('has a line and a button for each, a page at a time, and never more than it can show', async () => {
    const office = await anOffice()
    for (let number = 1; number <= 12; number += 1) {
      const value = aTicket({
        id: `PD-${number}`,
        openedBy: number % 2 === 0 ? 'mei' : 'sam',
        openedAt: minute(-number),
      })
      await office.store.commit({ save: [{ kind: 'service-request', id: value.id, value, basedOn: null }] })
    }
    const row = (number: number) =>
      `PD-${number} · Contoso 中国 · moderate · today · “The invoice shows 30 seats, the portal 25.”`
    const rows = (from: number, to: number, step = 1) =>
      Array.from({ length: (from - to) / step + 1 }, (_, at) => row(from - at * step)).join(`\n${' '.repeat(11)}`)
    await transcript(
      office,
      `
      Sam: tickets
      Bot: 12 open tickets
           Waiting to be filed: 12 tickets
           ${rows(12, 3)}
           Page 1 of 2.
           [PD-12] [PD-11] [PD-10] [PD-9] [PD-8] [PD-7] [PD-6] [PD-5] [PD-4] [PD-3] [Next page]
      Sam: [Next page]
      Bot: 12 open tickets
           Waiting to be filed: 12 tickets
           ${rows(2, 1)}
           Page 2 of 2.
           [PD-2] [PD-1] [Previous page]
      Sam: tickets page 7
      Bot: 12 open tickets
           Waiting to be filed: 12 tickets
           ${rows(2, 1)}
           Page 2 of 2.
           [PD-2] [PD-1] [Previous page]
      Mei: my tickets
      Bot: 6 open tickets of yours
           Waiting to be filed: 6 tickets
           ${rows(12, 2, 2)}
           [PD-12] [PD-10] [PD-8] [PD-6] [PD-4] [PD-2]
      `,
    )
  })

  it('of requests that wait can be paged through, and each opened', async () => {
    const office = await anOffice()
    for (let number = 1; number <= 12; number += 1) {
      const id = `S-${number}`
      const value = aPendingSuspension({ id, customer: `customer-${number}` })
      await office.store.commit({ save: [{ kind: 'suspension', id, value, basedOn: null }] })
    }
    const line = (at: number) =>
      `S-${at} · Contoso 中国: Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.`
    await transcript(
      office,
      `
      Wang: waiting page 2
      Bot: 12 requests are waiting
           ${line(11)}
           ${line(12)}
           Page 2 of 2
           [S-11] [S-12] [Previous page]
      Wang: [Previous page]
      Bot: 12 requests are waiting
           …
      Wang: [Next page]
      Bot: 12 requests are waiting
           …
      `,
    )
  })
})
