import assert from 'node:assert/strict'
import { toldOf } from '../../kit/in-english.ts'
import { documents, plainList, understand, understood } from './a-ledger.ts'

const good = plainList('K1,R1,2026-03-03,10.00')
const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

function refusal(file: string | Uint8Array): string {
  const understanding = understand(file)
  assert(understanding.kind === 'refused', JSON.stringify(understanding))
  const [line = ''] = toldOf(understanding)
  return line
}

describe('a file that is no list', () => {
  it('in UTF-16 is read where its first bytes say so, in either order, and else refused with what to do', () => {
    const marked = utf16(`\ufeff${good}`)
    for (const file of [marked, Buffer.from(marked).swap16()]) {
      const understanding = understand(file)
      assert(understanding.kind === 'understood', JSON.stringify(understanding))
      assert.deepEqual(
        understanding.items.map(({ number, open }) => [number, open.minor]),
        [['R1', 1_000]],
      )
    }
    assert.match(refusal(marked.subarray(0, -1)), /not a text file/)
    assert.match(refusal(utf16('\ufeff \n')), /empty/)
    assert.equal(refusal(utf16(good)), 'The file is UTF-16. Please save it as CSV UTF-8.')
  })
  it('is refused when it is a spreadsheet or no text', () => {
    assert.match(refusal(bytes(0x50, 0x4b, 3, 4, 0, 0)), /^This is a spreadsheet/)
    assert.match(refusal(bytes(0xd0, 0xcf, 0x11, 0xe0, 0)), /^This is a spreadsheet/)
    assert.match(refusal(Buffer.from(`${'x'.repeat(400)}\0`)), /not a text file/)
    assert.match(refusal(' \n'), /empty/)
  })
  it('is refused when a quote is never closed, and where it was opened', () => {
    const rows = Array.from({ length: 100 }, (_, at) => `K1,R${at},2026-03-03,10.00`)
    assert.match(refusal(plainList(...rows, '"K1,R999,2026-03-03,10.00', 'K1,R1000,2026-03-03,10.00')), /line 103/)
    assert.match(refusal(plainList('"K1,R1,2026-03-03,10.00')), /line 3/)
  })
  it('is refused when it has no header or nothing open', () => {
    assert.match(refusal('a,b,c\n1,2,3'), /No header row/)
    assert.match(refusal(plainList()), /Nothing is open in this file \(0 rows/)
    assert.match(refusal(plainList('K1,R1,2026-03-03,0.00')), /\(1 row with/)
  })
  it('is refused when the person says another currency than its amount column', () => {
    const understanding = understand(good, { currency: 'USD' })
    assert(understanding.kind === 'refused')
    assert.deepEqual(toldOf(understanding), ['The file’s amounts are in EUR, not in USD.'])
  })
})

describe('a list', () => {
  const expected = documents(understood(good))
  const same: Record<string, string> = {
    'with a byte order mark': `\ufeff${good}`,
    'with Windows line ends': good.replaceAll('\n', '\r\n'),
    'with old Mac line ends': good.replaceAll('\n', '\r'),
    'with mixed line ends': good.replace('\n', '\r\n'),
    'with tabs': good.replaceAll(',', '\t'),
    'with bars': good.replaceAll(',', '|'),
    'with semicolons and Excel’s own first line': `sep=;\n${good.replaceAll(',', ';')}`,
    'with blank lines and cells at the end': `${good},,\n\n,,,\n`,
    'with its header repeated': good.replace('\nK1', '\nCustomer No,Invoice No,Due Date,Open Amount (EUR)\nK1'),
    'with a line break in quotes': good.replace('K1', '"K1\n"'),
    'with remarks below': `${good}\nPrinted by,Mei\nPage 1 of 1`,
  }
  for (const [how, file] of Object.entries(same)) {
    it(`${how} says the same`, () => assert.deepEqual(documents(understood(file)), expected))
  }

  it('does not count remarks as rows', () => {
    assert.equal(understood(`${good}\nPrinted by,Mei`).counts.rows, 1)
  })

  it('counts lines as a text editor does, also after a line break in quotes', () => {
    const file = `"Nimbus\nLtd"\n${plainList('"K\n1",R1,2026-03-03,10.00', 'K2,R2,soon,10.00')}`
    for (const end of ['\n', '\r\n', '\r']) {
      const understanding = understand(file.replaceAll('\n', end))
      assert(understanding.kind === 'refused')
      assert.deepEqual(
        understanding.badRows.map(({ line }) => line),
        [7],
      )
    }
  })
})
