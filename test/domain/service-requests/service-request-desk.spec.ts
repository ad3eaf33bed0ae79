import assert from 'node:assert/strict'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { TicketDraft } from '../../../domain/service-requests/open-ticket.ts'
import { noBasis } from '../../../domain/service-requests/service-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aFiledTicket,
  aLedger,
  anAccount,
  aPendingSuspension,
  aTicket,
  contoso,
  fabrikam,
  mei,
  minute,
  morning,
  otto,
  sam,
  seats,
} from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const text = 'The invoice shows 30 seats, the portal 25.'
const paper = { title: '', text, impact: null, tried: null, contact: null, inChinese: null }
const draft: TicketDraft = { customer: contoso, topic: 'billing', severity: 'moderate', ...paper, ...noBasis }
const at = (version: number) => ({ case: 'PD-1', version })

describe('the ticket desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const open = (changes: Partial<TicketDraft> = {}, by = mei) =>
    office.desk.tickets.open({ ...draft, ...changes }, by, here)

  it('hands a ticket over, with a number of our own from the first second', async () => {
    assert.deepEqual(await open({ text: `  ${text}\n` }), { ok: true, value: aTicket() })
    const [commit, ...more] = office.commits
    assert.deepEqual(more, [])
    assert.deepEqual(commit?.save, [{ kind: 'service-request', id: 'PD-1', value: aTicket(), basedOn: null }])
    assert.deepEqual(commit?.audit, [
      {
        at: morning,
        by: 'mei',
        what: 'ticket.opened',
        about: 'PD-1',
        lane: 'china',
        customer: contoso,
        details: {
          status: 'handed-over',
          topic: 'billing',
          severity: 'moderate',
          filing: 'by-hand',
          title: text,
          text,
          from: null,
        },
      },
    ])
    assert.deepEqual(
      commit?.outbox?.map(({ order }) => order),
      [{ kind: 'post-case', case: 'PD-1', askedIn: here }],
    )
    assert.deepEqual(await office.desk.tickets.waiting(), [aTicket()])
  })

  it('goes to the operator of the customer’s lane and to no other', async () => {
    const [first, second] = office.world.customers
    assert(first && second)
    office.world.customers = [{ ...first, lane: 'us-government' }, second, { ...second, tenantId: 'x' }]
    const outcome = await open()
    assert.equal(outcome.ok && outcome.value.lane, 'us-government')
  })

  it('is refused to who may not, about nobody, about whom no operator knows, and without words', async () => {
    office.world.ledger = aLedger({ accounts: [anAccount({ key: 'K-9' })], items: [], matches: [] })
    assert.deepEqual(await open({}, otto), refused({ code: 'not-allowed' }))
    assert.deepEqual(await open({ customer: 'nobody' }), refused({ code: 'unknown-customer' }))
    assert.deepEqual(await open({ customer: 'account:K-9' }), refused({ code: 'not-matched' }))
    assert.deepEqual(await open({ text: ' \n' }), refused({ code: 'words-needed' }))
    assert.deepEqual(office.commits, [])
  })

  it('keeps the operator’s number, who brought it, and when', async () => {
    await open()
    office.world.now = minute(30)
    const outcome = await office.desk.tickets.filed(at(1), ' 2503310001 ', sam)
    const filed = aFiledTicket({ filedBy: 'sam', filedAt: minute(30) })
    assert.deepEqual(outcome, granted(filed))
    assert.deepEqual(office.commits.at(-1)?.audit?.[0]?.details, {
      status: 'filed',
      topic: 'billing',
      severity: 'moderate',
      filing: 'by-hand',
      operatorNumber: '2503310001',
    })
    assert.deepEqual(
      office.commits.at(-1)?.outbox?.map(({ order }) => order),
      [{ kind: 'update-cards', case: 'PD-1' }],
    )
    // Filed is not answered.
    assert.deepEqual(await office.desk.tickets.waiting(), [filed])
  })

  it('may be let be, and is over then', async () => {
    await open()
    assert((await office.desk.tickets.notFiled(at(1), sam)).ok)
    assert.deepEqual(await office.audited('PD-1'), ['ticket.opened by mei', 'ticket.dropped by sam'])
    assert.deepEqual(await office.desk.tickets.waiting(), [])
    const outcome = await office.desk.tickets.filed(at(2), '2503310001', sam)
    assert(!outcome.ok && outcome.refusal.code === 'already-decided')
  })

  it('filed by two people at the same instant keeps one number', async () => {
    await open()
    const outcomes = await Promise.all([
      office.desk.tickets.filed(at(1), '2503310001', sam),
      office.desk.tickets.filed(at(1), '2503310002', mei),
    ])
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
  })

  it('keeps nothing of a case that is another customer’s', async () => {
    await office.store.commit({
      save: [{ kind: 'suspension', id: 'S-9', value: aPendingSuspension({ id: 'S-9' }), basedOn: null }],
    })
    const basis = { ...noBasis, from: 'S-9', subscriptions: [{ id: seats, name: 'Seats' }], correlationIds: ['c-1'] }
    const own = await open(basis)
    assert.deepEqual(own.ok && [own.value.from, own.value.subscriptions.length], ['S-9', 1])
    const others = await open({ ...basis, customer: fabrikam })
    assert.deepEqual(others.ok && [others.value.from, others.value.subscriptions, others.value.correlationIds], [
      null,
      [],
      [],
    ])
    const unknown = await open({ ...basis, from: 'S-10' })
    assert.equal(unknown.ok && unknown.value.from, null)
    const byHand = await open({ ...basis, from: null })
    assert.deepEqual(byHand.ok && byHand.value.correlationIds, ['c-1'])
  })

  it('fills in from a case and what is on record of it; from none, nothing', async () => {
    await office.store.commit({
      save: [{ kind: 'suspension', id: 'S-9', value: aPendingSuspension({ id: 'S-9' }), basedOn: null }],
      audit: [{ at: morning, by: 'mei', what: 'suspension.requested', about: 'S-9', customer: contoso }],
    })
    const filled = await office.desk.tickets.prefill('S-9')
    assert.deepEqual(filled?.basis.evidence, [{ at: morning, what: 'suspension.requested', about: 'S-9' }])
    assert.equal(await office.desk.tickets.prefill('S-10'), null)
    assert.equal(await office.desk.tickets.prefill('nothing'), null)
  })

  it('keeps on record all that the operator was given to read, but for whom it may ask back', async () => {
    await open({
      impact: 'Nobody can work.',
      tried: 'Restarted.',
      contact: 'mei@partner.example',
      inChinese: '席位不对。',
    })
    const details = office.commits.at(-1)?.audit?.[0]?.details
    assert.deepEqual(details, {
      status: 'handed-over',
      topic: 'billing',
      severity: 'moderate',
      filing: 'by-hand',
      title: text,
      text,
      impact: 'Nobody can work.',
      tried: 'Restarted.',
      inChinese: '席位不对。',
      from: null,
    })
  })

  it('about nothing says so', async () => {
    assert.deepEqual(await office.desk.tickets.filed(at(1), '2503310001', sam), refused({ code: 'not-found' }))
  })
})
