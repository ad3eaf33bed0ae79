import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dunningStages } from '../../../domain/policy/collections-policy.ts'
import { dunningStage } from '../../../domain/policy/dunning-stage.ts'
import type { FinalNotice } from '../../../domain/policy/final-notice.ts'
import { recordFinalNotice } from '../../../domain/policy/record-final-notice.ts'
import { itemKey, type OpenItem } from '../../../domain/receivables/open-item.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { addDays, daysBetween, type Day } from '../../../domain/shared/time.ts'
import { aDayBetween, someCredits, someInvoices } from '../../kit/arbitraries.ts'
import { aNotice, anInvoice, aPayment, aPolicy, cny, eur, mei, morning, owing, today } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

function finding(
  items: readonly OpenItem[],
  notices: readonly FinalNotice[] = [],
  day: Day = today,
  policy = aPolicy(),
) {
  return dunningStage(policy, standingOn(day, items), notices)
}
/** An invoice of so many days past due. */
function aged(days: number, minor: number, number = `${days}`) {
  return anInvoice({ number, due: addDays(today, -days), ...cny(minor) })
}
function naming(...invoices: readonly OpenItem[]) {
  return { invoices: invoices.map(itemKey) }
}

describe('the stage a debt calls for', () => {
  for (const [what, items, byDebt] of [
    ['nothing open', [], 'clear'],
    ['not due yet', [aged(-5, 900_000)], 'clear'],
    ['due today', [aged(0, 900_000)], 'clear'],
    ['a day late', [aged(1, 900_000)], 'reminder'],
    ['a day before the final notice', [aged(29, 900_000)], 'reminder'],
    ['the day of the final notice', [aged(30, 900_000)], 'final-notice'],
    ['a day before suspension', [aged(59, 900_000)], 'final-notice'],
    ['the day of suspension', [aged(60, 900_000)], 'suspend'],
    ['years late', [aged(1000, 900_000)], 'suspend'],
    ['one fen too little for suspension', [aged(60, 99_999)], 'final-notice'],
    ['exactly enough for suspension', [aged(60, 100_000)], 'suspend'],
    ['enough only together, all of it old enough', [aged(60, 50_000, 'A'), aged(90, 50_000, 'B')], 'suspend'],
    ['enough only together with debt that is not old enough', [aged(60, 60_000), aged(59, 900_000)], 'final-notice'],
    ['within tolerance, however old', [aged(400, 500)], 'clear'],
    ['a fen above tolerance', [aged(40, 501)], 'final-notice'],
    ['small sums above tolerance only together', [aged(40, 300, 'A'), aged(41, 300, 'B')], 'final-notice'],
    ['paid down to the tolerance', [aged(70, 900_000), aPayment(899_500)], 'clear'],
    ['paid to the last fen', [aged(70, 900_000), aPayment(900_000)], 'clear'],
    ['a currency without tolerance', [anInvoice({ open: { minor: 1, currency: 'USD' } })], 'final-notice'],
  ] as const)
    it(`${what}: ${byDebt}`, () => assert.equal(finding(items).byDebt, byDebt))

  it('is the severest of all currencies', () => {
    const items = [anInvoice({ number: 'E', due: addDays(today, -61), ...eur(10_000) }), aged(1, 900_000)]
    assert.equal(finding(items).byDebt, 'suspend')
  })

  it('amounts in two currencies are never added', () => {
    const items = [anInvoice({ number: 'E', due: addDays(today, -61), ...eur(9_999) }), aged(61, 99_999)]
    assert.equal(finding(items).byDebt, 'final-notice')
  })

  it('a currency the suspension rung does not name never reaches it, and that is said', () => {
    const yen = anInvoice({ due: addDays(today, -90), open: { minor: 900_000_000, currency: 'JPY' } })
    assert.deepEqual(finding([yen], [aNotice()]), {
      stage: 'final-notice',
      byDebt: 'final-notice',
      rung: { stage: 'final-notice', daysPastDue: 30, atLeast: null },
      gap: null,
      unnamedCurrencies: ['JPY'],
    })
    assert.deepEqual(finding([anInvoice()], [aNotice()]).unnamedCurrencies, [])
    const young = anInvoice({ due: addDays(today, -59), open: { minor: 900_000_000, currency: 'JPY' } })
    assert.deepEqual(finding([young]).unnamedCurrencies, [])
  })

  it('without any rung there is nothing to call for', () => {
    const policy = aPolicy({ rungs: [] })
    assert.deepEqual(finding([anInvoice()], [], today, policy), {
      stage: 'clear',
      byDebt: 'clear',
      rung: null,
      gap: null,
      unnamedCurrencies: [],
    })
  })
})

