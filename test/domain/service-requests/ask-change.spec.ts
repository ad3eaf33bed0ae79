import assert from 'node:assert/strict'
import { askChange, isOurs, noteText, roadOf } from '../../../domain/service-requests/ask-change.ts'
import type { AskedChange, ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { aFiledTicket, aTicket, minute, otto, sam } from '../../kit/builders.ts'
import { aChange, aView } from './some-copies.ts'

const ask = (request: ServiceRequest, wanted: AskedChange['wanted'], road: AskedChange['road'] = 'api', by = sam) =>
  askChange(request, { wanted, road, by, intent: 'intent-1', now: minute(15) })
const note = { change: 'note', text: ' Any news?\n' } as const
const close = { change: 'close' } as const

describe('something asked of the operator', () => {
  it('is a note, owed by the road it takes', () => {
    for (const road of ['api', 'mail'] as const)
      assert.deepEqual(ask(aFiledTicket(), note, road), granted(aFiledTicket({ changes: [aChange({ road })] })))
    const byHand = aChange({ road: 'by-hand', result: { state: 'by-hand' } })
    assert.deepEqual(ask(aFiledTicket(), note, 'by-hand'), granted(aFiledTicket({ changes: [byHand] })))
  })

  it('is numbered on', () => {
    const outcome = ask(aFiledTicket({ changes: [aChange()] }), note)
    assert.deepEqual(outcome.ok && outcome.value.changes.map(({ number }) => number), [1, 2])
  })

  it('is another severity, which the ticket has from then on', () => {
    const wanted = { change: 'severity', severity: 'critical' } as const
    const request = aFiledTicket({ severity: 'critical', changes: [aChange({ wanted })] })
    assert.deepEqual(ask(aFiledTicket(), wanted), granted(request))
    assert.deepEqual(ask(request, wanted), refused({ code: 'same-severity', request }))
  })

  it('is the end, asked for once where the operator closes it, and at once where nobody can look', () => {
    const request = aFiledTicket({ changes: [aChange({ wanted: close })] })
    assert.deepEqual(ask(aFiledTicket(), close), granted(request))
    assert.deepEqual(ask(request, close), refused({ code: 'asked-already', request }))
    const end = { status: 'closed', closedBy: 'sam', closedAt: minute(15), answer: null, question: null } as const
    for (const road of ['mail', 'by-hand'] as const)
      assert.deepEqual(ask(aFiledTicket(), close, road), granted({ ...aFiledTicket(), ...end }))
  })

  it('may be the end again, where the operator would not close it the first time', () => {
    const result = { state: 'refused', at: minute(14), code: '2001', words: null } as const
    assert.equal(ask(aFiledTicket({ changes: [aChange({ wanted: close, result })] }), close).ok, true)
  })

  it('needs words, a ticket that has left and is not over, and somebody who may', () => {
    const over = { ...aFiledTicket(), status: 'closed', closedBy: null, closedAt: minute(9), answer: null } as const
    assert.deepEqual(ask(aFiledTicket(), { change: 'note', text: ' \n' }), refused({ code: 'words-needed' }))
    assert.deepEqual(ask(aTicket(), note), refused({ code: 'not-filed-yet', request: aTicket() }))
    assert.deepEqual(ask(over, note), refused({ code: 'already-decided', request: over }))
    assert.deepEqual(ask(aFiledTicket(), note, 'api', otto), refused({ code: 'not-allowed' }))
  })
})

describe('the road to the operator', () => {
  const reads = { reads: true, mailbox: false }
  const both = { reads: true, mailbox: true }
  const mail = { reads: false, mailbox: true }
  const none = { reads: false, mailbox: false }
  const mailed = aFiledTicket({ filing: 'mail', operatorNumber: null })
  for (const [about, request, has, road] of [
    ['seen there', aFiledTicket({ copy: aView() }), reads, 'api'],
    ['mailed, and seen there', { ...mailed, copy: aView() }, both, 'api'],
    ['mailed, and not seen there', mailed, both, 'mail'],
    ['mailed', mailed, mail, 'mail'],
    ['mailed to a mailbox that is no more', mailed, none, 'by-hand'],
    ['filed by hand, though there is a mailbox now', aFiledTicket(), mail, 'by-hand'],
    ['of a known number, not seen yet', aFiledTicket(), reads, 'api'],
    ['of an unknown number', aFiledTicket({ operatorNumber: null }), reads, 'by-hand'],
    ['filed where nobody can read', aFiledTicket({ copy: aView() }), none, 'by-hand'],
  ] as const)
    it(`for a ticket ${about} is ${road}`, () => assert.equal(roadOf(request, has), road))
})

describe('our mark on a note', () => {
  it('tells it from the operator’s, and from our other notes and tickets', () => {
    const text = noteText('PD-1', aChange({ number: 12 }))
    assert.equal(text, 'Any news?\n(PD-1/12)')
    for (const [ticket, number, is] of [
      ['PD-1', 12, true],
      ['PD-1', 1, false],
      ['PD-1', 2, false],
      ['PD-12', 12, false],
    ] as const)
      assert.equal(isOurs(text, ticket, number), is)
    assert.equal(isOurs(`${text} \r\n`, 'PD-1', 12), true)
    assert.equal(isOurs(`${text} was answered`, 'PD-1', 12), false)
  })
})
