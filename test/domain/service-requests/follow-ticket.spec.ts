import assert from 'node:assert/strict'
import type { OperatorTicket } from '../../../domain/ports/operator-tickets.ts'
import { findCopy, isCopyOf, mirrorCopy } from '../../../domain/service-requests/follow-ticket.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { aFiledTicket, aTicket, minute } from '../../kit/builders.ts'
import { aChange, aCopy, aNote, aView } from './some-copies.ts'

const now = minute(60)
const look = (request: ServiceRequest, copy: OperatorTicket) => mirrorCopy(request, copy, now)
const deeds = (request: ServiceRequest, copy: OperatorTicket) => look(request, copy).map(({ deed }) => deed)
const after = (request: ServiceRequest, copy: OperatorTicket) => look(request, copy).at(-1)?.request ?? request
/** Filed, and seen open ten minutes in. */
const seen = (changes: Parameters<typeof aFiledTicket>[0] = {}) => aFiledTicket({ copy: aView(), ...changes })
const closedCopy = aCopy({ status: 'closed', modifiedAt: minute(50), closedAt: minute(49) })
const closed = () => {
  const request = after(seen(), closedCopy)
  assert(request.status === 'closed')
  return request
}

describe('the copy of a ticket at its operator', () => {
  for (const [title, is] of [
    ['[PD-14] Overcharged', true],
    ['Overcharged [pd-14]', true],
    ['RE: FW: [PD-14] Overcharged', true],
    ['[PD-142] Overcharged', false],
    ['[PD-1] Overcharged', false],
    ['PD-14 Overcharged', false],
    ['', false],
  ] as const)
    it(`${is ? 'is' : 'is not'} that of PD-14: ${JSON.stringify(title)}`, () =>
      assert.equal(isCopyOf(title, 'PD-14'), is))

  it('is found by our number in its title, and with it the ticket is filed', () => {
    assert.deepEqual(findCopy(aTicket(), [aCopy({ number: '1', title: 'Another' }), aCopy()], now), {
      request: aFiledTicket({ filedBy: null, filedAt: now }),
      deed: 'ticket.found',
    })
    const mailed = aFiledTicket({ operatorNumber: null, filing: 'mail', filedBy: null })
    assert.deepEqual(findCopy(mailed, [aCopy()], now)?.request, { ...mailed, operatorNumber: '2503310001' })
  })

  it('is none that the operator had before the ticket was opened: another desk’s, or this one’s before it was set up anew', () => {
    assert.equal(findCopy(aTicket(), [aCopy({ createdAt: minute(-61) })], now), null)
    assert.equal(findCopy(aTicket(), [aCopy({ createdAt: minute(-60) })], now)?.deed, 'ticket.found')
    assert.equal(findCopy(aTicket(), [aCopy({ createdAt: null })], now)?.deed, 'ticket.found')
  })

  it('is one, however often a list shows it', () =>
    assert.equal(findCopy(aTicket(), [aCopy(), aCopy()], now)?.deed, 'ticket.found'))

  it('found several times is for a person to choose, once', () => {
    const both = [aCopy({ number: '2503310002' }), aCopy()]
    const found = findCopy(aTicket(), both, now)
    const question = { about: 'several', asked: 1, at: now } as const
    const several = ['2503310001', '2503310002']
    assert.deepEqual(found, { request: aTicket({ several, question }), deed: 'ticket.found-several' })
    assert(found)
    assert.equal(findCopy(found.request, both.toReversed(), minute(61)), null)
    assert.deepEqual(findCopy(found.request, [...both, aCopy({ number: '3' })], minute(61))?.request.several, [
      ...several,
      '3',
    ])
    assert.equal(findCopy(found.request, [aCopy()], minute(61))?.deed, 'ticket.found')
  })

  it('is not looked for where its number is known, or the ticket is over', () => {
    assert.equal(findCopy(aFiledTicket(), [aCopy({ number: '2' })], now), null)
    assert.equal(findCopy(closed(), [aCopy({ number: '2' })], now), null)
    assert.equal(findCopy(aTicket(), [], now), null)
  })
})