describe('suspension waits for a final notice', () => {
  const stageOf = (items: readonly OpenItem[], ...notices: readonly FinalNotice[]) => {
    const { stage, byDebt, gap } = finding(items, notices)
    return { stage, byDebt, gap }
  }
  const suspended = { stage: 'suspend', byDebt: 'suspend', gap: null } as const
  const missing = { stage: 'final-notice', byDebt: 'suspend', gap: { code: 'no-final-notice' } } as const
  const running = (deadline: Day) => ({ ...missing, gap: { code: 'notice-running', deadline } }) as const

  it('that was never given', () => assert.deepEqual(stageOf([anInvoice()]), missing))
  it('whose deadline has passed', () => assert.deepEqual(stageOf([anInvoice()], aNotice()), suspended))
  it('and the deadline’s own day still belongs to the customer', () => {
    assert.deepEqual(stageOf([anInvoice()], aNotice({ deadline: today })), running(today))
    assert.deepEqual(stageOf([anInvoice()], aNotice({ deadline: addDays(today, -1) })), suspended)
  })
  it('that names this very invoice', () => {
    assert.deepEqual(stageOf([anInvoice({ number: 'INV-2' })], aNotice()), missing)
    assert.deepEqual(stageOf([anInvoice({ account: 'K-2' })], aNotice()), missing)
  })
  it('and a sum by age is covered by none, since newer debt moves into it under the same name', () => {
    const sum = { ...aged(61, 900_000, '61 - 90'), summary: true } as const
    assert.deepEqual(stageOf([sum], aNotice(naming(sum))), missing)
    const small = aged(90, 99_999, 'SMALL')
    assert.deepEqual(stageOf([sum, small], aNotice(naming(sum, small))), missing)
    const enough = aged(90, 100_000, 'ENOUGH')
    assert.deepEqual(stageOf([sum, enough], aNotice(naming(sum, enough))), suspended)
  })
  it('of which the soonest deadline counts', () => {
    const notices = [aNotice({ id: 'n-2', deadline: '2025-04-20' }), aNotice({ deadline: '2025-04-02' })]
    assert.deepEqual(stageOf([anInvoice()], ...notices), running('2025-04-02'))
    assert.deepEqual(stageOf([anInvoice()], ...notices.toReversed()), running('2025-04-02'))
  })
  it('of which one that has passed is enough, whatever runs beside it', () => {
    const again = aNotice({ id: 'n-2', givenOn: '2025-03-28', deadline: '2025-04-11' })
    assert.deepEqual(stageOf([anInvoice()], aNotice(), again), suspended)
  })

  it('a part payment never lets a newer debt skip a rung', () => {
    const old = aged(90, 200_000, 'OLD')
    const newer = aged(60, 200_000, 'NEW')
    const notice = aNotice(naming(old))
    assert.deepEqual(stageOf([old, newer], notice), suspended)
    assert.deepEqual(stageOf([old, newer, aPayment(200_000)], notice), missing)
    assert.deepEqual(stageOf([old, newer, aPayment(100_001)], notice), missing)
    assert.deepEqual(stageOf([old, newer, aPayment(100_000)], notice), suspended)
  })

  it('noticed debt must reach the amount alone, without the debt nobody was warned of', () => {
    const small = aged(90, 99_999, 'SMALL')
    const large = aged(60, 900_000, 'LARGE')
    assert.deepEqual(stageOf([small, large], aNotice(naming(small))), missing)
  })

  it('two notices together cover what neither covers alone, once both have passed', () => {
    const [a, b] = [aged(90, 60_000, 'A'), aged(80, 60_000, 'B')]
    const first = aNotice({ ...naming(a), deadline: '2025-03-17' })
    const second = aNotice({ ...naming(b), id: 'n-2', deadline: '2025-04-04' })
    assert.deepEqual(stageOf([a, b], first, second), running('2025-04-04'))
    assert.deepEqual(stageOf([a, b], first, { ...second, deadline: '2025-03-30' }), suspended)
  })

  it('a notice that names too little is not a notice that runs: after it another would still be missing', () => {
    const small = aged(90, 50_000, 'SMALL')
    const large = aged(60, 900_000, 'LARGE')
    assert.deepEqual(stageOf([small, large], aNotice({ ...naming(small), deadline: '2025-04-10' })), missing)
    const whole = aNotice({ ...naming(small, large), id: 'n-2', deadline: '2025-04-14' })
    const both = [aNotice({ ...naming(small), deadline: '2025-04-10' }), whole]
    assert.deepEqual(stageOf([small, large], ...both), running('2025-04-14'))
  })

  it('a notice of last year does not cover a number that was used again', () => {
    const again = anInvoice({ number: 'INV-1', due: '2025-01-20' })
    const lastYear = aNotice({ givenOn: '2024-03-03', deadline: '2024-03-17' })
    assert.deepEqual(stageOf([again], lastYear), missing)
  })

  it('a notice does not cover an invoice whose due day was moved behind it', () => {
    const extended = anInvoice({ due: '2025-01-20' })
    assert.deepEqual(stageOf([extended], aNotice({ givenOn: '2025-01-10', deadline: '2025-01-24' })), missing)
    assert.deepEqual(stageOf([extended], aNotice({ givenOn: '2025-01-20', deadline: '2025-02-03' })), missing)
    assert.deepEqual(stageOf([extended], aNotice({ givenOn: '2025-01-21', deadline: '2025-02-04' })), suspended)
  })

  it('a deadline that has passed with a day moved meanwhile counts from the last notice that could name it', () => {
    const invoice = anInvoice({ due: '2025-01-20' })
    const early = aNotice({ givenOn: '2025-01-10', deadline: '2025-01-24' })
    const late = aNotice({ id: 'n-2', givenOn: '2025-03-20', deadline: '2025-04-03' })
    assert.deepEqual(stageOf([invoice], early, late), running('2025-04-03'))
    assert.deepEqual(stageOf([invoice], late, early), running('2025-04-03'))
  })

  it('one currency at suspension with its notice is enough; the other’s missing notice is no gap', () => {
    const euro = anInvoice({ number: 'E', ...eur(50_000) })
    assert.deepEqual(stageOf([anInvoice(), euro], aNotice()), suspended)
  })

  it('a running notice in one currency is told beside a missing one in another', () => {
    const euro = anInvoice({ number: 'E', ...eur(50_000) })
    assert.deepEqual(stageOf([anInvoice(), euro], aNotice({ deadline: '2025-04-09' })), running('2025-04-09'))
  })

  it('a notice alone makes no stage: paid debt is clear', () => {
    assert.deepEqual(stageOf([anInvoice(), aPayment(4_820_000)], aNotice()), {
      stage: 'clear',
      byDebt: 'clear',
      gap: null,
    })
  })

  it('a missing notice is called for even where the policy has no rung for it', () => {
    const policy = aPolicy({ rungs: [{ stage: 'suspend', daysPastDue: 60, atLeast: null }] })
    assert.equal(finding([anInvoice()], [], today, policy).stage, 'final-notice')
  })
})

