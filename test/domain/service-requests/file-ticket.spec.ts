import assert from 'node:assert/strict'
import {
  asOperatorNumber,
  dropTicket,
  fileTicket,
  recordAnswer,
  reopenTicket,
} from '../../../domain/service-requests/file-ticket.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { aFiledTicket, aTicket, mei, minute, otto, sam } from '../../kit/builders.ts'
import { aChange, aNote, aView } from './some-copies.ts'

const file = (request: ServiceRequest, number: string | null, by: Staff = sam) =>
  fileTicket(request, { number, by, now: minute(9), taken: null })
const drop = (request: ServiceRequest, by: Staff = sam) => dropTicket(request, { by, now: minute(9) })
const filed = (operatorNumber: string | null) => aFiledTicket({ operatorNumber, filedBy: 'sam', filedAt: minute(9) })

describe('a ticket that was filed by hand', () => {
  for (const [said, number] of [
    ['2503310001', '2503310001'],
    ['  2503310001\n', '2503310001'],
    ['TrackingID-250331', 'TrackingID-250331'],
    ['工单2025', '工单2025'],
    ['1234', '1234'],
    ['9'.repeat(40), '9'.repeat(40)],
  ] as const)
    it(`keeps the number as the portal shows it: ${JSON.stringify(said)}`, () =>
      assert.deepEqual(file(aTicket(), said), granted(filed(number))))

  for (const said of [
    '123',
    '9'.repeat(41),
    '-1234',
    '12 34',
    '12#34',
    'https://portal/1234',
    '<b>1234</b>',
    'unknown',
  ])
    it(`${JSON.stringify(said)} is no number`, () =>
      assert.deepEqual(file(aTicket(), said), refused({ code: 'number-needed', lane: 'china' })))

  for (const said of [null, '', '   '])
    it(`may be filed under a number that nobody knows yet: ${JSON.stringify(said)}`, () => {
      assert.deepEqual(file(aTicket(), said), granted(filed(null)))
      assert.deepEqual(file(filed(null), said), refused({ code: 'number-needed', lane: 'china' }))
    })

  it('gets its number later, and a wrong one is put right; who filed it, and when, stays', () => {
    const request = aFiledTicket({ operatorNumber: null, filedBy: 'mei', filedAt: minute(2) })
    const known = file(request, '2503310001')
    assert.deepEqual(known, granted({ ...request, operatorNumber: '2503310001' }))
    assert.deepEqual(known.ok && file(known.value, '2503310002'), granted({ ...request, operatorNumber: '2503310002' }))
  })

  it('answers what was asked of it, and forgets what was read under another number', () => {
    const question = { about: 'number', asked: 3, at: minute(8) } as const
    assert.deepEqual(file(aTicket({ question }), null), granted(filed(null)))
    assert.deepEqual(file(filed(null), null), refused({ code: 'number-needed', lane: 'china' }))
    const read = { copy: aView(), heard: [aNote('Hello.')], several: ['1', '2'], question }
    assert.deepEqual(file(aFiledTicket(read), '2503310002'), granted(aFiledTicket({ operatorNumber: '2503310002' })))
  })

  it('keeps what was asked of the operator, where its number was wrong', () => {
    const changes = [aChange()]
    const outcome = file(aFiledTicket({ changes, copy: aView() }), '2503310002')
    assert.deepEqual(outcome.ok && outcome.value.changes, changes)
  })

  it('under the number that it has already is nothing new', () => {
    const request = aFiledTicket({ heard: [aNote('Hello.')] })
    assert.deepEqual(file(request, ' 2503310001 '), refused({ code: 'already-decided', request }))
  })

  it('without a number leaves open which of several it is', () => {
    const several = { several: ['1', '2'], question: { about: 'several', asked: 1, at: minute(5) } } as const
    const outcome = file(aTicket(several), null)
    assert.deepEqual(outcome.ok && outcome.value.question, several.question)
    const picked = file(aTicket(several), '2503310001')
    assert.deepEqual(picked.ok && [picked.value.question, picked.value.several], [null, []])
  })

  it('is not let be any more', () => {
    const request = filed('2503310001')
    assert.deepEqual(drop(request), refused({ code: 'already-decided', request }))
  })

  it('is for who may file tickets', () => {
    assert.deepEqual(file(aTicket(), '2503310001', otto), refused({ code: 'not-allowed' }))
    assert.deepEqual(drop(aTicket(), otto), refused({ code: 'not-allowed' }))
    assert(file(aTicket(), '2503310001', mei).ok)
  })

  it('leaves behind why its mail was not taken', () => {
    const request = aTicket({ mailRefused: { code: '550', words: 'No such user here' } })
    assert.deepEqual(file(request, '2503310001'), granted(filed('2503310001')))
  })

  for (const lane of ['china', 'global'] as const)
    it(`has a number of its own: one of another ticket in ${lane} is refused, with that ticket`, () => {
      const facts = { number: '2503310001', by: sam, now: minute(9), taken: { id: 'PD-7', lane } }
      assert.deepEqual(fileTicket(aTicket(), facts), refused({ code: 'number-taken', by: 'PD-7', lane }))
    })
})

