import assert from 'node:assert/strict'
import type { Lane } from '../../domain/customers/lane.ts'
import { aNotice, aSubscription, anAccount, anInvoice, contoso, fabrikam, mei, seats, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer, unpaidSeats } from './an-office.ts'

/** The desk of an indirect reseller: it has no access to any operator, and its ledger names tenant, lane and seats. */
const ofReseller = {
  staff: [mei, wang],
  customers: [],
  matches: [],
  accounts: [anAccount({ tenantId: contoso, domain: 'contoso.cn' })],
  items: [{ ...unpaidSeats, lane: 'china' }],
} as const

describe('by hand', () => {
  let office: Office
  const holds = async (customer = contoso) =>
    (await office.desk.resumptions.heldOf(customer)).flatMap(({ name, holds: all }) =>
      all.map(({ reason }) => `${name}: ${reason}`),
    )

  describe('where the desk has no access', () => {
    beforeEach(async () => {
      office = await anOffice(ofReseller)
    })

    it('a customer is known from the ledger, and a suspension is asked, approved, done by hand and said by name', async () => {
      await transcript(
        office,
        `
        Mei: customer contoso
        Bot: Contoso Ltd
             The policy calls for: suspension.
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             Business seats: seats and status unknown, by hand
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Final notice was given] [Agreements] [Ticket]
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso Ltd for non-payment?
             Contoso Ltd owes CNY 48,200.00, the oldest 70 days past due.
             The desk has no access to 21Vianet: somebody does it by hand once it is approved. What it does to how many people is unknown; look in the portal before you ask.
             Which subscriptions? Those behind unpaid invoice lines are already selected
             1. (x) Business seats: seats and status unknown, by hand
             Other subscriptions, called as in the portal, one a line:
             Note for the second person:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        Mei: [Ask a second person]
        Bot changes: S-1: suspend Contoso Ltd?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             This subscription and no other:
             Business seats: seats and status unknown, by hand
             Reason for rejecting, or your question:
             [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
        Bot to Wang: S-1: suspend Contoso Ltd?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             …
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; being carried out.
             Business seats: being carried out
             …
        Bot to Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             Waits to be done by hand since Mar 31, 2025, 10:00 AM:
             > [S-1] Suspend Business seats of Contoso Ltd
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso Ltd. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription whose id is c0ffee00-0000-4000-8000-000000000001. The ledger calls it Business seats; the portal may call it something else.
             > 4. Under Status (状态) choose Suspended (已挂起), then Submit (提交).
             > 5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.
             If it could not be done: why not?:
             Reason: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             This subscription and no other:
             Business seats: seats and status unknown, by hand
             [I did it by hand] [It could not be done] [Call off what is not done]
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Mei: [I did it by hand]
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Business seats: done by Mei, not confirmed by 21Vianet
             …
        Bot: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Business seats: done by Mei, not confirmed by 21Vianet
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Business seats: done by Mei, not confirmed by 21Vianet
             …
        Bot changes for Wang: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Business seats: done by Mei, not confirmed by 21Vianet
             …
        (1 h pass)
        Mei: resume contoso
        Bot: Contoso Ltd: what is out of service
             Business seats is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
             Contoso Ltd owes CNY 48,200.00, the oldest 70 days past due.
             Service returns when the last hold of a subscription is lifted.
             [Lift the non-payment hold]
        Mei: [Lift the non-payment hold]
        Bot changes: R-1: resume Contoso Ltd
             Holds lifted; service is coming back.
             Business seats: being carried out
             …
        Bot: R-1: resume Contoso Ltd
             Holds lifted; service waits to be brought back by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             Waits to be done by hand since Mar 31, 2025, 11:00 AM:
             > [R-1] Bring back Business seats of Contoso Ltd
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso Ltd. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription Business seats. Its id must be c0ffee00-0000-4000-8000-000000000001.
             > 4. If it is an add-on, its base subscription must be active first.
             > 5. Under Status (状态) choose Active, then Submit (提交). What Active is called in Chinese there is unknown to the desk.
             > 6. Look at it once more: it must read Active. Then press “I did it by hand” on the card of R-1.
             If it could not be done: why not?:
             Hold: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Asked by: Mei, Mar 31, 2025, 11:00 AM
             [I did it by hand] [It could not be done]
        Bot changes: R-1: resume Contoso Ltd
             Holds lifted; service waits to be brought back by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Mei: [It could not be done]
        Bot: Say why it could not be done: others decide by your words what comes next.
        Mei: [It could not be done] words=The portal shows no such subscription.
        Bot changes: R-1: resume Contoso Ltd
             0 of 1 back in service.
             Business seats: not done. Mei could not do it by hand: “The portal shows no such subscription.”
             …
        Bot: R-1: resume Contoso Ltd
             0 of 1 back in service.
             Business seats: not done. Mei could not do it by hand: “The portal shows no such subscription.”
             What is not back is still on hold. Once it can come back, say “resume Contoso Ltd” again.
        Bot changes: R-1: resume Contoso Ltd
             0 of 1 back in service.
             Business seats: not done. Mei could not do it by hand: “The portal shows no such subscription.”
             …
        `,
      )
      assert.deepEqual(await holds(), ['Business seats: non-payment'])
    })

    it('a subscription that the ledger does not name is typed as it is called in the portal', async () => {
      office = await anOffice({ ...ofReseller, items: [anInvoice({ lane: 'china' })] })
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso Ltd for non-payment?
             Contoso Ltd owes CNY 48,200.00, the oldest 70 days past due.
             The desk has no access to 21Vianet: somebody does it by hand once it is approved. What it does to how many people is unknown; look in the portal before you ask.
             The ledger does not say which subscriptions are unpaid: choose them yourself.
             Subscriptions, called as in the portal, one a line:
             Note for the second person:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        Mei: [Ask a second person]
        Bot changes: Suspend Contoso Ltd for non-payment?
             Choose at least one subscription.
             Contoso Ltd owes CNY 48,200.00, the oldest 70 days past due.
             The desk has no access to 21Vianet: somebody does it by hand once it is approved. What it does to how many people is unknown; look in the portal before you ask.
             The ledger does not say which subscriptions are unpaid: choose them yourself.
             Subscriptions, called as in the portal, one a line:
             Note for the second person:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        Mei: Microsoft 365 商业版
        Bot: Suspend Contoso Ltd for non-payment?
             Contoso Ltd owes CNY 48,200.00, the oldest 70 days past due.
             The desk has no access to 21Vianet: somebody does it by hand once it is approved. What it does to how many people is unknown; look in the portal before you ask.
             …
        Mei: [Ask a second person]
        Bot changes: S-1: suspend Contoso Ltd?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             This subscription and no other:
             Microsoft 365 商业版: seats and status unknown, by hand
             The ledger does not say which subscriptions are unpaid: each was chosen by name.
             Reason for rejecting, or your question:
             [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
        Bot to Wang: S-1: suspend Contoso Ltd?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             …
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; being carried out.
             Microsoft 365 商业版: being carried out
             …
        Bot to Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Microsoft 365 商业版: waits for somebody to do it by hand. Only its name is known, so the desk cannot find it at 21Vianet by itself.
             Waits to be done by hand since Mar 31, 2025, 10:00 AM:
             > [S-1] Suspend Microsoft 365 商业版 of Contoso Ltd
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso Ltd. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription that is called Microsoft 365 商业版 there; its id is unknown to the desk. If more than one is called so, stop and ask.
             > 4. Under Status (状态) choose Suspended (已挂起), then Submit (提交).
             > 5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.
             If it could not be done: why not?:
             Reason: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             This subscription and no other:
             Microsoft 365 商业版: seats and status unknown, by hand
             The ledger does not say which subscriptions are unpaid: each was chosen by name.
             [I did it by hand] [It could not be done] [Call off what is not done]
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Microsoft 365 商业版: waits for somebody to do it by hand. Only its name is known, so the desk cannot find it at 21Vianet by itself.
             …
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Microsoft 365 商业版: waits for somebody to do it by hand. Only its name is known, so the desk cannot find it at 21Vianet by itself.
             …
        Wang: [I did it by hand]
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             …
        Bot to Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 商业版: done by Wang, not confirmed by 21Vianet
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 商业版: done by Wang, not confirmed by 21Vianet
             …
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 商业版: done by Wang, not confirmed by 21Vianet
             …
        `,
      )
      assert.deepEqual(await holds(), ['Microsoft 365 商业版: non-payment'])
    })

    it('the asker and the approver are reminded the next working morning, and after two days it is too late', async () => {
      await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; being carried out.
             Business seats: being carried out
             …
        Bot to Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             Waits to be done by hand since Mar 31, 2025, 10:00 AM:
             > [S-1] Suspend Business seats of Contoso Ltd
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso Ltd. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription whose id is c0ffee00-0000-4000-8000-000000000001. The ledger calls it Business seats; the portal may call it something else.
             > 4. Under Status (状态) choose Suspended (已挂起), then Submit (提交).
             > 5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.
             If it could not be done: why not?:
             Reason: non-payment
             At 21Vianet: Contoso Ltd · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Known from: the ledger only; the operator was not asked
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             This subscription and no other:
             Business seats: seats and status unknown, by hand
             [I did it by hand] [It could not be done] [Call off what is not done]
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot changes: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        (24 h pass)
        Bot to Mei: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot to Wang: S-1: suspension of Contoso Ltd
             Approved by Wang; waits to be done by hand.
             Business seats: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        (25 h pass)
        Bot to Mei: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             …
        Bot changes for Wang: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             …
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             …
        Bot changes for Mei: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             …
        Bot changes for Wang: S-1: suspension of Contoso Ltd
             Cancelled, nothing was suspended: it was approved too long ago; ask again.
             Reason: non-payment
             …
        `,
      )
      assert.deepEqual(await holds(), [])
    })
  })

  describe('where the operator is silent', () => {
    const closed: Lane[] = []
    beforeEach(async () => {
      closed.length = 0
      office = await anOffice({ closed })
    })

    it('two acts are asked for; one is done by hand, and one by the desk when the operator is back, who confirms both', async () => {
      await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask')
      office.operators['china']?.weather(
        'looks',
        ...Array.from({ length: 100 }, () => ({ kind: 'unreachable' }) as const),
      )
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: being carried out
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        (20 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Phones: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             Waits to be done by hand since Mar 31, 2025, 10:20 AM:
             > [S-1] Suspend Microsoft 365 Business of Contoso
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription Microsoft 365 Business. Its id must be c0ffee00-0000-4000-8000-000000000001.
             > 4. Under Status (状态) choose Suspended (已挂起), then Submit (提交).
             > 5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.
             > [S-1] Suspend Phones of Contoso
             > 1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.
             > 2. In the Dashboard menu choose Customers (客户), then Contoso. Its tenant id must be 5f3c1d6e-0000-4000-8000-00000000c001; where the portal shows it is unknown to the desk.
             > 3. Choose the subscription Phones. Its id must be c0ffee00-0000-4000-8000-000000000002.
             > 4. Under Status (状态) choose Suspended (已挂起), then Submit (提交).
             > 5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.
             Which of them?
             1. (x) Microsoft 365 Business
             2. (x) Phones
             If it could not be done: why not?:
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             These 2 subscriptions and no others:
             Microsoft 365 Business × 25; also suspends its add-on Voicemail
             Phones × 5
             Wider than the debt: no unpaid invoice line stands behind Phones.
             [I did it by hand] [It could not be done] [Call off what is not done]
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM, and goes on.
             …
        Wang: [I did it by hand] by-hand=1
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: done by Wang, not confirmed by 21Vianet
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: done by Wang, not confirmed by 21Vianet
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: done by Wang, not confirmed by 21Vianet
             …
        `,
      )
      office.operators['china']?.change(seats, { status: 'suspended' })
      office.operators['china']?.clearUp()
      await transcript(
        office,
        `
        (20 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended by hand by Wang, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended by hand by Wang, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended by hand by Wang, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended by hand by Wang, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended by hand by Wang, confirmed by 21Vianet Mar 31, 2025, 10:40 AM
             …
        `,
      )
    })

    it('only who could ask or approve may say so, and of two who press the first counts: the other hears it', async () => {
      await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
      closed.push('china')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: being carried out
             …
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Sam: S-1
        Bot: S-1: suspension of Contoso
             Approved by Wang; waits to be done by hand.
             Microsoft 365 Business: waits for somebody to do it by hand. The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
             …
        Sam: [I did it by hand]
        Bot: Your role does not allow reporting that. It takes the role of collector or approver.
        Mei: [I did it by hand]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
             …
        Bot: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
             …
        Bot changes for Sam: S-1: suspension of Contoso
             Approved by Wang; done by hand, not all of it confirmed by 21Vianet.
             Microsoft 365 Business: done by Mei, not confirmed by 21Vianet
             …
        Wang late: [It could not be done] words=Contoso is not listed there.
        Bot: None of this waits to be done by hand any more, so nothing was written down.
        `,
      )
    })

    it('new commerce comes back by hand, with what the suspension switched off', async () => {
      const e3 = aSubscription({
        name: 'Microsoft 365 E3',
        model: 'new-commerce',
        commitmentEnd: '2025-11-30T00:00:00Z',
      })
      office = await anOffice({
        closed,
        customers: [[fabrikamCustomer, [e3]]],
        matches: [{ account: 'K-1001', lane: 'global', tenantId: fabrikam, how: 'domain' }],
        notices: [aNotice({ customer: fabrikam })],
      })
      await before(office, 'Mei: suspend fabrikam for non-payment', 'Mei: all', 'Mei: ask', 'Wang: help')
      assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
      await office.pass(60_000)
      closed.push('global')
      await transcript(
        office,
        `
        Mei: resume fabrikam
        Bot: Fabrikam Inc: what is out of service
             Microsoft 365 E3 is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
             Fabrikam Inc owes CNY 48,200.00, the oldest 70 days past due.
             …
        Mei: [Lift the non-payment hold]
        Bot changes: R-1: resume Fabrikam Inc
             Holds lifted; service is coming back.
             Microsoft 365 E3: being carried out
             …
        Bot: R-1: resume Fabrikam Inc
             Holds lifted; service waits to be brought back by hand.
             Microsoft 365 E3: waits for somebody to do it by hand. The desk has no access to Partner Center. An administrator can set it up; until then this is done in the portal.
             Waits to be done by hand since Mar 31, 2025, 10:01 AM:
             > [R-1] Bring back Microsoft 365 E3 of Fabrikam Inc
             > 1. Open https://partner.microsoft.com/dashboard and sign in with our partner account for Partner Center.
             > 2. Under Customers choose Fabrikam Inc. Its tenant id (the portal says Microsoft ID) must be 5f3c1d6e-0000-4000-8000-00000000fab1.
             > 3. Choose the subscription Microsoft 365 E3. Its id must be c0ffee00-0000-4000-8000-000000000001.
             > 4. If it is an add-on, its base subscription must be active first.
             > 5. Under Status choose Active, then Submit.
             > 6. If it is an Azure plan, reactivate each Azure subscription under it that was stopped; where Partner Center refuses, the Azure portal may still allow it.
             > 7. If it was sold as new commerce, the suspension switched auto-renew off: switch it on again if it should renew.
             > 8. Look at it once more: it must read Active. Then press “I did it by hand” on the card of R-1.
             If it could not be done: why not?:
             Hold: non-payment
             At Partner Center: Fabrikam Inc · fabrikam.com
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
             In the ledger: Contoso Ltd (K-1001)
             Asked by: Mei, Mar 31, 2025, 10:01 AM
             [I did it by hand] [It could not be done]
        Bot changes: R-1: resume Fabrikam Inc
             Holds lifted; service waits to be brought back by hand.
             Microsoft 365 E3: waits for somebody to do it by hand. The desk has no access to Partner Center. An administrator can set it up; until then this is done in the portal.
             …
        Mei: [I did it by hand]
        Bot changes: R-1: resume Fabrikam Inc
             1 of 1 back in service, 1 of them by hand and not confirmed by Partner Center.
             Microsoft 365 E3: done by Mei, not confirmed by Partner Center
             Hold: non-payment
             At Partner Center: Fabrikam Inc · fabrikam.com
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
             In the ledger: Contoso Ltd (K-1001)
             Asked by: Mei, Mar 31, 2025, 10:01 AM
        Bot: R-1: resume Fabrikam Inc
             1 of 1 back in service, 1 of them by hand and not confirmed by Partner Center.
             Microsoft 365 E3: done by Mei, not confirmed by Partner Center
        Bot changes: R-1: resume Fabrikam Inc
             1 of 1 back in service, 1 of them by hand and not confirmed by Partner Center.
             Microsoft 365 E3: done by Mei, not confirmed by Partner Center
             …
        `,
      )
      assert.deepEqual(await holds(fabrikam), [])
      closed.length = 0
      office.operators['global']?.change(seats, { status: 'active' })
      await transcript(
        office,
        `
        (30 min pass)
        Bot changes for Mei: R-1: resume Fabrikam Inc
             1 of 1 back in service.
             Microsoft 365 E3: brought back by hand by Mei, confirmed by Partner Center Mar 31, 2025, 10:31 AM
             …
        Bot changes for Mei: R-1: resume Fabrikam Inc
             1 of 1 back in service.
             Microsoft 365 E3: brought back by hand by Mei, confirmed by Partner Center Mar 31, 2025, 10:31 AM
             …
        `,
      )
    })
  })
})