describe('the stage over the days', () => {
  const policy = aPolicy()
  const severity = (stage: (typeof dunningStages)[number]) => dunningStages.indexOf(stage)
  const start: Day = '2025-01-01'

  it('only ever gets severer while nobody pays', () => {
    const noticeDays = fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 4 })
    fc.assert(
      fc.property(someInvoices, noticeDays, (items, given) => {
        let notices: readonly FinalNotice[] = []
        let before = 0
        for (let past = 0; past <= 170; past += 1) {
          const day = addDays(start, past)
          if (given.includes(past)) notices = [...notices, ...noticeOn(day, items, notices)]
          const { stage, byDebt } = finding(items, notices, day)
          assert(severity(stage) >= before)
          assert(severity(stage) <= severity(byDebt))
          before = severity(stage)
        }
      }),
      runs,
    )
  })

  it('skips no rung, whatever is paid, imported and noticed from day to day', () => {
    const history = fc.record({
      invoices: someInvoices,
      credits: fc.array(fc.tuple(fc.integer({ min: 0, max: 170 }), someCredits), { maxLength: 4 }),
      noticed: fc.array(fc.tuple(fc.integer({ min: 0, max: 170 }), fc.integer({ min: 0, max: 30 })), { maxLength: 5 }),
    })
    let reached = 0
    fc.assert(
      fc.property(history, ({ invoices, credits, noticed }) => {
        let notices: readonly FinalNotice[] = []
        for (let past = 0; past <= 170; past += 1) {
          const day = addDays(start, past)
          const paid = credits.flatMap(([from, all]) => (from <= past ? all : []))
          const items = [...invoices, ...paid.map((credit, at) => ({ ...credit, number: `PAY-${at}` }))]
          for (const [on, length] of noticed)
            if (on === past) notices = [...notices, ...noticeOn(day, items, notices, length)]
          const standing = standingOn(day, items)
          const { stage, gap } = dunningStage(policy, standing, notices)
          if (stage !== 'suspend') continue
          reached += 1
          assert.equal(gap, null)
          const warned = new Set(
            notices.filter(({ deadline }) => daysBetween(deadline, day) > 0).flatMap(({ invoices }) => invoices),
          )
          // By a second way of counting: some currency has enough old debt that a passed deadline named.
          const sums = standing.currencies.map(({ currency, overdueInvoices }) => {
            const due = overdueInvoices.filter(({ daysPastDue }) => daysPastDue >= 60)
            const counted = due.filter(({ invoice }) => warned.has(itemKey(invoice)))
            return { currency, sum: counted.reduce((total, { left }) => total + left, 0) }
          })
          assert(sums.some(({ currency, sum }) => sum >= ({ CNY: 100_000, EUR: 10_000 }[currency] ?? Infinity)))
        }
      }),
      runs,
    )
    assert(reached > 1000, `only ${reached} days at suspension: the property says little`)
  })

  it('is the same for whoever was away: the last day alone tells what each day told', () => {
    fc.assert(
      fc.property(
        someInvoices,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        (items, on, away) => {
          const notices = noticeOn(addDays(start, on), items, [])
          const last = addDays(start, on + away)
          let told = finding(items, notices, addDays(start, on))
          for (let past = on; past <= on + away; past += 1) told = finding(items, notices, addDays(start, past))
          assert.deepEqual(finding(items, notices, last), told)
        },
      ),
      runs,
    )
  })

  it('never comes from a currency’s debt being counted in another', () => {
    fc.assert(
      fc.property(someInvoices, someCredits, aDayBetween('2025-01-01', 170), (invoices, credits, day) => {
        const items = [...invoices, ...credits]
        const notices = noticeOn(addDays(day, -20), items, [], 5)
        const each = [...new Set(items.map(({ open }) => open.currency))].map((currency) => {
          const alone = items.filter(({ open }) => open.currency === currency)
          return severity(finding(alone, notices, day).stage)
        })
        assert.equal(severity(finding(items, notices, day).stage), Math.max(0, ...each))
      }),
      runs,
    )
  })

  /** A notice for all that is overdue that day, as a person records it; none when nothing is. */
  function noticeOn(day: Day, items: readonly OpenItem[], before: readonly FinalNotice[], length = 14) {
    const outcome = recordFinalNotice(
      {
        by: mei,
        of: owing({ items, notices: before, day }),
        givenOn: day,
        deadline: addDays(day, length),
        now: morning,
      },
      policy,
    )
    return outcome.ok ? [outcome.value] : []
  }
})
