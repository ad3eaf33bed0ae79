import assert from 'node:assert/strict'
import { areStrangers } from '../../../domain/receivables/propose-by-name.ts'

describe('two names', () => {
  for (const [a, b] of [
    ['Contoso GmbH', 'CONTOSO'],
    ['Contoso', 'ContosoPharma'],
    ['Oxo', 'Oxonian'],
    ['台灣', '台灣電力股份有限公司'],
    ['GmbH & Co. KG', 'Fabrikam'],
  ] as const)
    it(`may be one company: ${a}, ${b}`, () => assert(!areStrangers(a, b) && !areStrangers(b, a)))

  for (const [a, b] of [
    ['Contoso', 'Fabrikam'],
    // Two Latin letters stand in any long word; two East Asian ones tell much.
    ['Ox', 'Oxford'],
    ['3M', '3Mobile'],
    ['台', '台灣'],
  ] as const)
    it(`have nothing in common: ${a}, ${b}`, () => assert(areStrangers(a, b) && areStrangers(b, a)))
})
