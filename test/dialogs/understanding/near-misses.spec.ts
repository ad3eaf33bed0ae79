import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isAct } from '../../../dialogs/understanding/acts.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { everyLanguage } from '../../kit/languages.ts'

const languages = languagesFrom(everyLanguage, 'en', 'Asia/Taipei')
const english = languages.best('en')
const guess = (said: string) => {
  assert.equal(languages.understand(said, english), null, `${said} is understood`)
  return languages.guess(said, english)
}

describe('a sentence that nobody understood', () => {
  const sure: readonly (readonly [said: string, meant: string])[] = [
    ['overdeu', 'overdue'],
    ['ovedue over 60 days in china', 'overdue over 60 days in china'],
    ['who is overdu', 'who is overdue'],
    ['custmer contoso', 'customer contoso'],
  ]
  for (const [said, meant] of sure)
    it(`“${said}” only shows something, and is answered as “${meant}”`, () => assert.equal(guess(said).sure, meant))

  const asked: readonly (readonly [said: string, ...choices: string[]])[] = [
    ['suspned contoso', 'suspend contoso'],
    ['contoso suspend', 'suspend contoso'],
    ['contoso customer', 'customer contoso'],
    ['hlep', 'help'],
    // The list of what waits: a request is decided on its card.
    ['approve', 'approvals'],
    ['opne tickets', 'open tickets'],
    ['what is next contoso', 'what is next for contoso'],
    ['final notise contoso', 'final notice contoso'],
    ['contoso停用', '停用contoso'],
  ]
  for (const [said, ...choices] of asked)
    it(`“${said}” is asked back`, () => assert.deepEqual(guess(said), { sure: null, choices }))

  const nothing = [
    'dont suspned contoso',
    'do not suspned contoso',
    'Wang said suspned contoso',
    '不要停用contoso',
    '不停用contoso',
    '誰停用contoso',
    '尚未對contoso發出最後催告',
    '還沒對contoso發出最後催告',
    '是不是已對contoso發出最後催告',
    'the weather is nice today',
    'contoso',
    'yes',
    'ok',
    '逾朞',
    'x'.repeat(10_000),
    `suspned ${'contoso '.repeat(40)}`,
  ]
  for (const said of nothing)
    it(`“${said.slice(0, 40)}” is nothing near`, () => assert.deepEqual(guess(said), { sure: null, choices: [] }))

  it('is never an act without a press, however small the slip', () => {
    const acts = everyLanguage.flatMap(({ grammar }) =>
      Object.values(grammar.verbs)
        .flat()
        .filter((phrase) => [...phrase.matchAll(/\{\w+\}/gu)].every(([slot]) => slot === '{customer}')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...acts), fc.nat(), fc.nat(25), (phrase, place, letter) => {
        const said = phrase.replace('{customer}', 'contoso')
        const at = place % said.length
        const slipped = said.slice(0, at) + String.fromCharCode(97 + letter) + said.slice(at + 1)
        if (languages.understand(slipped, english)) return
        const { sure, choices } = languages.guess(slipped, english)
        assert(choices.length <= 3)
        for (const choice of choices) assert.notEqual(languages.understand(choice, english), null, choice)
        if (sure === null) return
        const intent = languages.understand(sure, english)
        assert(intent !== null && !isAct(intent), `${slipped} → ${sure}`)
      }),
      { numRuns: 400 },
    )
  })

  it('takes no longer for being odd', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (said) => {
        const { choices } = languages.guess(said, english)
        assert(choices.length <= 3)
      }),
      { numRuns: 200 },
    )
  })
})
