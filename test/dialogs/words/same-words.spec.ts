import assert from 'node:assert/strict'
import type { Grammar } from '../../../dialogs/words/catalogue.ts'
import { english, everyLanguage } from '../../kit/languages.ts'
import { argumentsOf } from './message-arguments.ts'

const lists = [
  'verbs',
  'filters',
  'reasons',
  'lanes',
  'topics',
  'severities',
  'ticketFields',
  'roles',
  'routes',
  'alerts',
  'levels',
  'narrowing',
  'days',
  'importing',
  'answers',
] as const satisfies (keyof Grammar)[]

for (const { tag, name, grammar, messages } of everyLanguage) {
  describe(`${name} says what English says`, () => {
    it('has exactly the messages of English', () =>
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(english.messages).sort()))

    it('asks for the same facts in each message', () => {
      for (const [key, message] of Object.entries(english.messages)) {
        const wanted = [...argumentsOf(message, 'en').keys()].sort()
        assert.deepEqual([...argumentsOf(messages[key] ?? '', tag).keys()].sort(), wanted, key)
      }
    })

    it('treats as a number what English treats as one', () => {
      for (const [key, message] of Object.entries(english.messages)) {
        const own = argumentsOf(messages[key] ?? '', tag)
        for (const [argument, { kinds }] of argumentsOf(message, 'en')) {
          assert.deepEqual([...(own.get(argument)?.kinds ?? [])].sort(), [...kinds].sort(), `${key} {${argument}}`)
        }
      }
    })

    it('has a branch for nought wherever English has one', () => {
      for (const [key, message] of Object.entries(english.messages)) {
        const own = argumentsOf(messages[key] ?? '', tag)
        for (const [argument, { branches }] of argumentsOf(message, 'en')) {
          if (branches.has('=0')) assert(own.get(argument)?.branches.has('=0'), `${key} {${argument}}`)
        }
      }
    })

    for (const list of lists) {
      it(`knows the same ${list}`, () =>
        assert.deepEqual(Object.keys(grammar[list]).sort(), Object.keys(english.grammar[list]).sort()))
    }

    it('says the same slots for each verb and filter, so that every button finds its sentence', () => {
      const slotsOf = (phrases: readonly string[] = []) =>
        new Set(
          phrases.map((phrase) =>
            [...phrase.matchAll(/\{(\w+)\}/gu)]
              .map(([, slot]) => slot)
              .sort()
              .join(),
          ),
        )
      for (const list of ['verbs', 'filters'] as const) {
        for (const [verb, phrases] of Object.entries(english.grammar[list])) {
          const own = slotsOf(grammar[list][verb])
          for (const slots of slotsOf(phrases)) assert(own.has(slots), `${verb} with ${slots || 'nothing'}`)
        }
      }
    })

    it('ends a phrase with the words that are passed on', () => {
      for (const phrase of Object.values(grammar.verbs).flat())
        assert(!phrase.includes('{text}') || phrase.endsWith('{text}'), phrase)
    })

    it('keeps its button labels short enough for every chat', () => {
      const labels = Object.entries(messages).filter(([key]) => key.startsWith('button.'))
      // What stops with this one, and why, is said in whole: it must not be taken for the other.
      const most = (key: string) => (key === 'button.stop-azure' ? 40 : 30)
      for (const [key, label] of labels) assert([...label].length <= most(key), `${key}: ${label}`)
    })
  })
}
