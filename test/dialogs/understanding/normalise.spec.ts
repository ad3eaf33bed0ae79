import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nameKey, normalise } from '../../../dialogs/understanding/normalise.ts'
import { sentenceOf } from '../../../dialogs/understanding/sentence.ts'

describe('text as it is compared', () => {
  const same: readonly (readonly [string, string])[] = [
    ['ＡＢＣ１２３', 'abc123'],
    ['ﬁnance', 'finance'],
    ['  a \n\t b  ', 'a b'],
    ['a\u00a0b', 'a b'],
    ['O’Neill', "o'neill"],
    ['O´Neill', "o'neill"],
    ['S‑12', 's-12'],
    ['S–12', 's-12'],
    ['con\u200btoso', 'contoso'],
    ['\u202econtoso\u202c', 'contoso'],
    ['con\u00adtoso', 'contoso'],
    ['e\u200b\u0301', 'é'],
    ['J\u030c', 'ǰ'],
    ['が', 'が'],
    ['й', 'й'],
    ['ｶﾞ', 'ガ'],
    ['漢\u{e0100}字', '漢字'],
  ]
  for (const [typed, compared] of same)
    it(`“${typed}” is “${compared}”`, () => assert.equal(normalise(typed), compared.normalize('NFC')))

  it('keeps letters apart that only look alike', () => assert.notEqual(normalise('Cоntoso'), normalise('Contoso')))

  it('is the same however often it is compared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(normalise(normalise(text)), normalise(text))
        assert.equal(nameKey(nameKey(text)), nameKey(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same however often it is compared, for every letter anybody writes', () => {
    for (let point = 0; point <= 0x2ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const letter = String.fromCodePoint(point)
      const once = normalise(`a${letter}\u0301b`)
      if (normalise(once) !== once) assert.fail(point.toString(16))
    }
  }).timeout(60_000)
})

describe('a name without its punctuation', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Contoso, Ltd.', 'contoso ltd'],
    ['“Contoso”', 'contoso'],
    ['AT&T', 'at t'],
    ["O'Neill-Søn (TW)", 'o neill søn tw'],
    ['「台灣」大數據', '台湾 大数据'],
    ['臺灣銀行', '台湾银行'],
    ['!!!', ''],
  ]
  for (const [name, key] of same) it(`“${name}” is “${key}”`, () => assert.equal(nameKey(name), key))
})

describe('a sentence and the way back to what was typed', () => {
  it('finds the words as they were written, full width, lines and all', () => {
    const { text, typedFrom } = sentenceOf('  開工單，內容：\u200b使用者\n無法登入，錯誤（５３００３）。  ')
    assert.equal(text, '開工單,內容:使用者 無法登入,錯誤(53003)。')
    assert.equal(typedFrom(text.indexOf('使')), '使用者\n無法登入，錯誤（５３００３）。')
  })

  it('finds them behind letters that grow or shrink when they are compared', () => {
    const { text, typedFrom } = sentenceOf('㍿ﬀ e\u0301 ｶﾞ about ﬁne')
    assert.equal(text, '株式会社ff é ガ about fine')
    assert.equal(typedFrom(text.indexOf('fine')), 'ﬁne')
  })

  it('is cut where no sentence is longer, and the rest is still there', () => {
    const { text, cut, typedFrom } = sentenceOf(`ticket about ${'x'.repeat(10_000)}`)
    assert.equal(text.length, 1000)
    assert(cut)
    assert.equal(typedFrom(13).length, 10_000)
    assert(!sentenceOf('x'.repeat(1000)).cut)
  })

  it('leads from every place of any text to a place in what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(60), (typed, at) => {
        const { text, typedFrom } = sentenceOf(typed)
        const from = Math.min(at, text.length)
        assert(typed.normalize('NFC').includes(typedFrom(from)))
        assert.equal(typedFrom(0) === '', text === '' || typed.trim() === '')
      }),
    )
  })
})
