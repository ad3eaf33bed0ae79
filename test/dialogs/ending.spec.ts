import assert from 'node:assert/strict'
import { aSubscription, anOperatorCustomer, fabrikam, mei, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { enrol } from '../kit/second-factors.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer } from './an-office.ts'

const suite = `${fabrikam}-suite`
const mail = `${fabrikam}-mail`

const hours = 3_600_000

/** Fabrikam bought its mail on Friday, and its suite long ago. */
const bought = [
  aSubscription({
    id: suite,
    name: 'Business Premium',
    model: 'new-commerce',
    quantity: 40,
    commitmentEnd: '2025-11-30T23:59:59.000Z',
    cancellableUntil: '2024-12-07T00:00:00.000Z',
  }),
  aSubscription({
    id: mail,
    name: 'Exchange Plan 2',
    model: 'new-commerce',
    quantity: 5,
    commitmentEnd: '2026-03-27T23:59:59.000Z',
    cancellableUntil: '2025-04-04T08:00:00.000Z',
  }),
]

describe('subscriptions that end', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang], customers: [[fabrikamCustomer, bought]] })
  })
  const changed = () => office.operators['global']?.transitions.map(({ subscription, to }) => `${subscription} ${to}`)

  describe('for good', () => {
    it('take two people who both type the customer’s name, and only what the operator still lets go', async () => {
      await transcript(
        office,
        `
        Mei: cancel fabrikam
        Bot: Cancel subscriptions of Fabrikam Inc for good?
             This cannot be undone. Users lose access at once; an administrator of the customer has 7 days to save the data, then it is gone. To stop service for a while, suspend instead.
             Which subscriptions? None is selected
             1. ( ) Exchange Plan 2 × 5 · can be cancelled until Apr 4, 2025, 3:59 PM GMT+8
             Why? The second person reads it:
             Type the customer’s name, Fabrikam Inc, to confirm:
             You can also type: “1, 2” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        Mei: [Ask a second person] name=Fabrikam
        Bot changes: Cancel subscriptions of Fabrikam Inc for good?
             Choose at least one subscription.
             Say why; the second person needs it.
             Type the customer’s name exactly as it stands here: Fabrikam Inc.
             …
        Mei: 1
        Bot: Cancel subscriptions of Fabrikam Inc for good?
             …
        Mei: [Ask a second person] because=They ordered it twice.; name=fabrikam  INC
        Bot changes: E-1: cancel subscriptions of Fabrikam Inc
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             This cannot be undone. Users lose access at once; an administrator of the customer has 7 days to save the data, then it is gone. To stop service for a while, suspend instead.
             At Partner Center: Fabrikam Inc · fabrikam.com
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
             In the ledger: no account is matched to this customer
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             Why: They ordered it twice.
             This subscription and no other:
             Exchange Plan 2 × 5 · can be cancelled until Apr 4, 2025, 3:59 PM GMT+8
             Type the customer’s name, Fabrikam Inc, to confirm:
             Reason for rejecting:
             [Cancel for good] [Reject] [Withdraw]
        Bot to Wang: E-1: cancel subscriptions of Fabrikam Inc
             …
        Mei: [Cancel for good] name=Fabrikam Inc
        Bot: You had a hand in this yourself; a different person must decide.
        Wang: [Cancel for good]
        Bot: Type the customer’s name exactly as it stands here: Fabrikam Inc.
        Wang: [Cancel for good] name=Fabrikam Inc
        Bot changes: E-1: cancel subscriptions of Fabrikam Inc
             …
        Bot to Mei: E-1: cancel subscriptions of Fabrikam Inc
             Approved by Wang; 1 of 1 done.
             Exchange Plan 2: cancelled, confirmed by Partner Center Mar 31, 2025, 10:00 AM
        Bot changes for Mei: E-1: cancel subscriptions of Fabrikam Inc
             …
        Bot changes: E-1: cancel subscriptions of Fabrikam Inc
             …
        `,
      )
      assert.deepEqual(changed(), [`${mail} deleted`])
      assert.deepEqual(
        (await office.store.auditOf('E-1')).map(({ by, what }) => `${by} ${what}`),
        ['mei ending.asked', 'wang ending.approved', 'desk ending.sent', 'desk ending.acted'],
      )
    })

    it('take a code of the second person’s app as well, where the policy asks for any', async () => {
      office = await anOffice({
        staff: [mei, wang],
        customers: [[fabrikamCustomer, bought]],
        policy: { stepUp: { people: 500, amounts: {} } },
      })
      await enrol(office.store, 'wang', office.now())
      await before(office, 'Mei: cancel fabrikam', 'Mei: 1', 'Mei: Twice.', 'Mei: Fabrikam Inc', 'Mei: ask')
      await transcript(
        office,
        `
        Wang: [Cancel for good] code=020000
        Bot: Type the customer’s name exactly as it stands here: Fabrikam Inc.
        Wang: [Cancel for good] name=Fabrikam Inc
        Bot: Nothing was decided: this takes the code that your authenticator app shows now. Type it into the field of the card, then press again.
        Wang: [Cancel for good] name=Fabrikam Inc; code=020000
        Bot changes: E-1: cancel subscriptions of Fabrikam Inc
             …
        Bot to Mei: E-1: cancel subscriptions of Fabrikam Inc
             Approved by Wang; 1 of 1 done.
             …
        Bot changes for Mei: E-1: cancel subscriptions of Fabrikam Inc
             …
        Bot changes: E-1: cancel subscriptions of Fabrikam Inc
             …
        `,
      )
      assert.deepEqual(changed(), [`${mail} deleted`])
    })

    it('cannot be asked for in China, nor where the operator’s window is over', async () => {
      const contoso24h = aSubscription({ cancellableUntil: '2025-04-04T08:00:00.000Z' })
      office = await anOffice({
        staff: [mei, wang],
        customers: [
          [anOperatorCustomer({ name: 'Contoso' }), [contoso24h]],
          [fabrikamCustomer, bought.slice(0, 1)],
        ],
      })
      await transcript(
        office,
        `
        Mei: cancel contoso
        Bot: Subscriptions cannot be cancelled through 21Vianet. Suspend instead, or open a ticket.
        Mei: cancel fabrikam
        Bot: Nothing of Fabrikam Inc can be cancelled: the operator’s window is over, or it names none. To stop service for a while, say “suspend”; to let it run out, “end … at term”.
        `,
      )
    })

    it('are left alone when the approval comes after the window', async () => {
      await before(office, 'Mei: cancel fabrikam', 'Mei: 1', 'Mei: Twice.', 'Mei: Fabrikam Inc', 'Mei: ask')
      await office.pass(4 * 24 * hours)
      await transcript(
        office,
        `
        Wang: E-1
        Bot: E-1: cancel subscriptions of Fabrikam Inc
             Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
             …
        `,
      )
      assert.deepEqual(changed(), [])
    })
  })

  it('at the end of their term lose their auto-renewal by a second person’s yes, and nothing else', async () => {
    await transcript(
      office,
      `
      Mei: end fabrikam at term
      Bot: End subscriptions of Fabrikam Inc at the end of their term?
           Auto-renew is switched off; changes scheduled for the next term are dropped. Service and billing go on until the term ends, and until then auto-renew can be switched on again.
           Which subscriptions? None is selected
           1. ( ) Business Premium × 40 · term ends Dec 1, 2025
           2. ( ) Exchange Plan 2 × 5 · term ends Mar 28, 2026
           Why? The second person reads it:
           You can also type: “1, 2” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 1, 2
      Bot: End subscriptions of Fabrikam Inc at the end of their term?
           …
      Mei: They move to a competitor.
      Bot: End subscriptions of Fabrikam Inc at the end of their term?
           …
      Mei: ask
      Bot: E-1: end subscriptions of Fabrikam Inc at term
           …
      Bot to Wang: E-1: end subscriptions of Fabrikam Inc at term
           …
      Wang: [Approve]
      Bot changes: E-1: end subscriptions of Fabrikam Inc at term
           …
      Bot to Mei: E-1: end subscriptions of Fabrikam Inc at term
           …
      Bot changes for Mei: E-1: end subscriptions of Fabrikam Inc at term
           …
      Bot changes: E-1: end subscriptions of Fabrikam Inc at term
           Approved by Wang; 2 of 2 done.
           Business Premium: does not renew any more, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Exchange Plan 2: does not renew any more, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Approved by: Wang, Mar 31, 2025, 10:00 AM
           Why: They move to a competitor.
           These 2 subscriptions and no others:
           Business Premium × 40 · term ends Dec 1, 2025
           Exchange Plan 2 × 5 · term ends Mar 28, 2026
           Until the term ends, auto-renew can be switched on again in the operator’s portal.
      `,
    )
    assert.deepEqual(changed(), [])
    assert.deepEqual(
      (await office.operators['global']?.subscriptions(fabrikam))?.map(({ autoRenew, status }) => [autoRenew, status]),
      [
        [false, 'active'],
        [false, 'active'],
      ],
    )
  })
})
