import assert from 'node:assert/strict'
import { limits } from '../../../adapters/slack/limits.ts'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { lanes } from '../../../domain/customers/lane.ts'
import { everyLanguage } from '../../kit/languages.ts'
import { argumentsOf } from './message-arguments.ts'

/**
 * A card in a chat of Teams is some 400 points wide, of which a button leaves 360 to its words; in 14 points a Latin or
 * Cyrillic letter takes about 7 of them, a Han or kana one twice that. What is longer is cut off, and a phone has no
 * pointer to hover with and read it whole.
 */
const widest = 50
/** What stops with this one, and why, is said in whole: it must not be taken for the other. */
const inWhole: readonly string[] = ['button.stop-azure']

/** In Latin letters: what is written in a full square counts twice. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0)
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u

for (const catalogue of everyLanguage) {
  describe(`buttons in ${catalogue.name}`, () => {
    const words = speak(catalogue, 'Etc/UTC')
    const operators = lanes.map((lane) => words.say(`lane.${lane}`))
    /** With the longest that can stand in it. */
    const labels = Object.entries(catalogue.messages)
      .filter(([key]) => /(?:^|\.)button\./u.test(key))
      .map(([key, message]) => {
        const args = [...argumentsOf(message, catalogue.tag)].map(([name, { kinds }]) => {
          const longest = operators.toSorted((a, b) => widthOf(b) - widthOf(a))[0] ?? ''
          return [name, kinds.has('number') ? 1234 : name === 'operator' ? longest : 'Contoso Ltd'] as const
        })
        return { key, label: words.say(key as MessageKey, Object.fromEntries(args)) }
      })

    it('are looked at', () => assert.ok(labels.length > 50))

    it('have room in Slack', () => {
      for (const { key, label } of labels) assert.ok(label.length <= limits.buttonText, `${key}: ${label}`)
    })

    it('are no wider than a card in Teams', () => {
      for (const { key, label } of labels)
        assert.ok(inWhole.includes(key) || widthOf(label) <= widest, `${key}: ${label} (${widthOf(label)})`)
    })
  })
}
