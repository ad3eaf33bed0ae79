import assert from 'node:assert/strict'
import { creditKey } from '../../../domain/credit/credit-line.ts'
import type { Verdict } from '../../../domain/fraud/fraud-alert.ts'
import { fabrikam, ines, mei, rosa, wang } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from '../fraud/a-fraud-office.ts'

const key = creditKey('global', fabrikam)

describe('credit after a verdict', () => {
  it('of fraud: new orders are on hold, once, and only a fraud lead lifts it with a second person', async () => {
    const { office, raise } = await aFraudOffice()
    await raise()
    await transcript(
      office,
      `
      Rosa: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Rosa: [Give the verdict] verdict=1; words=Stolen card.
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Stolen card.
           …
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Bot to Wang: New orders of Fabrikam Inc are on hold
           By the verdict on F-1. It takes a second person, a fraud lead, to lift it; to be looked at again on Apr 3, 2025.
           It is a note of ours: the desk cannot block orders at Partner Center. Tell whoever places orders; what is bought meanwhile is reported as a suspicious purchase.
           [Fabrikam Inc]
      Mei: credit fabrikam
      Bot: Credit of Fabrikam Inc
           No limit was decided for this customer.
           Unknown: what is open; no ledger account is matched to this customer.
           Unknown: the Azure use of this month; the desk has no access to this operator.
           Unknown: licences since the operator’s last bill (1 subscription); neither the operator’s bills nor the ledger tell a price.
           Unknown: what we must keep paying until terms end (1 subscription); nobody says until when the term runs.
           What is unknown counts as unknown, never as zero. Sums of different currencies are never added.
           New orders are on hold
           Since Mar 31, 2025, 10:00 AM by the verdict on F-1 (Rosa): Stolen card.
           It is a note of ours: the desk cannot block orders at Partner Center. Tell whoever places orders; what is bought meanwhile is reported as a suspicious purchase.
           To be looked at again on Apr 3, 2025
           …
      Mei: credit release fabrikam because they paid
      Bot: CL-1: take orders of Fabrikam Inc again
           …
      Bot to Ines: CL-1: take orders of Fabrikam Inc again
           …
      Bot to Rosa: CL-1: take orders of Fabrikam Inc again
           …
      Ines: [Take orders again]
      Bot changes: CL-1: take orders of Fabrikam Inc again
           Approved by Ines; new orders are taken again.
           …
      Bot to Mei: CL-1: take orders of Fabrikam Inc again
           …
      Bot changes for Mei: CL-1: take orders of Fabrikam Inc again
           …
      Bot changes for Rosa: CL-1: take orders of Fabrikam Inc again
           …
      `,
    )
    const line = (await office.store.get('credit-line', key))?.value
    assert.deepEqual(line?.holds, [])
  })

  it('of legitimate: what the alerts before it had placed is proposed to be lifted, and nothing else', async () => {
    const { office, raise } = await aFraudOffice()
    const { alerts, credit } = office.desk
    await raise()
    await decide('F-1', 'fraud')
    await credit.hold(fabrikam, 'Two payments bounced.', mei)
    await office.pass(3_600_000)
    await raise({ lastSeenAt: office.now() })
    await decide('F-2', 'legitimate')
    await office.pass(0)
    const proposed = (await office.store.get('credit-change', 'CL-1'))?.value
    assert(proposed?.status === 'pending' && proposed.change.kind === 'release')
    assert.deepEqual(
      [proposed.askedBy, proposed.because, proposed.change.holds.map(({ id }) => id)],
      ['rosa', 'So it is.', ['F-1']],
    )
    // Nothing is lifted before a second person of the role says so.
    assert.equal((await office.store.get('credit-line', key))?.value.holds.length, 2)
    for (const by of [rosa, wang, mei]) assert(!(await credit.approve({ case: 'CL-1', version: 1 }, by)).ok, by.id)
    assert((await credit.approve({ case: 'CL-1', version: 1 }, ines)).ok)
    const left = (await office.store.get('credit-line', key))?.value.holds
    assert.deepEqual(
      left?.map(({ alert, by }) => [alert, by]),
      [[null, 'mei']],
    )

    async function decide(id: string, verdict: Verdict) {
      const version = (await office.store.get('fraud-alert', id))?.version ?? 0
      const outcome = await alerts.decide(
        { case: id, version },
        { verdict, because: 'So it is.', asIgnore: false },
        rosa,
      )
      assert(outcome.ok, JSON.stringify(outcome))
      await office.pass(0)
    }
  })

  it('is placed once, however often it is followed, and not for a test, nor for what is ignored', async () => {
    const { office, raise } = await aFraudOffice()
    const decide = async (id: string, verdict: Verdict) => {
      const version = (await office.store.get('fraud-alert', id))?.version ?? 0
      assert(
        (await office.desk.alerts.decide({ case: id, version }, { verdict, because: 'So.', asIgnore: false }, rosa)).ok,
      )
      await office.pass(0)
    }
    await raise({ isTest: true })
    await decide('F-1', 'fraud')
    await raise({ id: 'alert-2', type: 'anotherType' })
    await decide('F-2', 'ignore')
    assert.equal(await office.store.get('credit-line', key), null)
    await raise({ id: 'alert-3', type: 'aThirdType' })
    await decide('F-3', 'misuse')
    const once = await office.store.get('credit-line', key)
    assert.deepEqual(
      once?.value.holds.map(({ id }) => id),
      ['F-3'],
    )
    const again = {
      id: 'again',
      order: { kind: 'follow-verdict', case: 'F-3' },
      dueAt: office.now(),
      attempts: 0,
    } as const
    await office.store.commit({ outbox: [again] })
    await office.desk.credit.followVerdict(again, again.order)
    assert.equal((await office.store.get('credit-line', key))?.version, once?.version)
  })
})
