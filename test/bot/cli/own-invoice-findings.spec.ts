import assert from 'node:assert/strict'
import { ownInvoiceFindings } from '../../../bot/cli/own-invoice-findings.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Desk } from '../../../domain/desk.ts'
import type { OwnStandingRead } from '../../../domain/own-invoices/own-invoices-desk.ts'
import { ownStanding } from '../../../domain/own-invoices/own-standing.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Day } from '../../../domain/shared/time.ts'

const since = (lane: Lane, issuedOn: Day): OwnStandingRead => {
  const open = { minor: 123_456, currency: 'EUR' }
  const invoices = [{ id: 'G-1', issuedOn, total: open, open }]
  return { kind: 'known', standing: ownStanding(lane, '2025-03-31', { invoices, balances: null }) }
}
const silent = new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })

/** What the doctor says of a lane; the others have no access. */
async function found(lane: Lane, read: OwnStandingRead): Promise<readonly string[]> {
  const ownInvoices = { read: async (each: Lane) => (each === lane ? read : ({ kind: 'no-access' } as const)) }
  const desk = { ownInvoices } as unknown as Desk
  return (await ownInvoiceFindings({ desk })).map(({ state, line }) => `${state}: ${line}`)
}

describe('the doctor, of our own invoices', () => {
  it('says of each lane that can be asked whether we are late, gravely so in the last week, and never how much', async () => {
    assert.deepEqual(await found('global', since('global', '2025-03-01')), [
      'ok: own invoices global: 1 invoice open, none overdue',
    ])
    for (const [lane, issuedOn, expected] of [
      ['global', '2025-01-29', 'look: own invoices global: 1 day overdue; the operator bears 60'],
      ['china', '2025-02-06', 'look: own invoices china: 23 days overdue; the operator bears 30'],
      ['china', '2025-02-05', 'wrong: own invoices china: 24 days overdue; the operator bears 30'],
    ] as const) {
      const [line = '', ...others] = await found(lane, since(lane, issuedOn))
      assert(line.startsWith(expected), line)
      assert(!line.includes('1234') && !line.includes('1,234'), line)
      assert.equal(others.length, 0)
    }
  })

  it('says where they cannot be read, and nothing of lanes without access', async () => {
    assert.deepEqual(await found('china', { kind: 'not-said' }), [
      'look: own invoices china: the operator does not let us read them; watch them in its portal',
    ])
    const [line = ''] = await found('global', { kind: 'no-answer', fault: silent })
    assert.match(line, /^look: own invoices global: .+; nobody is warned while this lasts$/)
    assert.deepEqual(await found('global', { kind: 'no-access' }), [])
  })
})
