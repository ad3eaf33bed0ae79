import assert from 'node:assert/strict'
import { aboveTolerance, obstaclesTo, owesAnything, remaining } from '../../../domain/suspension/obstacles.ts'
import type { Obstacle } from '../../../domain/suspension/suspension-request.ts'
import { aCalendar, aNotice, anInvoice, aPayment, aPolicy, owing } from '../../kit/builders.ts'

const before = (stage: 'clear' | 'reminder' | 'final-notice') => ({ code: 'before-suspension-rung', stage }) as const
const noNotice = { code: 'no-final-notice' } as const
const running = { code: 'notice-running', deadline: '2025-04-10' } as const
const tooOld = { code: 'ledger-too-old', asOf: '2025-03-25', workingDays: 4, limit: 3 } as const

describe('what stands between a debt and a suspension', () => {
  for (const [what, of, obstacles] of [
    ['nothing, when the policy calls for it', owing(), []],
    ['the rung', owing({ items: [anInvoice({ due: '2025-02-20' })] }), [before('final-notice')]],
    ['a rung further up', owing({ items: [anInvoice({ due: '2025-03-30' })] }), [before('reminder')]],
    ['a payment', owing({ items: [anInvoice(), aPayment(4_820_000)] }), [before('clear')]],
    ['a missing notice', owing({ notices: [] }), [noNotice]],
    ['a running notice', owing({ notices: [aNotice({ deadline: '2025-04-10' })] }), [running]],
    ['old data', owing({ ledgerAsOf: '2025-03-25' }), [tooOld]],
    ['data of the last working day allowed', owing({ ledgerAsOf: '2025-03-26' }), []],
    ['no data at all says nothing about its age', owing({ ledgerAsOf: null }), []],
    ['several at once', owing({ notices: [], ledgerAsOf: '2025-03-25' }), [noNotice, tooOld]],
  ] as const)
    it(`is ${what}`, () => assert.deepEqual(obstaclesTo(of, aPolicy()), obstacles))

  it('counts the data’s age in the partner’s working days', () => {
    const of = owing({ ledgerAsOf: '2025-03-25' })
    assert.deepEqual(obstaclesTo(of, aPolicy({ calendar: aCalendar({ holidays: ['2025-03-28'] }) })), [])
    assert.deepEqual(obstaclesTo(of, aPolicy({ ledgerAgeLimit: 4 })), [])
  })

  for (const [what, agreed, now, left] of [
    ['nothing agreed, nothing in the way', [], [], []],
    ['nothing agreed', [], [noNotice], [noNotice]],
    ['the very thing', [tooOld], [tooOld], []],
    ['the same thing, older by a day', [tooOld], [{ ...tooOld, workingDays: 5 }], []],
    ['another thing', [tooOld], [tooOld, noNotice], [noNotice]],
    ['a notice that was given since', [noNotice], [running], []],
    ['a running notice, moved', [running], [{ ...running, deadline: '2025-04-20' }], []],
    ['a notice that fell away', [running], [noNotice], [noNotice]],
    ['before the rung', [before('reminder')], [before('reminder')], []],
    ['before the rung, and the debt got older', [before('reminder')], [before('final-notice')], []],
    ['before the rung, and the rung came without a notice', [before('reminder')], [noNotice], []],
    ['before the rung, and the rung came with a running notice', [before('final-notice')], [running], []],
    ['before the rung says nothing of old data', [before('reminder')], [tooOld], [tooOld]],
    ['before the rung, and most was paid', [before('final-notice')], [before('clear')], [before('clear')]],
    ['before the rung, and a little was paid', [before('final-notice')], [before('reminder')], [before('reminder')]],
    ['a missing notice, and then a payment', [noNotice], [before('final-notice')], [before('final-notice')]],
  ] as const satisfies readonly (readonly [string, readonly Obstacle[], readonly Obstacle[], readonly Obstacle[]])[])
    it(`set aside: ${what}`, () => {
      assert.deepEqual(remaining(now, { reason: 'agreed by phone', obstacles: agreed }), left)
      assert.deepEqual(remaining(now, null), now)
    })

  it('there is debt while anything is overdue', () => {
    assert.equal(owesAnything(owing()), true)
    assert.equal(owesAnything(owing({ items: [anInvoice(), aPayment(4_820_000)] })), false)
    assert.equal(owesAnything(owing({ items: [anInvoice({ due: '2025-03-31' })] })), false)
  })

  it('what is worth pursuing is more than the policy leaves alone, in any one currency', () => {
    const of = (minor: number, currency: string) => ({ minor, currency })
    assert.equal(aboveTolerance([], aPolicy()), false)
    assert.equal(aboveTolerance([of(500, 'CNY'), of(100, 'EUR')], aPolicy()), false)
    assert.equal(aboveTolerance([of(500, 'CNY'), of(101, 'EUR')], aPolicy()), true)
    assert.equal(aboveTolerance([of(1, 'USD')], aPolicy()), true)
  })
})
