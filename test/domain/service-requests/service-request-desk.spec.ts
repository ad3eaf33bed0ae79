import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import type { TicketDraft } from '../../../domain/service-requests/service-request-desk.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aLedger, anAccount, aTicket, contoso, mei, minute, morning, otto, sam } from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const text = 'The invoice shows 30 seats, the portal 25.'
const draft: TicketDraft = { customer: contoso, topic: 'billing', severity: 'moderate', text }
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
        details: { status: 'handed-over', topic: 'billing', severity: 'moderate' },
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
    const filed = { status: 'filed', operatorNumber: '2503310001', filedBy: 'sam', filedAt: minute(30) } as const
    assert.deepEqual(outcome, { ok: true, value: { ...aTicket(), ...filed } })
    assert.deepEqual(office.commits.at(-1)?.audit?.[0]?.details, {
      status: 'filed',
      topic: 'billing',
      severity: 'moderate',
      operatorNumber: '2503310001',
    })
    assert.deepEqual(
      office.commits.at(-1)?.outbox?.map(({ order }) => order),
      [{ kind: 'update-cards', case: 'PD-1' }],
    )
    assert.deepEqual(await office.desk.tickets.waiting(), [])
  })

  it('may be let be, and is over then', async () => {
    await open()
    assert((await office.desk.tickets.notFiled(at(1), sam)).ok)
    assert.deepEqual(await office.audited('PD-1'), ['ticket.opened by mei', 'ticket.dropped by sam'])
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

  it('about nothing says so', async () => {
    assert.deepEqual(await office.desk.tickets.filed(at(1), '2503310001', sam), refused({ code: 'not-found' }))
  })
})
