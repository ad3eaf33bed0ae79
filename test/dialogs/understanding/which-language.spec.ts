import assert from 'node:assert/strict'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import type { Catalogue, Grammar } from '../../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { english, traditionalChinese } from '../../kit/languages.ts'

/** A language of a few phrases: what is tried here is the choice, whatever any of them comes to say. */
function little(tag: string, spaces: boolean, verbs: Grammar['verbs'], negations: readonly string[] = []): Catalogue {
  const grammar = { ...english.grammar, spaces, polite: [], negations: [...negations], verbs }
  return { ...english, tag, name: tag, grammar }
}

const languages = languagesFrom(
  [
    english,
    traditionalChinese,
    little('zh-Hans-CN', false, {
      suspend: ['停用客户{customer}', '停用{customer}'],
      stop: ['停止'],
      resume: ['恢复'],
    }),
    little(
      'ja',
      false,
      {
        suspend: ['{customer}を停止', '停止{customer}'],
        holds: ['{customer}の停止理由'],
        undo: ['取消'],
        overdue: ['延滞'],
      },
      ['しないで'],
    ),
    little('ru', true, { suspend: ['приостанови {customer}', '{customer} приостанови'], help: ['ещё'] }, [
      'не',
      'сказал',
    ]),
    little(
      'pt-BR',
      true,
      {
        customer: ['notes da {customer}', 'cliente {customer}'],
        'never-mind': ['não'],
        suspend: ['{customer} suspender'],
      },
      ['não'],
    ),
  ],
  'en',
  'Asia/Taipei',
)

function heard(said: string, own: string): Intent | null {
  return languages.understand(said, languages.best(own))
}

describe('which language a sentence is in', () => {
  const cases: readonly (readonly [why: string, said: string, own: string, verb: string | undefined, who?: string])[] =
    [
      ['its own words before an open name', 'notes da contoso', 'en', 'customer', 'contoso'],
      ['the same, whoever asks', 'notes da contoso', 'pt-BR', 'customer', 'contoso'],
      ['what leaves least to a name', '停用客户contoso', 'zh-Hant-TW', 'suspend', 'contoso'],
      ['what is listed word for word before the speaker’s own open name', '停止', 'ja', 'stop'],
      ['the speaker’s own where two list the same', '取消', 'zh-Hant-TW', 'never-mind'],
      ['the speaker’s own where two list the same, again', '取消', 'ja', 'undo'],
      ['kana, where Chinese takes the particles for a name', '停用コントソを', 'en', undefined],
      ['kana, where both leave as much', '停止コントソ', 'en', 'suspend', 'コントソ'],
      ['Japanese for a Chinese speaker', 'コントソの停止理由', 'zh-Hant-TW', 'holds', 'コントソ'],
      ['a Japanese name in a Chinese sentence', '停用すかいらーく', 'zh-Hant-TW', 'suspend', 'すかいらーく'],
      ['Cyrillic for anybody', 'приостанови ромашку', 'en', 'suspend', 'ромашку'],
      ['a Latin name before the verb', 'Fabrikam, Inc. 40を停止', 'ja', 'suspend', 'Fabrikam, Inc. 40'],
      ['ё as е', 'еще', 'en', 'help'],
      ['a word without its accent', 'nao', 'en', 'never-mind'],
      ['a word without its accent, in capitals', 'NAO', 'pt-BR', 'never-mind'],
    ]
  for (const [why, said, own, verb, who] of cases)
    it(`${why}: “${said}” said by somebody who speaks ${own}`, () => {
      const intent = heard(said, own)
      assert.equal(intent?.verb, verb)
      if (who !== undefined) assert.equal(intent && 'who' in intent ? intent.who : null, who)
    })

  it('is the same however often it is said', () => {
    for (const [, said, own] of cases) assert.deepEqual(heard(said, own), heard(said, own))
  })
})

describe('a denial, or somebody else’s words', () => {
  const denials = [
    'не приостанови',
    'Иван сказал приостанови',
    'contoso не приостанови',
    'não suspender',
    'contoso não suspender',
    'contosoを停止しないで',
    '停止contosoしないで',
    '不要期滿終止',
    'contoso不要期滿終止',
    '王經理說期滿終止',
    '期滿終止contoso不要',
  ]
  for (const said of denials)
    it(`is no act: “${said}”`, () => {
      for (const { tag } of languages.all) assert.equal(heard(said, tag), null, tag)
    })

  it('is not found in a name', () => {
    assert.deepEqual(heard('不二家期滿終止', 'zh-Hant-TW'), { verb: 'end', way: 'at-term', who: '不二家' })
    assert.deepEqual(heard('suspend Never Mind Ltd', 'en'), { verb: 'suspend', who: 'Never Mind Ltd', reason: null })
    assert.deepEqual(heard('нева приостанови', 'ru'), { verb: 'suspend', who: 'нева', reason: null })
  })
})
