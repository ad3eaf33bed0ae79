import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import { operatorHours, usualTicketPatience } from '../../../domain/policy/ticket-patience.ts'
import { noHolidays } from '../../../domain/ports/holiday-calendar.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { questionDue } from '../../../domain/service-requests/ticket-questions.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { aCalendar, aFiledTicket, aTicket, minute } from '../../kit/builders.ts'
import { aChange, aNote, aView } from './some-copies.ts'

// Monday, 31 March 2025 in Shanghai; Friday, 4 April is a holiday of the partner's.
const calendar = aCalendar({ holidays: ['2025-04-04'] })
const on = (day: string, hour: string) => new Date(`${day}T${hour}+08:00`).toISOString() as Instant

const ask = (
  request: ServiceRequest,
  now: Instant,
  { followed = false, lane = 'global' }: { followed?: boolean; lane?: Lane } = {},
) =>
  questionDue(
    { ...request, lane },
    {
      now,
      followed,
      patience: usualTicketPatience,
      ours: { calendar, from: 540, to: 1020 },
      theirs: operatorHours(lane, 'Asia/Shanghai', noHolidays, now),
    },
  )

/** Every quarter of an hour until then, as it is asked: what, how often, and when. */
function asked(request: ServiceRequest, until: Instant, how: Parameters<typeof ask>[2] = {}): readonly string[] {
  const told: string[] = []
  let current = request
  for (let now = request.openedAt; now < until; now = new Date(Date.parse(now) + 900_000).toISOString() as Instant) {
    const question = ask(current, now, how)
    if (question === null) continue
    current = { ...current, question }
    const at = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(5, 16)
    told.push(`${question.about} ${question.asked} ${at}`)
  }
  return told
}

const week = on('2025-04-08', '00:00')
const filed = (changes: Parameters<typeof aFiledTicket>[0] = {}) => aFiledTicket({ filedAt: minute(0), ...changes })

describe('what whoever opened a ticket is asked', () => {
  it('was it filed: each working day, when work begins, until somebody says', () =>
    assert.deepEqual(asked(aTicket(), week), [
      'number 1 04-01T09:00',
      'number 2 04-02T09:00',
      'number 3 04-03T09:00',
      'number 4 04-07T09:00',
    ]))

  it('the same once it is filed under a number that nobody knows', () =>
    assert.deepEqual(asked(filed({ operatorNumber: null }), on('2025-04-02', '12:00')), [
      'number 1 04-01T09:00',
      'number 2 04-02T09:00',
    ]))

  for (const [severity, told] of [
    ['critical', ['answer 1 04-01T09:00', 'answer 2 04-02T09:00', 'answer 3 04-03T09:00', 'answer 4 04-07T09:00']],
    ['moderate', ['answer 1 04-02T09:00', 'answer 2 04-07T09:00']],
    ['minimal', ['answer 1 04-08T09:00']],
  ] as const)
    it(`whether a ${severity} one was answered, where nobody can look`, () => {
      assert.deepEqual(asked(filed({ severity }), on('2025-04-08', '12:00')).slice(0, told.length), told)
      // The mailbox's people may have filed it where the desk does not see it.
      for (const followed of [true, false]) {
        const mailed = filed({ severity, operatorNumber: null, filing: 'mail' })
        assert.deepEqual(asked(mailed, on('2025-04-08', '12:00'), { followed }).slice(0, told.length), told)
      }
    })

  it('that the desk cannot see it: an hour after it was filed, once', () => {
    for (const operatorNumber of [null, '700000000000123'])
      assert.deepEqual(asked(filed({ operatorNumber }), week, { followed: true }), ['not-visible 1 03-31T11:00'])
    assert.deepEqual(asked(filed({ filing: 'mail' }), week, { followed: true }), ['not-visible 1 03-31T11:00'])
  })

  it('which of several counts, is not asked again', () => {
    const question = { about: 'several', asked: 1, at: minute(1) } as const
    assert.deepEqual(asked(aTicket({ question }), week), [])
  })

  it('nothing of one that is over, or whose mail has not left', () => {
    const { mailRefused: _, ...opened } = aTicket()
    assert.deepEqual(asked({ ...opened, status: 'sending' }, week), [])
    assert.deepEqual(asked({ ...opened, status: 'not-filed', endedBy: 'mei', endedAt: minute(1) }, week), [])
    const end = { status: 'closed', closedBy: 'mei', closedAt: minute(1), answer: null } as const
    assert.deepEqual(asked({ ...filed(), ...end }, week), [])
  })

  it('nothing at once where it was opened again, or handed over late', () => {
    const waitsSince = on('2025-04-02', '10:00')
    assert.deepEqual(asked(aTicket({ waitsSince }), on('2025-04-07', '00:00')), ['number 1 04-03T09:00'])
    assert.deepEqual(asked(filed({ waitsSince, severity: 'critical' }), on('2025-04-07', '00:00')), [
      'answer 1 04-03T09:00',
    ])
  })

  it('on a working day: what fell due on Friday’s holiday is asked on Monday', () =>
    assert.deepEqual(asked(aTicket({ openedAt: on('2025-04-03', '16:45') }), week), ['number 1 04-07T09:00']))

  it('and in working hours', () => {
    assert.equal(ask(aTicket(), on('2025-04-01', '08:59')), null)
    assert.equal(ask(aTicket(), on('2025-04-01', '09:00'))?.about, 'number')
    assert.equal(ask(aTicket(), on('2025-04-01', '16:59'))?.about, 'number')
    assert.equal(ask(aTicket(), on('2025-04-01', '17:00')), null)
  })
})

describe('an operator that is silent', () => {
  const followed = { followed: true }
  const visible = (changes: Parameters<typeof filed>[0] = {}) => filed({ copy: aView(), ...changes })

  for (const [severity, told] of [
    ['critical', 'silence 1 03-31T12:00'],
    ['moderate', 'silence 1 03-31T14:00'],
    // Seven of its eight hours are over with Monday.
    ['minimal', 'silence 1 04-01T10:00'],
  ] as const)
    it(`for longer than it says of ${severity} ones is told once`, () =>
      assert.deepEqual(asked(visible({ severity }), week, followed), [told]))

  it('is not late at a weekend: Friday afternoon’s is told on Monday', () => {
    const filedAt = on('2025-04-11', '16:00')
    const request = visible({ severity: 'critical', openedAt: filedAt, filedAt })
    assert.deepEqual(asked(request, on('2025-04-19', '00:00'), followed), ['silence 1 04-14T10:00'])
  })

  it('is measured from our last word, and not where the last word is its own', () => {
    const note = aChange({ at: on('2025-04-01', '10:00') })
    assert.deepEqual(asked(visible({ changes: [note] }), week, followed), ['silence 1 04-01T14:00'])
    assert.deepEqual(asked(visible({ heard: [aNote('We look into it.')] }), week, followed), [])
    assert.deepEqual(asked(visible({ heard: [aNote('We look.')], changes: [note] }), week, followed), [
      'silence 1 04-01T14:00',
    ])
    assert.deepEqual(asked(visible({ copy: aView({ status: 'attention-needed' }) }), week, followed), [])
  })

  it('is never late at 21Vianet, which promises nothing', () =>
    assert.deepEqual(asked(visible(), week, { followed: true, lane: 'china' }), []))
})
