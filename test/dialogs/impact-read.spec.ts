import assert from 'node:assert/strict'
import { readImpactFacts } from '../../dialogs/suspension/read-impact-facts.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { anOperatorCustomer, aSubscription, fabrikam } from '../kit/builders.ts'
import { fakeOperator } from '../kit/fake-operator.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer } from './an-office.ts'

const office = aSubscription({
  id: `${fabrikam}-office`,
  name: 'Office',
  offer: 'Office 365 E3',
  model: 'new-commerce',
  commitmentEnd: '2025-11-30T00:00:00.000Z',
  scheduledChange: { quantity: 20, product: null, term: null, billingCycle: null, instructions: '{}' },
})
const audio = aSubscription({
  id: `${fabrikam}-audio`,
  name: 'Audio',
  parent: office.id,
  model: 'new-commerce',
  commitmentEnd: '2025-11-30T00:00:00.000Z',
  autoRenew: false,
})

describe('what a suspension costs and whom it cuts off', () => {
  it('stands on the form and on the approver’s card where the operator lets it be read', async () => {
    const place = await anOffice({ customers: [[fabrikamCustomer, [office, audio]]] })
    place.operators['global']?.tell(fabrikam, {
      licences: [{ product: 'Office 365 E3', assigned: 23, total: 25 }],
      costs: [
        { subscription: office.id, amount: { minor: 31_000, currency: 'EUR' }, from: '2025-03-01', to: '2025-03-31' },
        { subscription: audio.id, amount: { minor: 6200, currency: 'EUR' }, from: '2025-03-01', to: '2025-03-31' },
      ],
    })
    await before(place, 'Mei: suspend fabrikam for misuse', 'Mei: Spam all night.')
    await transcript(
      place,
      `
      Mei: 1
      Bot: Suspend Fabrikam Inc for misuse?
           Which subscriptions?
           1. (x) Office × 25; also suspends its add-on Audio
           2. ( ) Audio × 25 (add-on)
           What it does
           Lose access at once: 23 people with a licence
           Billed to us meanwhile: about EUR 12.00 a day until Nov 30, 2025
           Can be undone: until its term ends on Nov 30, 2025; after that, treat access and data as lost
           Switched off by it: Office: auto-renew and the change at renewal to 20 seats; the desk puts them back when it resumes
           Administrators can still reach the data.
           What was seen? The second person decides on these words: Spam all night.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ask
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: misuse
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Spam all night.
           This subscription and no other:
           Office × 25; also suspends its add-on Audio
           Lose access at once: 23 people with a licence
           Billed to us meanwhile: about EUR 12.00 a day until Nov 30, 2025
           Can be undone: until its term ends on Nov 30, 2025; after that, treat access and data as lost
           Switched off by it: Office: auto-renew and the change at renewal to 20 seats; the desk puts them back when it resumes
           Administrators can still reach the data.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Fabrikam Inc?
           …
      Bot to Lin: S-1: suspend Fabrikam Inc?
           …
      Bot to Ines: S-1: suspend Fabrikam Inc?
           …
      `,
    )
  })

  it('is unknown, and stops nobody, where the operator fails or is too slow', async () => {
    const lane = fakeOperator('global', [[anOperatorCustomer({ lane: 'global', tenantId: fabrikam }), []]])
    const fault = new OutsideFault({ service: 'partner-center:global', kind: 'unauthorised' })
    const failing = { ...lane, licences: () => Promise.reject(fault), costs: () => new Promise<never>(() => undefined) }
    assert.deepEqual(await readImpactFacts(fabrikam, failing, 1), { licences: null, costs: null })
  })

  it('does not hide what is wrong with the desk itself', async () => {
    const lane = fakeOperator('global', [[anOperatorCustomer({ lane: 'global', tenantId: fabrikam }), []]])
    const failing = { ...lane, licences: () => Promise.reject(new Error('a bug')) }
    await assert.rejects(readImpactFacts(fabrikam, failing), /a bug/)
  })
})
