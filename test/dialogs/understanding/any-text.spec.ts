import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isDoneAtOnce } from '../../../dialogs/understanding/questions.ts'
import { readAmount } from '../../../dialogs/understanding/read-amount.ts'
import { readDay } from '../../../dialogs/understanding/read-day.ts'
import { understanding } from '../../../dialogs/understanding/understand.ts'
import { waysToSay } from '../../../dialogs/understanding/ways-to-say.ts'
import type { Catalogue } from '../../../dialogs/words/catalogue.ts'
import { english, everyLanguage } from '../../kit/languages.ts'
import { worked } from '../../kit/worked.ts'

/** Text made of a language's own words, where patterns have most to try. */
function almostSaid({ grammar }: Catalogue): fc.Arbitrary<string> {
  const { verbs, filters, polite } = grammar
  const pieces = [...Object.values(verbs), ...Object.values(filters), polite]
    .flat()
    .flatMap((phrase) => waysToSay(phrase, 12))
    .flatMap((phrase) => phrase.split(/\{\w+\}/u))
  const piece = fc.oneof(
    fc.constantFrom(...pieces, ' ', ',', '，', '.', '?', ':', '60', '5,000', ' EUR', '€', '👍', '\u200b'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  return fc.array(piece, { maxLength: 40 }).map((words) => words.join(''))
}

for (const catalogue of everyLanguage) {
  describe(`any text at all, heard in ${catalogue.name}`, () => {
    const understand = understanding(catalogue)

    it('is understood or not, and never breaks anything', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), almostSaid(catalogue)), (said) => {
          const intent = understand(said)
          assert(intent === null || typeof intent.verb === 'string')
          readAmount(said, catalogue.tag)
          readDay(said, '2026-12-01', catalogue)
        }),
        { numRuns: 2000 },
      )
    })

    it('takes no longer for being repeated', () => {
      fc.assert(
        fc.property(almostSaid(catalogue), fc.integer({ min: 1, max: 2000 }), (said, times) => {
          const long = said.repeat(times).slice(0, 20_000)
          assert(worked(() => understand(long)) < 1_000, long.slice(0, 80))
        }),
        { numRuns: 300 },
      )
    })

    it('has no sentence that patterns try in ever more ways', () => {
      const heads = Object.values(catalogue.grammar.verbs)
        .flat()
        .flatMap((phrase) => waysToSay(phrase, 1))
        .map((phrase) => phrase.split(/\{\w+\}/u).find((piece) => piece.trim() !== '') ?? '')
      const different = [...new Set(heads)]
      const step = Math.ceil(different.length / 150)
      for (const head of different.filter((_, at) => at % step === 0)) {
        for (const filler of [',', '。', 'x ']) {
          const said = `${head}${filler.repeat(990 / filler.length)}x`
          assert(worked(() => understand(said)) < 1_000, `${head}${filler}…`)
        }
      }
    })

    it('means the same with invisible marks, other widths, capitals and signs round it', () => {
      const said = Object.values(catalogue.grammar.verbs)
        .flat()
        .flatMap((phrase) => waysToSay(phrase, 12))
        .filter((phrase) => !phrase.includes('{'))
      fc.assert(
        fc.property(
          fc.constantFrom(...said),
          fc.constantFrom('', ' ', '\u200f', '👍 ', '\n'),
          fc.constantFrom('', '.', '!!', '？', '。', ' 🙏', '\u202c', '  '),
          (phrase, before, after) => {
            const meant = understand(phrase)
            assert.notEqual(meant, null)
            const isQuestion = meant !== null && isDoneAtOnce(meant) && after === '？'
            assert.deepEqual(understand(`${before}${phrase.toUpperCase()}${after}`), isQuestion ? null : meant)
          },
        ),
      )
    })
  })
}

describe('a pasted novel', () => {
  const understand = understanding(english)
  const novel = 'It was the best of times. '.repeat(400)

  it('is no name, no filter and no day', () => {
    for (const begins of [
      '',
      'suspend ',
      'overdue ',
      'customer ',
      'final notice contoso until ',
      'make me an approver ',
    ])
      assert.equal(understand(`${begins}${novel}`), null, begins)
  })

  it('may describe trouble, and is passed on to its last word', () =>
    assert.deepEqual(understand(`ticket contoso about ${novel}`), {
      verb: 'ticket',
      who: 'contoso',
      about: novel.trim(),
    }))

  it('is nothing when there is nothing in it', () => {
    for (const nothing of ['', ' ', '\n\n', '\u200b', '.', '...', '👍', '，。'])
      assert.equal(understand(nothing), null, JSON.stringify(nothing))
  })
})
