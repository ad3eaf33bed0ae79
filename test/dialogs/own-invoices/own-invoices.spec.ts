import assert from 'node:assert/strict'
import type { OwnInvoice, OwnInvoices } from '../../../domain/ports/own-invoices.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { mei, otto, sam, wang } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const invoice = (id: string, issuedOn: Day, minor: number, currency = 'EUR'): OwnInvoice => ({
  id,
  issuedOn,
  total: { minor, currency },
  open: { minor, currency },
})

/** 21Vianet's invoice of 1 March was due on the 31st; Microsoft's is not due before May. */
async function theOffice() {
  const own = {
    china: { invoices: [invoice('V-1', '2025-03-01', 880_000, 'CNY')], asked: 0, fault: null as OutsideFault | null },
    global: { invoices: [invoice('G-1', '2025-03-05', 120_000)], asked: 0, fault: null as OutsideFault | null },
  }
  const played = (lane: keyof typeof own): OwnInvoices => ({
    async invoices() {
      own[lane].asked += 1
      if (own[lane].fault) throw own[lane].fault
      return own[lane].invoices
    },
    balances: async () =>
      lane === 'china' ? null : [{ balance: { minor: 120_000, currency: 'EUR' }, asOf: '2025-03-31' }],
  })
  const office = await anOffice({
    staff: [mei, wang, otto, sam],
    ownInvoices: { china: played('china'), global: played('global') },
  })
  return { office, own, look: () => office.desk.ownInvoices.tend() }
}

describe('what we owe our operators', () => {
  it('is shown one operator after the other, to whoever may', async () => {
    const { office, own } = await theOffice()
    await transcript(
      office,
      `
      Otto: our invoices
      Bot: What we owe our operators
           Partner Center: nothing is overdue
           G-1: EUR 1,200.00, due May 4, 2025
           Balance by the operator’s word: EUR 1,200.00
           Due days are reckoned: 60 days after the invoice, as published; the operator’s list names none.
           21Vianet: nothing is overdue
           V-1: CNY 8,800.00, due Mar 31, 2025
           The operator does not tell the balance.
           Due days are reckoned: 30 days after the invoice, as published; the operator’s list names none.
           An operator suspends a partner who is overdue for too long: Microsoft after 60 days, 21Vianet after 30 at the latest. Nothing new can be ordered then; what customers have goes on.
      Sam: our invoices
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      `,
    )
    own.global.fault = new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })
    own.china.invoices = []
    await transcript(
      office,
      `
      Mei: credit own
      Bot: What we owe our operators
           Partner Center: unknown. Partner Center is not answering.
           21Vianet: everything is paid
           …
      `,
    )
  })

  it('is warned about on the first day, at half of what the operator bears, and daily in the last week', async () => {
    const { office, own, look } = await theOffice()
    await look()
    await transcript(office, '(24 h pass)')
    await look()
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Otto: Our own invoices at 21Vianet are overdue
           21Vianet: CNY 8,800.00 overdue, the oldest for 1 day of at most 30
           In 29 days it takes no new orders from us.
           V-1: CNY 8,800.00, due Mar 31, 2025
           An operator suspends a partner who is overdue for too long: Microsoft after 60 days, 21Vianet after 30 at the latest. Nothing new can be ordered then; what customers have goes on.
           [Our invoices]
      Bot to Wang: Our own invoices at 21Vianet are overdue
           …
      `,
    )
    // On which of the days that follow somebody is warned; the desk starts anew on some of them.
    const days: number[] = []
    for (let day = 2; day <= 32; day += 1) {
      await office.pass(24 * 3_600_000)
      if (day % 5 === 0) await office.restart()
      await look()
      await look()
      const said = await office.pass(0)
      if (said.length > 0) days.push(day)
      assert(said.length === 0 || said.length === 2, String(day))
    }
    assert.deepEqual(days, [15, 24, 25, 26, 27, 28, 29, 30, 31, 32])
    // Once it is paid there is silence, and the next one begins anew.
    own.china.invoices = [invoice('V-2', '2025-04-02', 100, 'CNY')]
    await office.pass(24 * 3_600_000)
    await look()
    assert.equal((await office.pass(0)).length, 2)
  })

  it('is asked for again where the operator gave no answer, and once a day where it did', async () => {
    const { own, look, office } = await theOffice()
    own.china.fault = new OutsideFault({ service: 'partner-center:china', kind: 'unreachable' })
    await look()
    await look()
    assert.deepEqual([own.china.asked, own.global.asked], [2, 1])
    own.china.fault = null
    await look()
    await look()
    assert.deepEqual([own.china.asked, own.global.asked], [3, 1])
    await office.pass(24 * 3_600_000)
    await look()
    assert.deepEqual([own.china.asked, own.global.asked], [4, 2])
  })
})
