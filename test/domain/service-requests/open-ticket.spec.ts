import assert from 'node:assert/strict'
import { openTicket, reviseTicket, type TicketDraft } from '../../../domain/service-requests/open-ticket.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { refused } from '../../../domain/shared/outcome.ts'
import { aCustomer, aFiledTicket, anOperatorCustomer, aTicket, mei, morning, otto, sam } from '../../kit/builders.ts'
import { draft } from './a-ticket-desk.ts'

const facts = { id: 'PD-1', by: mei, customer: aCustomer(), filing: 'by-hand', now: morning } as const
const open = (changes: Partial<TicketDraft> = {}, more: Partial<Parameters<typeof openTicket>[1]> = {}) =>
  openTicket({ ...draft, ...changes }, { ...facts, ...more })
const titleOf = (changes: Partial<TicketDraft>) => {
  const outcome = open(changes)
  return outcome.ok && outcome.value.title
}

describe('a ticket that is opened', () => {
  for (const filing of ['mail', 'by-hand'] as const)
    it(`by ${filing} ${filing === 'mail' ? 'is owed to its mailbox' : 'waits to be filed'}`, () => {
      const outcome = open({}, { filing })
      assert(outcome.ok)
      assert.deepEqual(
        [outcome.value.status, outcome.value.filing],
        [filing === 'mail' ? 'sending' : 'handed-over', filing],
      )
    })

  for (const lane of ['global', 'us-government', 'china'] as const)
    it(`goes to the operator of the customer’s lane: ${lane}`, () => {
      const outcome = open({}, { customer: aCustomer({ operator: anOperatorCustomer({ lane }) }) })
      assert.equal(outcome.ok && outcome.value.lane, lane)
    })

  it('is refused to who may not, about nobody, about whom no operator knows, and without words', () => {
    assert.deepEqual(open({}, { by: otto }), refused({ code: 'not-allowed' }))
    assert.deepEqual(open({}, { customer: null }), refused({ code: 'unknown-customer' }))
    assert.deepEqual(open({}, { customer: aCustomer({ operator: null }) }), refused({ code: 'not-matched' }))
    assert.deepEqual(open({ text: ' \n', inChinese: ' ' }), refused({ code: 'words-needed' }))
  })

  for (const [about, changes, title] of [
    ['its own', { title: ' Seats \n wrong ' }, 'Seats wrong'],
    ['the first line of its text', { title: ' ', text: 'Seats wrong.\nSince Monday.' }, 'Seats wrong.'],
    ['the first line of its Chinese', { title: '', text: '', inChinese: '席位数不对。\n自周一起。' }, '席位数不对。'],
    ['a hundred and twenty characters', { title: 'x'.repeat(200) }, 'x'.repeat(120)],
    ['whole characters', { title: `${'x'.repeat(119)}😀😀` }, `${'x'.repeat(119)}😀`],
  ] as const)
    it(`is called by ${about}`, () => assert.equal(titleOf(changes), title))

  it('keeps eight thousand characters, and says nothing where nothing was said', () => {
    const outcome = open({ text: '字'.repeat(8000), impact: ' ', tried: ' Restarted. ' })
    assert(outcome.ok)
    assert.deepEqual([outcome.value.text.length, outcome.value.impact, outcome.value.tried], [8000, null, 'Restarted.'])
  })
})

describe('a ticket that is written anew', () => {
  const revise = (request: ServiceRequest, by = sam) =>
    reviseTicket(request, { ...draft, severity: 'critical' }, { by })

  it('is another paper for the same matter', () => {
    const outcome = revise(aTicket({ correlationIds: ['c-1'] }))
    assert(outcome.ok)
    const { title, text } = draft
    assert.deepEqual(outcome.value, aTicket({ correlationIds: ['c-1'], title, text, severity: 'critical' }))
  })

  it('has not left yet, and is for who may', () => {
    const { mailRefused: _, ...opened } = aTicket()
    for (const request of [aFiledTicket(), { ...opened, status: 'sending' } as const])
      assert.deepEqual(revise(request), refused({ code: 'left-already', request }))
    assert.deepEqual(revise(aTicket(), otto), refused({ code: 'not-allowed' }))
    assert.deepEqual(reviseTicket(aTicket(), { ...draft, text: '' }, { by: sam }), refused({ code: 'words-needed' }))
  })
})
