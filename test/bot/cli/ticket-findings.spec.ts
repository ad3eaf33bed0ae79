import assert from 'node:assert/strict'
import type { PartnerCenterTickets, TicketSight } from '../../../adapters/partner-center/tickets/tickets.ts'
import { ticketFindings } from '../../../bot/cli/ticket-findings.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { stopSimulators } from '../../adapters/simulators/a-seed.ts'
import { simulatedTickets } from '../../adapters/partner-center/tickets/some-tickets.ts'
import { anOpenDesk } from '../an-open-desk.ts'

const service = 'partner-center:global'

describe('what the doctor says of tickets', () => {
  async function said(tickets: PartnerCenterTickets | null) {
    const access = (await anOpenDesk()).accessOf('china')
    const findings = await ticketFindings({
      accessOf: (lane) => (lane === 'global' ? access : null),
      ticketsOf: () => tickets,
    })
    return findings.map(({ state, line }) => `${state} ${line}`)
  }
  const seeing = async (sight: () => Promise<TicketSight>) => said({ ...(await simulatedTickets()).tickets, sight })
  const failing = (facts: Omit<FaultFacts, 'service'>) =>
    seeing(() => Promise.reject(new OutsideFault({ service, ...facts })))
  afterEach(stopSimulators)

  it('is nothing about a lane that is not set up, and that 21Vianet shows none', async () => {
    assert.deepEqual(await ticketFindings(await anOpenDesk()), [
      {
        state: 'ok',
        line: 'following tickets china: by hand, as the operator shows them at its portal only; people bring number and answer back',
      },
    ])
  })

  it('is that they want a person’s consent', async () => {
    assert.deepEqual(await said(null), [
      'look following tickets global: by hand, as they are shown to a person only and the desk signs in as the app alone; set PARTNER_CENTER_GLOBAL_REFRESH_TOKEN and restart the desk',
    ])
  })

  const giveRole =
    'give the account that signs in the role “Support Request Admin” there, and the desk follows theirs too'
  for (const [what, switches, line] of [
    [
      'whose',
      { ticketSight: 'organisation' },
      'ok following tickets global: 2 tickets seen, 1 of them opened by colleagues',
    ],
    [
      'that nobody else’s are seen, which may have two reasons',
      {},
      `look following tickets global: 1 ticket seen, none of them opened by anybody else; if colleagues have any, ${giveRole}`,
    ],
    [
      'that the role is missing',
      { headerWithoutRole: 'refused' },
      `look following tickets global: 1 ticket seen, its own alone, as the account lacks the role; ${giveRole}`,
    ],
  ] as const satisfies readonly (readonly [string, SwitchChange, string])[])
    it(`is how many can be read, and ${what}`, async () => {
      const { simulator, tickets } = await simulatedTickets(switches)
      simulator.fileTicket({ title: 'Own' })
      simulator.fileTicket({ title: 'A colleague’s', openedBy: 'somebody else' })
      assert.deepEqual(await said(tickets), [line])
    })

  for (const [what, facts, told] of [
    [
      'the consent has run out',
      { kind: 'unauthorised', status: 400, code: 'invalid_grant' },
      'wrong following tickets global: not read, people bring number and answer back while this lasts: unauthorised, 400, invalid_grant; the consent has expired or was withdrawn; give consent again, set PARTNER_CENTER_GLOBAL_REFRESH_TOKEN and restart the desk',
    ],
    [
      'there is no such call',
      { kind: 'not-found', status: 404 },
      'wrong following tickets global: not read, people bring number and answer back while this lasts: not-found, 404; the operator knows no such call here',
    ],
    [
      'too much was asked',
      { kind: 'throttled', status: 429 },
      'look following tickets global: not read, people bring number and answer back while this lasts: throttled, 429; the operator is asked too often; try again in some minutes',
    ],
  ] as const)
    it(`is why they cannot be read: ${what}`, async () => assert.deepEqual(await failing(facts), [told]))
})