describe('a number of an operator', () => {
  for (const [said, global, china] of [
    ['700000000000123', '700000000000123', '700000000000123'],
    [' 12345678 ', '12345678', '12345678'],
    ['1234567', null, '1234567'],
    ['9'.repeat(20), '9'.repeat(20), '9'.repeat(20)],
    ['9'.repeat(21), null, '9'.repeat(21)],
    ['TrackingID-250331', null, 'TrackingID-250331'],
    ['７０００００００００００', null, null],
    ['PD-142', null, null],
    ['pd-1', null, null],
    ['', null, null],
  ] as const)
    it(`${JSON.stringify(said)} is ${global ?? 'none'} in global and ${china ?? 'none'} in china`, () => {
      assert.equal(asOperatorNumber(said, 'global'), global)
      assert.equal(asOperatorNumber(said, 'us-government'), global)
      assert.equal(asOperatorNumber(said, 'china'), china)
    })
})

describe('the answer of an operator', () => {
  const answer = (request: ServiceRequest, words: string, by: Staff = sam) =>
    recordAnswer(request, { answer: words, by, now: minute(90) })
  const ended = { status: 'closed', closedBy: 'sam', closedAt: minute(90), question: null } as const

  it('ends the ticket', () => {
    const request = aFiledTicket({ question: { about: 'answer', asked: 2, at: minute(80) } })
    assert.deepEqual(answer(request, ' Credited. \n'), granted({ ...aFiledTicket(), ...ended, answer: 'Credited.' }))
    assert.equal(answer(aFiledTicket({ operatorNumber: null }), 'Credited.').ok, true)
  })
  it('needs words, a ticket that was filed, and somebody who may', () => {
    assert.deepEqual(answer(aFiledTicket(), ' \n'), refused({ code: 'words-needed' }))
    assert.deepEqual(answer(aTicket(), 'Yes.'), refused({ code: 'already-decided', request: aTicket() }))
    assert.deepEqual(answer(aFiledTicket(), 'Yes.', otto), refused({ code: 'not-allowed' }))
  })
  it('of eight thousand characters is kept whole', () => {
    const long = '答'.repeat(8000)
    const outcome = answer(aFiledTicket(), long)
    assert.equal(outcome.ok && outcome.value.answer, long)
  })
})

describe('a ticket that is opened again', () => {
  const reopen = (request: ServiceRequest, by: Staff = sam) => reopenTicket(request, { by, now: minute(120) })
  const waitsSince = minute(120)

  it('waits anew: to be filed, or to be answered', () => {
    const { mailRefused: _, ...opened } = aTicket()
    const dropped = { ...opened, status: 'not-filed', endedBy: 'mei', endedAt: minute(60) } as const
    assert.deepEqual(reopen(dropped), granted(aTicket({ waitsSince })))
    const end = { status: 'closed', closedBy: null, closedAt: minute(60), answer: 'Credited.' } as const
    assert.deepEqual(reopen({ ...aFiledTicket(), ...end }), granted(aFiledTicket({ waitsSince })))
  })
  it('was over, and is opened by who may', () => {
    for (const request of [aTicket(), aFiledTicket()])
      assert.deepEqual(reopen(request), refused({ code: 'already-decided', request }))
    assert.deepEqual(reopen(aTicket(), otto), refused({ code: 'not-allowed' }))
  })
})

describe('a ticket that was not filed', () => {
  const { mailRefused: _, ...opened } = aTicket()
  const ended = { ...opened, status: 'not-filed', endedBy: 'sam', endedAt: minute(9) } as const
  it('says who let it be', () => assert.deepEqual(drop(aTicket()), granted(ended)))
  it('is over', () => {
    assert.deepEqual(file(ended, '2503310001'), refused({ code: 'already-decided', request: ended }))
    assert.deepEqual(drop(ended), refused({ code: 'already-decided', request: ended }))
  })
})
