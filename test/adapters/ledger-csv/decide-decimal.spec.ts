import assert from 'node:assert/strict'
import { decimalEvidence } from '../../../adapters/ledger-csv/decide-decimal.ts'

function decided(bodies: readonly string[], digits = 2) {
  const evidence = decimalEvidence()
  for (const [at, body] of bodies.entries()) evidence.see({ line: at + 2, text: body, body, digits })
  return evidence.decided()
}

describe('the decimal sign of a column', () => {
  const certain: readonly [why: string, bodies: readonly string[], sign: string, digits?: number][] = [
    ['two decimals after a point', ['1.234', '12.50'], 'point'],
    ['two decimals after a comma', ['1.234', '12,50'], 'comma'],
    ['one decimal', ['12,5'], 'comma'],
    ['both signs in one cell', ['1.234,567'], 'comma'],
    ['a sign that stands twice', ['1.234.567'], 'comma'],
    ['a group too long for thousands', ['1234.567'], 'point'],
    ['a leading zero', ['0.123'], 'point'],
    ['a space between thousands', ['1 234.567'], 'point'],
    ['an apostrophe between thousands', ["1'234.567"], 'point'],
    ['no separator at all', ['100', '20'], 'point'],
    ['a currency without decimals', ['1,234'], 'point', 0],
    ['a currency without decimals, grouped with points', ['1.234'], 'comma', 0],
    ['three decimals where the currency has three and another cell tells', ['1.234', '0.500'], 'point', 3],
  ]
  for (const [why, bodies, sign, digits] of certain) {
    it(`is told by ${why}`, () => assert.equal(decided(bodies, digits), sign))
  }

  it('is asked when every cell fits both readings', () => {
    assert.deepEqual(decided(['100', '1.234', '5,678']), {
      samples: [{ line: 3, text: '1.234', readings: { point: '1.234', comma: '1234' } }],
    })
  })

  it('is asked when the column contradicts itself, with a cell of each kind', () => {
    assert.deepEqual(decided(['12.50', '1.234', '12,50']), {
      samples: [
        { line: 2, text: '12.50', readings: { point: '12.50', comma: null } },
        { line: 4, text: '12,50', readings: { point: null, comma: '12.50' } },
      ],
    })
  })
})
