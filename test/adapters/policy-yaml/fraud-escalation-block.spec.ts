import assert from 'node:assert/strict'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { usualFraudEscalation } from '../../../domain/policy/fraud-escalation.ts'
import { ownPolicy } from './a-policy-file.ts'

const escalationIn = (block: string) => readPolicy(`${ownPolicy}${block}`, 'policy.yaml').fraudEscalation

/** What is wrong with a policy that ends with this, without the lines it stands in. */
function faultIn(block: string): string {
  try {
    escalationIn(block)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
  return 'nothing'
}

describe('the escalation list of a policy', () => {
  it('names steps, groups of people, channels, people and money', () => {
    assert.deepEqual(
      escalationIn(`fraud escalation:
  high:
    - { after minutes: 3, tell: [channel, "#fraud-emea"] }
    - { after minutes: 10, tell: [fraud leads, Approvers, administrators, "@Ines", pager] }
  others: []
  money at risk: { EUR: 5000, JPY: 800000 }
  silence minutes: 30
`),
      {
        high: [
          { afterMinutes: 3, to: ['channel', '#fraud-emea'] },
          { afterMinutes: 10, to: ['fraud-leads', 'approvers', 'administrators', '@Ines', 'pager'] },
        ],
        others: [],
        moneyAtRisk: { EUR: 500_000, JPY: 800_000 },
        silenceMinutes: 30,
      },
    )
  })

  it('is as usual wherever it says nothing', () => {
    assert.deepEqual(escalationIn(''), usualFraudEscalation)
    assert.deepEqual(escalationIn('fraud escalation: { money at risk: { EUR: 1 } }\n'), {
      ...usualFraudEscalation,
      moneyAtRisk: { EUR: 100 },
    })
  })

  const faults: readonly (readonly [about: string, block: string, says: RegExp])[] = [
    [
      'a target nobody knows',
      'high:\n    - { after minutes: 5, tell: [channel, the boss] }',
      /line \d+: .*nobody to tell/,
    ],
    ['a channel without a name', 'high:\n    - { after minutes: 5, tell: ["#"] }', /nobody to tell/],
    ['nobody at all', 'high:\n    - { after minutes: 5, tell: [] }', /line \d+: .*tell/],
    [
      'a step that does not come later',
      'others:\n    - { after minutes: 5, tell: [pager] }\n    - { after minutes: 5, tell: [pager] }',
      /line \d+: .*must be later than the step before, after 5 minutes/,
    ],
    ['an unknown currency', 'money at risk: { EURO: 5 }', /is no currency code/],
    ['a word of its own', 'medium: []', /medium/],
  ]
  for (const [about, block, says] of faults) {
    it(`is refused with ${about}, by its line`, () => assert.match(faultIn(`fraud escalation:\n  ${block}\n`), says))
  }
})
