import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../domain/shared/time.ts'
import { stopSimulators } from '../adapters/simulators/a-seed.ts'
import { simulatedTickets } from '../adapters/partner-center/tickets/some-tickets.ts'
import { morning } from '../kit/builders.ts'
import { fakeTickets } from '../kit/fake-tickets.ts'
import { operatorTicketsContract } from './operator-tickets.contract.ts'

for (const lane of ['global', 'us-government'] as const)
  operatorTicketsContract('a simulated Partner Center', lane, async () => {
    const { simulator, tickets } = await simulatedTickets(
      { ticketsPerPage: 2, plainAsciiOnly: false, ticketSight: 'own' },
      { timings: { retryWaitsMs: [] } },
      lane,
    )
    return {
      tickets,
      file: (title) => simulator.fileTicket({ title }).id,
      answer: async (number, text) => simulator.noteTicket(number, { text }),
      closeThere: (number) => simulator.ticketStatus(number, { status: 'closed' }),
      hide: (number) =>
        simulator.fault({
          path: number,
          then: { kind: 'error', status: 404, code: 404 },
        }),
      loseAnswers: () => simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'drop' } }),
      fail: () => simulator.fault({ path: '/v1/', then: { kind: 'drop' } }),
      pass: (ms) => simulator.advance(ms),
      close: stopSimulators,
    }
  })

operatorTicketsContract('the specs’ own operator', 'global', async () => {
  let time: Instant = morning
  let filed = 0
  const tickets = fakeTickets('global', () => time)
  const silence = new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })
  return {
    tickets,
    file(title) {
      const number = String(700_000_000_000_000 + (filed += 1))
      tickets.put({ number, title }, time)
      return number
    },
    async answer(number, text) {
      const { notes = [] } = (await tickets.find(number)) ?? {}
      tickets.put({ number, notes: [...notes, { by: 'Support', at: time, text }] }, time)
    },
    closeThere: (number) => tickets.put({ number, status: 'closed', closedAt: time }, time),
    hide: (number) => tickets.hide(number),
    loseAnswers: () => tickets.loseAnswers(silence),
    fail: () => tickets.spoil(silence),
    pass: (ms) => void (time = later(time, ms)),
    close: async () => undefined,
  }
})
