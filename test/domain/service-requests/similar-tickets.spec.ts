import assert from 'node:assert/strict'
import { similarTickets } from '../../../domain/service-requests/similar-tickets.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { aFiledTicket, aTicket, contoso, fabrikam, morning } from '../../kit/builders.ts'

const daysAgo = (days: number) => new Date(Date.parse(morning) - days * 86_400_000).toISOString() as Instant
const open = (id: string, days: number, changes: Parameters<typeof aFiledTicket>[0] = {}) =>
  aFiledTicket({ id, openedAt: daysAgo(days), ...changes })
const over = (id: string, days: number): ServiceRequest => {
  const end = { status: 'closed', closedBy: 'mei', closedAt: daysAgo(days), answer: 'Done.' } as const
  return { ...open(id, days), ...end }
}
const shown = (tickets: readonly ServiceRequest[], topic: 'billing' | 'fraud' | null = 'billing') =>
  similarTickets({ customer: contoso, topic }, tickets, morning).map(({ id }) => id)

describe('tickets that may be about the same matter', () => {
  it('are the open ones first, then the newest', () =>
    assert.deepEqual(shown([over('PD-1', 1), open('PD-2', 30), over('PD-3', 9), open('PD-4', 2)]), [
      'PD-4',
      'PD-2',
      'PD-1',
      'PD-3',
    ]))

  it('are of the customer, and of the topic where one is chosen', () => {
    const other = { id: fabrikam, name: 'Fabrikam', domain: 'fabrikam.cn' }
    const tickets = [open('PD-1', 1, { customer: other }), open('PD-2', 2, { topic: 'fraud' }), open('PD-3', 3)]
    assert.deepEqual(shown(tickets), ['PD-3'])
    assert.deepEqual(shown(tickets, 'fraud'), ['PD-2'])
    assert.deepEqual(shown(tickets, null), ['PD-2', 'PD-3'])
    assert.deepEqual(shown([open('PD-4', 1, { customer: null })], null), [])
  })

  it('wait to be filed, or were; what was never filed is none', () => {
    const { mailRefused: _, ...waiting } = aTicket({ id: 'PD-2' })
    const dropped = { ...waiting, status: 'not-filed', endedBy: 'mei', endedAt: morning } as const
    assert.deepEqual(shown([aTicket(), dropped, { ...waiting, id: 'PD-3', openedAt: daysAgo(1), status: 'sending' }]), [
      'PD-1',
      'PD-3',
    ])
  })

  it('are remembered for a year, and as long as they are open', () =>
    assert.deepEqual(shown([over('PD-1', 365), over('PD-2', 366), open('PD-3', 1000)]), ['PD-3', 'PD-1']))

  it('are five at most', () =>
    assert.deepEqual(shown(Array.from({ length: 9 }, (_, at) => open(`PD-${at}`, at))), [
      'PD-0',
      'PD-1',
      'PD-2',
      'PD-3',
      'PD-4',
    ]))
})
