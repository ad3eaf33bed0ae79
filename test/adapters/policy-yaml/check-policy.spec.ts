import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkPolicy, readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { dunningStages } from '../../../domain/policy/collections-policy.ts'
import { dunningStage } from '../../../domain/policy/dunning-stage.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { addDays } from '../../../domain/shared/time.ts'
import { anInvoice, today } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'
import { defaultPolicy, ownPolicy } from './a-policy-file.ts'

/** A whole policy with this ladder; the first rung stands in line 5. */
function withLadder(rungs: readonly string[], more = ''): string {
  const rest = ownPolicy.slice(ownPolicy.indexOf('tolerance:'))
  return `${ownPolicy.slice(0, ownPolicy.indexOf('  - call for'))}${rungs.map((rung) => `  - { ${rung} }\n`).join('')}${rest}${more}`
}

const remind = 'call for: reminder, days past due: 7'
const notice = 'call for: final notice, days past due: 30'
const suspend = 'call for: suspension, days past due: 60'

describe('checking a policy', () => {
  it('finds nothing in the default one', () => {
    const { policy, faults, remarks } = checkPolicy(defaultPolicy)
    assert.deepEqual({ faults, remarks }, { faults: [], remarks: [] })
    assert.deepEqual(policy, readPolicy(defaultPolicy, 'policy.yaml'))
  })

  it('tells what cannot be read at all in the same words as the start does', () => {
    assert.deepEqual(checkPolicy(ownPolicy.replace('Asia/Shanghai', 'Mars')), {
      policy: null,
      faults: ['line 1: time zone is no time zone such as Europe/Berlin'],
      remarks: [],
    })
  })

  it('tells what stands there twice together with all else, by line', () => {
    const { faults } = checkPolicy(`${ownPolicy.replace('Asia/Shanghai', 'Mars')}tolerance: {}\n`)
    assert.deepEqual(faults, [
      'line 1: time zone is no time zone such as Europe/Berlin',
      'line 16: “tolerance” stands there a second time; keep one of the two',
    ])
    assert.deepEqual(checkPolicy(`${withLadder([notice, remind])}tolerance: {}\n`).faults, [
      'line 6: ladder › no. 2 (reminder) cannot follow final notice: the ladder goes from mild to severe',
      'line 13: “tolerance” stands there a second time; keep one of the two',
    ])
  })

  it('tells where it stops being YAML, and nothing that follows from it', () => {
    const { policy, faults } = checkPolicy(ownPolicy.replace('[2026-10-01, 2026-10-02]', '[2026-10-01'))
    assert.equal(policy, null)
    assert(faults.length > 0 && faults.every((fault) => /^line [34]: /.test(fault)), faults.join('\n'))
  })

  const ladders: readonly (readonly [about: string, rungs: readonly string[], faults: readonly string[]])[] = [
    ['a ladder with all its rungs', [remind, notice, suspend], []],
    ['a second reminder', [remind, 'call for: reminder, days past due: 14', notice, suspend], []],
    [
      'a large debt suspended sooner than any',
      [remind, notice, 'call for: suspension, days past due: 45, amounts: { CNY: 9000 }', suspend],
      [],
    ],
    [
      'many invoices suspended sooner than one',
      [remind, notice, 'call for: suspension, days past due: 45, invoices: 3', suspend],
      [],
    ],
    [
      'a suspension that comes after one that asks for less',
      [remind, notice, suspend, 'call for: suspension, days past due: 90, amounts: { CNY: 9000 }'],
      [
        'line 8: ladder › no. 4 (suspension) can never be reached: no. 3 calls for the same sooner, and asks for no more',
      ],
    ],
    [
      'a suspension without a final notice',
      [remind, suspend],
      [
        'line 6: ladder › no. 2 (suspension) has no final notice below it: nothing is suspended without one, so it would be asked for too late',
      ],
    ],
    [
      'an end without a suspension',
      [remind, notice, 'call for: end at term, days past due: 90'],
      ['line 7: ladder › no. 3 (end at term) asks for the end of what was never suspended: put a suspension below it'],
    ],
    [
      'amounts that fall while it gets severer',
      [remind, `${notice}, amounts: { CNY: 1000 }`, `${suspend}, amounts: { CNY: 100.5 }`],
      [
        'line 7: ladder › no. 3 (suspension) asks for CNY 100.5 only: a debt below CNY 1000 would skip the final notice',
      ],
    ],
    [
      'a currency that the rung below leaves out',
      [remind, `${notice}, amounts: { CNY: 1 }`, `${suspend}, amounts: { CNY: 1, EUR: 1 }`],
      ['line 7: ladder › no. 3 (suspension) holds for debts in EUR, which would skip the final notice'],
    ],
    [
      'no amount above one',
      [remind, `${notice}, amounts: { CNY: 0 }`, suspend],
      [
        'line 7: ladder › no. 3 (suspension) holds for debts in any currency, of which some would skip the final notice',
      ],
    ],
    [
      'fewer invoices than the rung below',
      [remind, `${notice}, invoices: 3`, `${suspend}, invoices: 2`],
      ['line 7: ladder › no. 3 (suspension) asks for 2 invoices only: a debt of so few would skip the final notice'],
    ],
    [
      'a suspension that goes out by itself',
      [remind, notice, `${suspend}, send by itself: true`],
      [
        'line 7: ladder › no. 3 › send by itself is for reminders and final notices: a suspension is always asked of people',
      ],
    ],
    [
      'a reminder that can be left out alone',
      [`${remind}, amounts: { CNY: 5 }`, notice, suspend],
      ['line 6: ladder › no. 2 (final notice) asks for no amount: a debt below CNY 5 would skip the reminder'],
    ],
  ]
  for (const [about, rungs, faults] of ladders)
    it(`${faults.length === 0 ? 'takes' : 'tells'} ${about}`, () =>
      assert.deepEqual(checkPolicy(withLadder(rungs)).faults, faults))

  it('still reads what older desks took, and only then tells it', () => {
    const { policy, faults } = checkPolicy(ownPolicy)
    assert.deepEqual(policy, readPolicy(ownPolicy, 'policy.yaml'))
    assert.equal(faults.length, 1)
  })

  it('remarks on currencies without an amount, and on a notice that outlasts its suspension', () => {
    const { faults, remarks } = checkPolicy(
      withLadder([
        remind,
        `${notice}, amounts: { CNY: 1, EUR: 1 }`,
        'call for: suspension, days past due: 44, amounts: { CNY: 1 }',
      ]),
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(remarks, [
      'line 7: ladder › no. 3 (suspension) names no amount in EUR: debts in it never get there',
      'line 7: ladder › no. 3 (suspension) holds from day 44, but a final notice of day 30 runs until day 44: nothing is suspended before day 45',
    ])
  })

  it('takes no suspension that a debt can reach without the rungs below, were they as old', () => {
    const amounts = fc.constantFrom(
      '',
      ', amounts: { CNY: 10 }',
      ', amounts: { CNY: 20, EUR: 10 }',
      ', amounts: { EUR: 20 }',
    )
    const invoices = fc.constantFrom('', ', invoices: 2', ', invoices: 3')
    const bills = fc.array(
      fc.record({ currency: fc.constantFrom('CNY', 'EUR', 'USD'), minor: fc.integer({ min: 600, max: 2500 }) }),
      { minLength: 1, maxLength: 3 },
    )
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(fc.tuple(amounts, invoices, amounts, invoices), bills, ([a, n, b, m], owed) => {
        const { policy, faults } = checkPolicy(withLadder([`${notice}${a}${n}`, `${suspend}${b}${m}`]))
        assert(policy)
        const items = owed.map((open, at) => anInvoice({ number: `${at}`, open, due: addDays(today, -70) }))
        const severest = (rungs: typeof policy.rungs) =>
          dunningStage({ ...policy, rungs }, standingOn(today, items), []).byDebt
        const skips = severest(policy.rungs) === 'suspend' && severest(policy.rungs.slice(1)) === 'clear'
        if (faults.length > 0) refused += 1
        else {
          taken += 1
          assert(!skips)
        }
      }),
      runs,
    )
    assert(taken > 20 && refused > 20, `${taken} taken, ${refused} refused`)
    assert.equal(dunningStages.at(-1), 'suspend')
  })
})

