import assert from 'node:assert/strict'
import { coverOf, isInForce } from '../../../domain/agreements/in-force.ts'
import { judgeAgreement } from '../../../domain/agreements/judge-agreement.ts'
import { lookAt } from '../../../domain/agreements/standing-under.ts'
import { remaining } from '../../../domain/suspension/obstacles.ts'
import { behindUnpaidLines } from '../../../domain/suspension/scope.ts'
import { aDispute, anExemption, aPromise } from '../../kit/agreements.ts'
import { aCalendar, anInvoice, aPolicy, cny, minute, owing, phones, seats } from '../../kit/builders.ts'

describe('what counts of an agreement', () => {
  it('a promise that was kept counts until its day is over', () => {
    const kept = aPromise({ state: { status: 'kept', at: minute(0), paid: 4_820_000, asOf: '2025-04-01' } })
    const on = (day: '2025-04-04' | '2025-04-05') =>
      isInForce(kept, lookAt(day, { asOf: day, toldUntil: day }, [], aPolicy()))
    assert.deepEqual([on('2025-04-04'), on('2025-04-05')], [true, false])
  })

  it('an amount pays the oldest debt first, and nothing that was disputed', () => {
    const debt = [
      { key: 'a', left: 100, disputed: 80 },
      { key: 'b', left: 50 },
    ]
    assert.deepEqual(
      [...coverOf(debt, 40)],
      [
        ['a', 20],
        ['b', 20],
      ],
    )
  })

  it('nothing is broken on the day itself', () => {
    const looked = lookAt('2025-04-04', { asOf: '2025-04-04', toldUntil: '2025-04-04' }, [anInvoice()], aPolicy())
    assert.equal(judgeAgreement(aPromise(), looked, { now: minute(0), calendar: aCalendar() }), null)
  })

  it('whoever set one promise aside set aside that one and no other', () => {
    const promise = (agreement: string) =>
      ({ code: 'under-agreement', agreement, kind: 'promise', until: '2025-04-04' }) as const
    const agreed = { reason: 'agreed by phone', obstacles: [promise('A-1')] }
    assert.deepEqual(remaining([promise('A-1')], agreed), [])
    assert.deepEqual(remaining([promise('A-2')], agreed), [promise('A-2')])
  })

  it('no line calls for a suspension that is exempt, or of an invoice disputed as a whole', () => {
    const line = (subscription: string) => ({ text: 'Seats', ...{ amount: cny(10).open }, subscription })
    const items = [anInvoice({ lines: [line(seats)] }), anInvoice({ number: 'INV-2', lines: [line(phones)] })]
    const behind = (agreements: Parameters<typeof owing>[0]) => {
      const unpaid = behindUnpaidLines(owing({ items, ...agreements }))
      return [unpaid.told, unpaid.has(seats), unpaid.has(phones)]
    }
    assert.deepEqual(behind({}), [true, true, true])
    assert.deepEqual(behind({ agreements: [aDispute()] }), [true, false, true])
    const exempt = anExemption({ of: { what: 'subscription', id: phones, name: 'Phones' } })
    assert.deepEqual(behind({ agreements: [exempt] }), [true, true, false])
    assert.deepEqual(behind({ agreements: [exempt, aDispute()] }), [true, false, false])
  })
})
