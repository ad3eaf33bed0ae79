import assert from 'node:assert/strict'
import fc from 'fast-check'
import { printable } from '../../../bot/cli/printable.ts'

describe('a line on the console', () => {
  const shown: readonly (readonly [line: string, seen: string])[] = [
    ['Müller & Söhne 株式会社 – 1 234,50 €', 'Müller & Söhne 株式会社 – 1 234,50 €'],
    ['Contoso \u001b]0;pwn\u0007Ltd', 'Contoso \\u001b]0;pwn\\u0007Ltd'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u009b31mred', '\\u009b31mred'],
    ['Contoso\nImported as L-9.\r\nyes', 'Contoso ↵ Imported as L-9. ↵ yes'],
    ['Contoso \u202eexe.fdp\u2066', 'Contoso \\u202eexe.fdp\\u2066'],
  ]
  for (const [line, seen] of shown) it(`shows ${JSON.stringify(line)}`, () => assert.equal(printable(line), seen))

  it('never steers the terminal', () => {
    const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => assert(!steering.test(printable(line)))))
  })
})