describe('a look at the operator’s copy', () => {
  it('tells nothing at first but that it was seen, and no more asks where it is', () => {
    const request = aFiledTicket({ question: { about: 'not-visible', asked: 1, at: minute(30) } })
    assert.deepEqual(look(request, aCopy()), [
      { request: aFiledTicket({ copy: aView({ seenAt: now }) }), deed: 'ticket.read' },
    ])
  })

  it('tells nothing where nothing is new, and the copy stays as it was seen first', () =>
    assert.deepEqual(look(seen(), aCopy()), []))

  it('remembers what it saw where there is nothing to tell, so that it need not be read again', () => {
    const copy = aView({ modifiedAt: minute(20), seenAt: now })
    assert.deepEqual(look(seen(), aCopy({ modifiedAt: minute(20) })), [
      { request: seen({ copy }), deed: 'ticket.read' },
    ])
  })

  it('hears each note by itself, once, and never our own', () => {
    const notes = [aNote('Hello.', 20), aNote('Any news?\n(PD-1/1)', 21), aNote('Solved.', 22)]
    const copy = aCopy({ modifiedAt: minute(22), notes })
    const steps = look(seen({ changes: [aChange()] }), copy)
    assert.deepEqual(
      steps.map(({ deed, note, request }) => [deed, note, request.heard.length]),
      [
        ['ticket.heard', notes[0], 1],
        ['ticket.heard', notes[2], 2],
      ],
    )
    assert.deepEqual(deeds(after(seen({ changes: [aChange()] }), copy), copy), [])
    // The copy was not seen like this before the last was told.
    assert.deepEqual(
      steps.map(({ request }) => request.copy?.modifiedAt),
      [minute(10), minute(22)],
    )
  })

  it('interrupted after any step, goes on with the next', () => {
    const copy = aCopy({
      status: 'closed',
      severity: 'critical',
      modifiedAt: minute(22),
      notes: [aNote('One.', 20), aNote('Two.', 21)],
    })
    const whole = look(seen(), copy)
    assert.deepEqual(
      whole.map(({ deed }) => deed),
      ['ticket.heard', 'ticket.heard', 'ticket.severity-seen', 'ticket.closed-there'],
    )
    whole.forEach(({ request }, at) => assert.deepEqual(look(request, copy), whole.slice(at + 1)))
  })

  it('takes another’s mark for the operator’s words', () =>
    assert.deepEqual(deeds(seen(), aCopy({ notes: [aNote('As in (PD-14/1)')] })), ['ticket.heard']))

  it('takes our mark for ours at the end of a note only', () =>
    assert.deepEqual(deeds(seen(), aCopy({ notes: [aNote('You wrote “Any news? (PD-1/1)”: not yet.')] })), [
      'ticket.heard',
    ]))

  it('hears an answer that quotes our note down to its mark, and not the note as the operator shows it', () => {
    const request = seen({ changes: [aChange()] })
    const answer = aNote('It was credited.\n\n> Any news?\n> (PD-1/1)', 22)
    const notes = [aNote('Any  news\n\n(PD-1/1)', 21), answer]
    assert.deepEqual(after(request, aCopy({ modifiedAt: minute(22), notes })).heard, [answer])
  })

  for (const result of [
    { state: 'refused', at: minute(18), code: 'unreachable', words: null },
    { state: 'by-hand' },
  ] as const)
    it(`shows that a note of ours is there, though it was ${result.state}`, () => {
      const request = seen({ changes: [aChange({ result })] })
      const copy = aCopy({ modifiedAt: minute(22), notes: [aNote('Any news?\n(PD-1/1)', 21)] })
      assert.deepEqual(
        look(request, copy).map(({ deed, change }) => [deed, change]),
        [['ticket.change-done', 1]],
      )
      assert.deepEqual(after(request, copy).changes, [aChange({ result: { state: 'done', at: now } })])
      assert.deepEqual(deeds(after(request, copy), copy), [])
    })

  it('keeps the beginning of a note of a hundred thousand characters, and hears it once', () => {
    const copy = aCopy({ modifiedAt: minute(22), notes: [aNote('😀'.repeat(50_000), 22)] })
    const request = after(seen(), copy)
    const [note] = request.heard
    assert.equal(note?.text.length, 7_999)
    assert.equal(note.text.endsWith('😀…') && note.text.isWellFormed(), true)
    assert.deepEqual(deeds(request, { ...copy, modifiedAt: minute(23) }), ['ticket.read'])
  })

  describe('at more than fifty notes', () => {
    const many = (count: number, dated = true) =>
      Array.from({ length: count }, (_, at) => ({ ...aNote(`No. ${at}`, at), ...(dated ? {} : { at: null }) }))
    for (const dated of [true, false])
      it(`keeps the newest, tells the last ten, and none twice${dated ? '' : ', though the operator gives no dates'}`, () => {
        const notes = many(60, dated)
        const steps = look(seen(), aCopy({ modifiedAt: minute(60), notes }))
        assert.deepEqual(
          steps.map(({ note }) => note),
          notes.slice(-10),
        )
        const request = after(seen(), aCopy({ modifiedAt: minute(60), notes }))
        assert.deepEqual(request.heard, notes.slice(-50))
        assert.deepEqual(look(request, aCopy({ modifiedAt: minute(60), notes })), [])
        const more = [...notes, aNote('News', 61)]
        assert.deepEqual(
          look(request, aCopy({ modifiedAt: minute(61), notes: more })).map(({ note }) => note?.text),
          ['News'],
        )
      })

    it('hears one that comes with an older date than the newest', () => {
      const request = seen({ heard: many(50) })
      const late = { ...aNote('From another clock', 40), by: 'Bob' }
      assert.deepEqual(
        look(request, aCopy({ notes: [...many(50), late] })).map(({ note }) => note),
        [late],
      )
    })
  })

  it('shows the operator’s severity, but not while ours is owed', () => {
    const copy = aCopy({ severity: 'critical', modifiedAt: minute(20) })
    assert.deepEqual(deeds(seen(), copy), ['ticket.severity-seen'])
    assert.equal(after(seen(), copy).severity, 'critical')
    const wanted = { change: 'severity', severity: 'minimal' } as const
    const asking = seen({ severity: 'minimal', changes: [aChange({ wanted })] })
    assert.equal(after(asking, copy).severity, 'minimal')
    assert.deepEqual(deeds(asking, copy), ['ticket.read'])
    assert.equal(after(seen(), aCopy({ severity: 'unknown' })).severity, 'moderate')
  })

  it('tells each time the operator waits for us, and asks no more about its silence', () => {
    const waits = aCopy({ status: 'attention-needed', modifiedAt: minute(20) })
    const request = seen({ question: { about: 'silence', asked: 1, at: minute(15) } })
    const first = after(request, waits)
    assert.deepEqual(deeds(request, waits), ['ticket.attention-needed'])
    assert.equal(first.question, null)
    assert.deepEqual(deeds(first, waits), [])
    const goesOn = after(first, aCopy({ modifiedAt: minute(30) }))
    assert.deepEqual(deeds(goesOn, { ...waits, modifiedAt: minute(40) }), ['ticket.attention-needed'])
  })

  describe('that is closed', () => {
    it('ends the ticket, whoever closed it there', () => {
      const { status, closedBy, closedAt, answer, question } = closed()
      assert.deepEqual([status, closedBy, closedAt, answer, question], ['closed', null, minute(49), null, null])
      assert.deepEqual(deeds(aFiledTicket(), closedCopy), ['ticket.closed-there'])
    })

    it('is closed by whoever asked for it, and owes it no more', () => {
      const request = after(seen({ changes: [aChange({ wanted: { change: 'close' } })] }), closedCopy)
      assert(request.status === 'closed')
      assert.equal(request.closedBy, 'sam')
      assert.deepEqual(request.changes[0]?.result, { state: 'done', at: now })
    })

    it('leaves a note that is owed to be answered for', () =>
      assert.deepEqual(after(seen({ changes: [aChange()] }), closedCopy).changes, [aChange()]))

    it('is not closed again at once where we opened it again, but once it was open there', () => {
      const { closedBy: _by, closedAt: _at, answer: _answer, ...rest } = closed()
      const reopened = { ...rest, status: 'filed' } as const
      assert.deepEqual(deeds(reopened, closedCopy), [])
      const open = after(reopened, aCopy({ modifiedAt: minute(55) }))
      assert.equal(open.status, 'filed')
      assert.deepEqual(deeds(open, { ...closedCopy, modifiedAt: minute(58) }), ['ticket.closed-there'])
    })

    it('the second time is not laid to whoever closed it the first time', () => {
      const done = aChange({ wanted: { change: 'close' }, result: { state: 'done', at: minute(16) } })
      const request = seen({ changes: [done], copy: aView({ seenAt: minute(30) }) })
      const again = after(request, closedCopy)
      assert.equal(again.status === 'closed' && again.closedBy, null)
    })

    it('and opened again there, is open here', () => {
      const open = aCopy({ modifiedAt: minute(55) })
      assert.deepEqual(deeds(closed(), open), ['ticket.reopened-there'])
      assert.deepEqual(after(closed(), open), {
        ...seen({ copy: aView({ modifiedAt: minute(55), seenAt: now }), waitsSince: now }),
      })
      assert.deepEqual(deeds(closed(), { ...open, status: 'attention-needed' }), ['ticket.reopened-there'])
    })

    it('is not open again because the operator names no status', () => {
      const request = after(closed(), aCopy({ status: 'unknown', modifiedAt: minute(55) }))
      assert.equal(request.status, 'closed')
      assert.equal(request.copy?.status, 'closed')
    })
  })
})
