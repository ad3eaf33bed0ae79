import assert from 'node:assert/strict'
import { cut } from '../../../adapters/shared/plain-text.ts'

describe('text that is too long', () => {
  for (const [text, longest, left] of [
    ['Contoso', 7, 'Contoso'],
    ['Contoso', 6, 'Conto…'],
    ['ab🦊cd', 6, 'ab🦊cd'],
    ['ab🦊cd', 5, 'ab🦊…'],
    // One unit more would be half a fox, which no screen can draw.
    ['ab🦊cd', 4, 'ab…'],
  ] as const)
    it(`${text} in ${longest} is ${left}`, () => assert.equal(cut(text, longest), left))
})
