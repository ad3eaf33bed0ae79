import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Agreement } from '../../../domain/agreements/agreement.ts'
import { standingUnder } from '../../../domain/agreements/standing-under.ts'
import { ladderFor } from '../../../domain/policy/rungs-for.ts'
import { addDays, daysBetween, type Day } from '../../../domain/shared/time.ts'
import { mostDaysAhead, nextChange, type Ahead } from '../../../domain/workday/foresight.ts'
import { aCustomer, aNotice, anInvoice, aPolicy, cny, today } from '../../kit/builders.ts'

const ladder = ladderFor(aPolicy(), aCustomer())

function ahead(changes: Partial<Ahead>): Ahead {
  const told = { asOf: '2025-03-30', toldUntil: '2025-03-30' } as const
  return { day: today, ...told, items: [anInvoice()], recorded: [], notices: [], ladder, ...changes }
}

describe('what the policy calls for next', () => {
  it('is the day on which a debt is old enough, a notice has passed, or an exemption ends', () => {
    const young = anInvoice({ due: '2025-03-21' })
    assert.deepEqual(short(ahead({ items: [young] })), ['2025-04-20', 'final-notice'])
    const running = aNotice({ givenOn: '2025-03-25', deadline: '2025-04-08' })
    assert.deepEqual(short(ahead({ notices: [running] })), ['2025-04-09', 'suspend'])
    const exempt: Agreement = {
      kind: 'exemption',
      id: 'A-1',
      customer: aCustomer().id,
      author: 'mei',
      recordedAt: '2025-03-03T02:00:00.000Z',
      of: { what: 'customer' },
      reason: 'new owner',
      owner: 'mei',
      until: '2025-04-10',
      state: { status: 'open' },
    }
    assert.deepEqual(short(ahead({ notices: [aNotice()], recorded: [exempt] })), ['2025-04-11', 'suspend'])
  })

  it('is nothing where nothing comes by itself', () => {
    assert.equal(nextChange(ahead({ items: [] })), null)
    assert.equal(nextChange(ahead({})), null)
  })

  it('is the first day on which the stage of that day is another one, whatever is owed and was given', () => {
    const someDay = fc.integer({ min: -120, max: 60 }).map((days) => addDays(today, days))
    const items = fc.array(
      fc
        .record({ due: someDay, minor: fc.integer({ min: 1, max: 400_000 }) })
        .map(({ due, minor }, at = 0) => anInvoice({ ...cny(minor), due, number: `INV-${due}-${minor}-${at}` })),
      { maxLength: 4 },
    )
    const notices = (of: readonly ReturnType<typeof anInvoice>[]) =>
      fc.array(
        fc
          .record({ givenOn: fc.integer({ min: -40, max: 0 }), runs: fc.integer({ min: 0, max: 30 }) })
          .map(({ givenOn, runs }) =>
            aNotice({
              givenOn: addDays(today, givenOn),
              deadline: addDays(today, givenOn + runs),
              invoices: of.map(({ number }) => `K-1001|invoice|${number}`),
            }),
          ),
        { maxLength: 2 },
      )
    fc.assert(
      fc.property(
        items.chain((of) => notices(of).map((given) => ahead({ items: of, notices: given }))),
        (facts) => {
          const stageOn = (day: Day) =>
            standingUnder([], { day, asOf: day, toldUntil: day, items: facts.items }, facts.notices, ladder).finding
              .stage
          const next = nextChange(facts)
          const days = next === null ? mostDaysAhead + 1 : daysBetween(today, next.day)
          for (let at = 1; at < days; at += 1) assert.equal(stageOn(addDays(today, at)), stageOn(today))
          if (next) {
            assert.notEqual(stageOn(next.day), stageOn(today))
            assert.equal(next.finding.stage, stageOn(next.day))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

function short(facts: Ahead) {
  const next = nextChange(facts)
  return next && [next.day, next.finding.stage]
}
