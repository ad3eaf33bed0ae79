import assert from 'node:assert/strict'
import fc from 'fast-check'
import { bare } from '../../../dialogs/understanding/bare.ts'
import { edits } from '../../../dialogs/understanding/edits.ts'
import { nameKey } from '../../../dialogs/understanding/normalise.ts'
import { waysToSay } from '../../../dialogs/understanding/ways-to-say.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { everyLanguage } from '../../kit/languages.ts'
import { worked } from '../../kit/worked.ts'

const languages = languagesFrom(everyLanguage, 'en', 'Asia/Taipei')
const own = languages.best('en')
const phrases = everyLanguage.flatMap(({ grammar }) =>
  Object.values(grammar.verbs)
    .flat()
    .flatMap((phrase) => waysToSay(phrase, 3))
    .filter((phrase) => !phrase.includes('{') || /^[^{]*\{customer\}[^{]*$/u.test(phrase))
    .map((phrase) => phrase.replace('{customer}', 'contoso')),
)
const marks = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f', '\u202a', '\u202e', '\u202c', '\u00ad']

describe('a sentence as machines and hurried people write it', () => {
  it('means the same with invisible marks anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrases), fc.constantFrom(...marks), fc.nat(), (said, mark, at) => {
        const place = at % (said.length + 1)
        assert.deepEqual(
          languages.understand(said.slice(0, place) + mark + said.slice(place), own),
          languages.understand(said, own),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('means the same in full width', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    fc.assert(
      fc.property(fc.constantFrom(...phrases), (said) => {
        assert.deepEqual(languages.understand(wide(said), own), languages.understand(said, own), said)
      }),
      { numRuns: 300 },
    )
  })

  it('means the same between emoji', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        fc.constantFrom('🙏', '👍🏽', '👩‍💻', '🇹🇼', '❤️', '1️⃣'.slice(1)),
        (said, sign) => {
          assert.deepEqual(languages.understand(`${sign} ${said} ${sign}`, own), languages.understand(said, own), said)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('takes a bounded time at ten thousand characters, understood or not', () => {
    const pieces = phrases.flatMap((said) => said.split('contoso')).filter((piece) => piece !== '')
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, ' ', ',', '，', 'の', '\u202e', 'о', '😀', '１２３'), { maxLength: 60 }),
        (words) => {
          const text = words.join('') || 'x'
          const long = text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000)
          assert(worked(() => languages.understand(long, own)) < 1_000, long.slice(0, 80))
          assert(worked(() => languages.guess(long, own)) < 1_000, long.slice(0, 80))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('letters with marks', () => {
  it('are one with and without where a grammar’s Latin words are compared, and ё is е', () => {
    assert.equal(bare('Não'), 'nao')
    assert.equal(bare('nao'), 'nao')
    assert.equal(bare('Ещё'), 'еще')
  })
  it('are two where they are other letters', () => {
    for (const [one, other] of [
      ['か', 'が'],
      ['は', 'ぱ'],
      ['й', 'и'],
      ['ガ', 'カ'],
    ] as const)
      assert.notEqual(bare(one), bare(other), one)
  })
  it('stay in names', () => {
    assert.notEqual(nameKey('São'), nameKey('Sao'))
    assert.equal(nameKey('Королёв'), nameKey('Королев'))
    assert.notEqual(nameKey('Майя'), nameKey('Маия'))
  })
})

describe('slips between two words', () => {
  const known: readonly (readonly [string, string, number])[] = [
    ['overdue', 'overdue', 0],
    ['overdeu', 'overdue', 1],
    ['ovrdue', 'overdue', 1],
    ['ooverdue', 'overdue', 1],
    ['ovredeu', 'overdue', 2],
    ['停用', '停止', 1],
    ['abc', 'xyz', 3],
    ['', 'ab', 2],
  ]
  for (const [one, other, count] of known)
    it(`${one} and ${other}: ${count}`, () => assert.equal(edits(one, other, 5), count))

  it('are as many from one as from the other, and never fewer than the letters that differ in number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), fc.nat(4), (one, other, most) => {
        const count = edits(one, other, 20)
        assert.equal(count, edits(other, one, 20))
        assert.equal(count === 0, one === other)
        assert(count >= Math.abs([...one].length - [...other].length))
        assert.equal(edits(one, other, most), Math.min(count, most + 1))
      }),
    )
  })
})