describe('checking the segments of a policy', () => {
  const ladder = `ladder: [{ ${remind} }]`
  const faultsOf = (...segments: readonly string[]) =>
    checkPolicy(
      withLadder(
        [remind, notice, suspend],
        `customer groups: { friends: [Contoso Ltd] }\nsegments:\n${segments.map((each) => `  - { ${each}, ${ladder} }\n`).join('')}`,
      ),
    )

  it('reads lanes, countries and groups, in their order', () => {
    const { policy, faults, remarks } = faultsOf(
      'name: A, lanes: [china], countries: [cn, hk]',
      'name: B, customer groups: [friends]',
    )
    assert.deepEqual([faults, remarks], [[], []])
    const rungs = [{ stage: 'reminder', daysPastDue: 7, atLeast: null }]
    assert.deepEqual(policy?.segments, [
      { name: 'A', lanes: ['china'], countries: ['CN', 'HK'], groups: null, rungs },
      { name: 'B', lanes: null, countries: null, groups: ['friends'], rungs },
    ])
    assert.deepEqual(policy.customerGroups, { friends: ['Contoso Ltd'] })
  })

  for (const [about, segments, fault] of [
    [
      'one for everybody',
      ['name: A'],
      'line 16: segments › no. 1 (A) names no lane, country or customer group; the ladder below is for everybody else',
    ],
    [
      'one that another covers whole',
      ['name: A, lanes: [china, global]', 'name: B, lanes: [china], countries: [CN]'],
      'line 17: segments › no. 2 (B) can never be reached: A above it covers all of its customers',
    ],
    [
      'two of a name',
      ['name: A, lanes: [china]', 'name: A, lanes: [global]'],
      'line 17: segments › no. 2 › name is the name of another segment already: A',
    ],
    [
      'a group nobody is in',
      ['name: A, customer groups: [friends, foes]'],
      'line 16: segments › no. 1 › customer groups names foes, which is no group under customer groups',
    ],
    [
      'a country that is none',
      ['name: A, countries: [Germany]'],
      'line 16: segments › no. 1 › countries › no. 1 is no country code such as DE',
    ],
    [
      'a lane that is none',
      ['name: A, lanes: [germany]'],
      'line 16: segments › no. 1 › lanes › no. 1 must be one of: global, us-government, china',
    ],
  ] as const)
    it(`tells ${about}`, () => assert.deepEqual(faultsOf(...segments).faults, [fault]))

  it('is not told of a segment that is only partly covered', () => {
    assert.deepEqual(faultsOf('name: A, lanes: [china], countries: [CN]', 'name: B, lanes: [china]').faults, [])
    assert.deepEqual(faultsOf('name: A, customer groups: [friends]', 'name: B, lanes: [china]').faults, [])
  })

  it('tells a cancellation where the operator cancels nothing', () => {
    const rungs = `[{ ${remind} }, { ${notice} }, { ${suspend} }, { call for: cancellation, days past due: 99 }]`
    const text = withLadder([remind], `segments:\n  - { name: A, lanes: [china], ladder: ${rungs} }\n`)
    assert.deepEqual(checkPolicy(text).faults, [
      'line 13: segments › no. 1 › ladder › no. 4 (cancellation) can never be reached: china does not cancel',
    ])
    assert.deepEqual(checkPolicy(text.replace('[china]', '[china, global]')).faults, [])
  })

  it('remarks on a group that no segment names', () => {
    assert.match(
      faultsOf('name: A, lanes: [china]').remarks.join(),
      /^line 14: customer groups › friends is named by no/,
    )
  })
})
