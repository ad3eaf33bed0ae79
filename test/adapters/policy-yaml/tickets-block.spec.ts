import assert from 'node:assert/strict'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { usualTicketPatience } from '../../../domain/policy/ticket-patience.ts'
import { defaultPolicy, ownPolicy } from './a-policy-file.ts'

const patienceIn = (block: string, policy = ownPolicy) => readPolicy(`${policy}${block}`, 'policy.yaml').ticketPatience
const hour = 3_600_000

/** What is wrong with a policy that ends with this. */
function faultIn(block: string): string {
  try {
    patienceIn(block)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
  return 'nothing'
}

describe('the tickets of a policy', () => {
  it('name how long one waits, by severity', () =>
    assert.deepEqual(
      patienceIn(`tickets:
  silent after hours: { critical: 0.5, moderate: 3, minimal: 16 }
  ask for the answer after days: { critical: 2, moderate: 3, minimal: 10 }
  not found after minutes: 90
`),
      {
        silence: { critical: hour / 2, moderate: 3 * hour, minimal: 16 * hour },
        answerDays: { critical: 2, moderate: 3, minimal: 10 },
        notFoundAfterMs: 90 * 60_000,
      },
    ))

  it('are as usual wherever they say nothing', () => {
    assert.deepEqual(patienceIn(''), usualTicketPatience)
    assert.deepEqual(patienceIn('', defaultPolicy), usualTicketPatience)
    assert.deepEqual(patienceIn('tickets: { silent after hours: { minimal: 24 } }\n'), {
      ...usualTicketPatience,
      silence: { ...usualTicketPatience.silence, minimal: 24 * hour },
    })
  })

  it('are usually as the policy that is shipped shows them', () => {
    // Its block is a comment: without the marks it says the same.
    const shown = defaultPolicy
      .split('\n')
      .slice(defaultPolicy.split('\n').indexOf('# tickets:'))
      .slice(0, 10)
      .filter((line) => line.startsWith('# '))
      .map((line) => line.slice(2))
      .join('\n')
    assert.match(shown, /silent after hours/)
    assert.deepEqual(patienceIn(`${shown}\n`), usualTicketPatience)
  })

  for (const [about, block, says] of [
    [
      'a severity that nobody has',
      'silent after hours: { high: 2 }',
      /line \d+: tickets › silent after hours › high is no/,
    ],
    ['no time at all', 'silent after hours: { critical: 0 }', /line \d+: .*must be 0.25 or more/],
    ['words for a number', 'silent after hours: { critical: soon }', /line \d+: .*must be a number/],
    ['half a day', 'ask for the answer after days: { minimal: 0.5 }', /line \d+: .*must be a whole number/],
    ['more than a day', 'not found after minutes: 1441', /line \d+: .*must be 1440 or less/],
    ['a word of its own', 'patience: 5', /line \d+: tickets › patience is no entry of a policy/],
  ] as const)
    it(`are refused with ${about}, by the line`, () => assert.match(faultIn(`tickets:\n  ${block}\n`), says))
})
