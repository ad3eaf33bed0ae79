import assert from 'node:assert/strict'
import { capabilities, lacks, lanes } from '../../../domain/customers/lane.ts'

describe('what a lane can do', () => {
  it('is suspending, everywhere', () => {
    for (const lane of lanes) assert.equal(capabilities[lane].suspends, 'yes')
  })

  it('is never cancelling, nor Azure, in China', () => {
    assert.deepEqual([capabilities.china.cancels, capabilities.china.azurePlans], ['no', 'no'])
  })

  it('is no feed of fraud and no Azure budget in China', () => {
    const { graphAlerts, fraudEvents, azureBudgets } = capabilities.china
    assert.deepEqual([graphAlerts, fraudEvents, azureBudgets], ['no', 'no', 'no'])
  })

  it('is never filing tickets by itself', () => {
    for (const lane of lanes) assert.equal(capabilities[lane].filesTickets, false)
  })

  it('leaves open what nobody has said, instead of guessing', () => {
    const open = lanes.map((lane) => lacks(lane).flatMap(({ ability, known }) => (known === 'unknown' ? ability : [])))
    assert.deepEqual(open, [
      [],
      ['cancels', 'restoresAutoRenew', 'graphAlerts', 'fraudEvents'],
      ['restoresAutoRenew', 'webhooks'],
    ])
  })
})
