import assert from 'node:assert/strict'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { speak, type Args } from '../../../dialogs/words/words.ts'
import { everyLanguage } from '../../kit/languages.ts'
import { argumentsOf, type Argument } from './message-arguments.ts'

/** Every mixture of plausible facts: no number, one, a few, many; each word that has a branch, and one that has none. */
function mixtures(wanted: ReadonlyMap<string, Argument>): readonly Args[] {
  return [...wanted].reduce<readonly Args[]>(
    (sofar, [name, { kinds, branches }]) => {
      const words = [...branches].filter((branch) => branch !== 'other')
      const values = kinds.has('number')
        ? [0, 1, 2, 5, 21, 1234]
        : kinds.has('choice')
          ? [...words, 'Contoso']
          : ['Contoso']
      return sofar.flatMap((args) => values.map((value) => ({ ...args, [name]: value })))
    },
    [{}],
  )
}

for (const catalogue of everyLanguage) {
  describe(`every message in ${catalogue.name}`, () => {
    const words = speak(catalogue, 'Asia/Taipei')
    const said = Object.entries(catalogue.messages).flatMap(([key, message]) =>
      mixtures(argumentsOf(message, catalogue.tag)).map((args) => ({
        key,
        args,
        text: words.say(key as MessageKey, args),
      })),
    )

    it('can be said with any plausible facts', () => {
      for (const { key, args, text } of said) {
        assert.notEqual(text.trim(), '', `${key} ${JSON.stringify(args)}`)
        assert.doesNotMatch(text, /[{}#]|undefined|NaN/u, `${key} ${JSON.stringify(args)}`)
      }
    })

    it('leaves no double space and none at its ends', () => {
      for (const { key, text } of said) assert.doesNotMatch(text, /^\s| {2}|\s$/u, `${key}: “${text}”`)
    })

    it('shows each fact it was given', () => {
      for (const { key, args, text } of said) {
        for (const value of Object.values(args))
          if (typeof value === 'string' && value === 'Contoso') assert(text.includes(value), `${key}: “${text}”`)
      }
    })
  })
}
