import assert from 'node:assert/strict'
import { FaultyPolicy } from '../../../adapters/policy-yaml/policy-faults.ts'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { ownPolicy } from './a-policy-file.ts'

describe('a faulty policy file', () => {
  const faults: readonly (readonly [what: string, from: string, to: string, fault: string])[] = [
    [
      'an entry nobody knows',
      'tolerance:',
      'tolerances: {}\ntolerance:',
      'line 10: tolerances is no entry of a policy',
    ],
    ['a time zone nobody keeps', 'Asia/Shanghai', 'Mars', 'line 1: time zone is no time zone such as Europe/Berlin'],
    [
      'a working day that is none',
      '[mon, tue',
      '[mon, tuesday',
      'line 2: working days › no. 2 must be one of: mon, tue, wed, thu, fri, sat, sun',
    ],
    ['a week without work', '[mon, tue, wed, thu, sat]', '[]', 'line 2: working days must not be empty'],
    ['a holiday that is no day', '2026-10-02', '2026-02-30', 'line 3: holidays › no. 2 is no day such as 2026-12-25'],
    [
      'a rung of its own invention',
      'call for: reminder',
      'call for: warning',
      'line 5: ladder › no. 1 › call for must be one of: reminder, final notice, suspension, end at term, cancellation',
    ],
    ['days in words', 'due: 10', 'due: ten', 'line 6: ladder › no. 1 › days past due must be a number'],
    ['half a day', 'due: 10', 'due: 7.5', 'line 6: ladder › no. 1 › days past due must be a whole number'],
    ['a rung before the due day', 'due: 10', 'due: 0', 'line 6: ladder › no. 1 › days past due must be 1 or more'],
    ['a rung too far to reach', 'due: 60', 'due: 9999', 'line 8: ladder › no. 2 › days past due must be 3650 or less'],
    ['a rung without its days', '    days past due: 60\n', '', 'line 7: ladder › no. 2 › days past due is missing'],
    [
      'amounts without a currency',
      '{ CNY: 1000.5, JPY: 9000, KWD: 1.25 }',
      '{}',
      'line 9: ladder › no. 2 › amounts must name a currency: without one it never holds',
    ],
    ['a currency without an amount', 'JPY: 9000', 'JPY:', 'line 9: ladder › no. 2 › amounts › JPY must be a number'],
    ['a currency nobody mints', 'CNY: 5', 'EURO: 5', 'line 10: tolerance › EURO is no currency code such as EUR'],
    ['a negative tolerance', 'CNY: 5', 'CNY: -5', 'line 10: tolerance › CNY must be 0 or more'],
    ['a tolerance that is one number', '{ CNY: 5 }', '5', 'line 10: tolerance must be amounts such as { EUR: 5 }'],
    ['a missing notice period', 'final notice days: 14\n', '', 'line 1: final notice days is missing'],
    ['a share that is no percentage', '12.5%', '0.125', 'line 14: import guard › closed must be a share such as 10%'],
    [
      'rungs from severe to mild',
      'call for: reminder\n    days past due: 10\n  - call for: suspension',
      'call for: suspension\n    days past due: 10\n  - call for: reminder',
      'line 7: ladder › no. 2 (reminder) cannot follow suspension: the ladder goes from mild to severe',
    ],
    [
      'a suspension that another comes before',
      'call for: reminder',
      'call for: suspension',
      'line 7: ladder › no. 2 (suspension) can never be reached: no. 1 calls for the same sooner, and asks for no more',
    ],
    [
      'two rungs on one day',
      'due: 60',
      'due: 10',
      'line 7: ladder › no. 2 (suspension) must come later than reminder, after day 10',
    ],
    [
      'an entry given twice',
      'final notice',
      'ledger age limit: 1\nfinal notice',
      'line 13: “ledger age limit” stands there a second time; keep one of the two',
    ],
  ]
  for (const [what, from, to, fault] of faults) {
    it(`is refused for ${what}`, () => {
      const text = ownPolicy.replace(from, to)
      assert.notEqual(text, ownPolicy)
      assert.deepEqual(faultsOf(text), [fault])
    })
  }

  for (const [what, text, fault] of [
    ['nothing', '', 'line 1: the file must be a list of named entries'],
    ['a list', '- a\n- b\n', 'line 1: the file must be a list of named entries'],
  ] as const) {
    it(`is refused when it holds ${what}`, () => assert.deepEqual(faultsOf(text), [fault]))
  }

  it('is refused by name when a value points to nothing', () => {
    assert.throws(
      () => readPolicy(ownPolicy.replace('Asia/Shanghai', '*zone'), '/data/policy.yaml'),
      (fault) => fault instanceof FaultyPolicy && /^\/data\/policy\.yaml is no usable[^]*zone$/.test(fault.message),
    )
  })

  it('is told all its faults at once, each on a line', () => {
    const text = ownPolicy.replace('Asia/Shanghai', 'Mars').replace('limit: 2', 'limit: two')
    assert.throws(() => readPolicy(text, 'policy.yaml'), {
      message: [
        'policy.yaml is no usable collections policy:',
        '  line 1: time zone is no time zone such as Europe/Berlin',
        '  line 12: ledger age limit must be a number',
      ].join('\n'),
    })
  })
})

function faultsOf(text: string): readonly string[] {
  try {
    readPolicy(text, 'policy.yaml')
  } catch (fault) {
    if (fault instanceof FaultyPolicy) return fault.faults
    throw fault
  }
  throw new Error('expected the policy to be refused')
}
