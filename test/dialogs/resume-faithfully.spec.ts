import assert from 'node:assert/strict'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { aMatch, anAccount, anInvoice, aNotice, aSubscription, fabrikam, mei, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer } from './an-office.ts'

const office365 = `${fabrikam}-office`
const voice = `${fabrikam}-voice`
const fewerSeats = {
  quantity: 20,
  product: null,
  term: 'P1Y',
  billingCycle: 'monthly',
  instructions: '{"quantity":20}',
}

/** New commerce: renews by itself, with fewer seats from the next term on, and an add-on that falls with it. */
const sold: readonly OperatorSubscription[] = [
  aSubscription({
    ...{ id: office365, name: 'Office', model: 'new-commerce', commitmentEnd: '2025-11-30T00:00:00.000Z' },
    ...{ term: 'P1Y', billingCycle: 'monthly', scheduledChange: fewerSeats },
  }),
  aSubscription({
    ...{ id: voice, name: 'Voice', parent: office365, model: 'new-commerce' },
    commitmentEnd: '2025-11-30T00:00:00.000Z',
  }),
]

describe('a resume puts back what the suspension took', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({
      staff: [mei, wang, sam],
      customers: [[fabrikamCustomer, sold]],
      accounts: [anAccount({ name: 'Fabrikam' })],
      matches: [aMatch({ lane: 'global', tenantId: fabrikam })],
      items: [
        anInvoice({
          lines: [{ text: 'Seats', amount: { minor: 4_820_000, currency: 'CNY' }, subscription: office365 }],
        }),
      ],
      notices: [aNotice({ customer: fabrikam })],
    })
    operator = office.operators['global'] as FakeOperator
  })
  const suspended = async () => {
    await before(office, 'Mei: suspend fabrikam for non-payment', 'Mei: ask')
    const by = office.speaker('Wang', { channel: null, chat: 'teams' })
    const action = { act: 'suspension.approve', case: 'S-1', version: 1 } as const
    await office.hear({ kind: 'acted', by, action, inputs: {} })
    assert.deepEqual(
      (await operator.subscriptions(fabrikam)).map(({ status, autoRenew, scheduledChange }) => [
        status,
        autoRenew,
        scheduledChange,
      ]),
      [
        ['suspended', false, null],
        ['suspended', false, null],
      ],
    )
  }
  const asItIs = async () => operator.subscriptions(fabrikam)

  it('whole: auto-renew, the change for the next term, and the add-on with its own', async () => {
    await suspended()
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           Fabrikam Inc owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           Office: being carried out
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           Voice is in service again.
           Auto-renew of Voice is on again.
           Office is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           Voice is in service again.
           Auto-renew of Voice is on again.
           Office is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      `,
    )
    assert.deepEqual(await asItIs(), sold)
    assert.deepEqual(await office.store.list('snapshot'), [])
  })

  it('or says what it could not put back, until somebody has seen to it', async () => {
    await suspended()
    operator.weather('changes', 'ok', { kind: 'refused', code: '800093' })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Sam: R-1
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Sam: [Done: Office, auto-renew]
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Bot changes for Mei: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Mei late: [Done: Office, auto-renew]
      Bot: This was ticked off already, or there is nothing to do any more.
      `,
    )
    assert.deepEqual(await office.store.list('snapshot'), [])
  })

  it('but leaves what somebody changed meanwhile, and says so', async () => {
    await suspended()
    operator.change(office365, { status: 'active', autoRenew: true, quantity: 30 })
    operator.change(voice, { status: 'deleted' })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: was in service already
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: was in service already
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Done: Office, seats] [Done: Voice, service]
      `,
    )
    assert.deepEqual(operator.calls.filter((call) => call.startsWith('set-renewal')).length, 1)
  })

  it('and says so when nobody knows what was before', async () => {
    await suspended()
    for (const { id, version } of await office.store.list('snapshot'))
      await office.store.commit({ remove: [{ kind: 'snapshot', id, basedOn: version }] })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           What Office was before its suspension is unknown: check add-ons, seats, auto-renew and scheduled changes at Partner Center.
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           What Office was before its suspension is unknown: check add-ons, seats, auto-renew and scheduled changes at Partner Center.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Done: Office, all checked]
      `,
    )
  })

  it('but nothing comes back after its term', async () => {
    await suspended()
    operator.change(office365, { commitmentEnd: '2025-03-31T00:00:00.000Z' })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           0 of 1 back in service.
           Office: not done. Its term has ended, so Partner Center cannot bring it back. Order it anew if it is needed, and ask Partner Center at once whether its data can still be saved.
      Bot changes: R-1: resume Fabrikam Inc
           0 of 1 back in service.
           Office: not done. Its term has ended, so Partner Center cannot bring it back. Order it anew if it is needed, and ask Partner Center at once whether its data can still be saved.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Ticket]
      `,
    )
    assert.deepEqual(await office.store.list('snapshot'), [])
    assert.deepEqual(await office.desk.resumptions.heldOf(fabrikam), [])
  })

  it('once the operator is done with what keeps it busy', async () => {
    await suspended()
    operator.weather('changes', 'ok', { kind: 'busy', code: '900278' })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Office: what the suspension switched off is being put back. Partner Center is busy with this subscription, with a renewal or an order (code 900278); that passes within a day.
           Voice is in service again.
           Auto-renew of Voice is on again.
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Office: what the suspension switched off is being put back. Partner Center is busy with this subscription, with a renewal or an order (code 900278); that passes within a day.
           Voice is in service again.
           Auto-renew of Voice is on again.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      (1 h pass)
      Bot changes for Mei: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      `,
    )
    assert.deepEqual(await asItIs(), sold)
  })
})
