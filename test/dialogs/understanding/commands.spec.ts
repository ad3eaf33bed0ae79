import assert from 'node:assert/strict'
import { english, japanese, traditionalChinese as chinese } from '../../kit/languages.ts'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import { catalogue } from '../../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'

const languages = languagesFrom(
  [english, chinese, japanese].map((each) => catalogue.parse(each)),
  'en',
  'Asia/Taipei',
)

describe('what is typed behind a slash command', () => {
  const nothing = { overDays: null, fromDays: null, lane: null, above: null, mine: false }
  for (const own of ['en', 'zh-TW', 'ja'])
    for (const [verb, rest, intent] of [
      [
        'overdue',
        'over 60 days in china',
        { verb: 'overdue', filters: { ...nothing, overDays: 60, lane: 'china' }, page: 1 },
      ],
      ['overdue', '超過60天', { verb: 'overdue', filters: { ...nothing, overDays: 60 }, page: 1 }],
      [
        'overdue',
        '超過 60 天，在世紀互聯',
        { verb: 'overdue', filters: { ...nothing, overDays: 60, lane: 'china' }, page: 1 },
      ],
      ['suspend', 'contoso for fraud', { verb: 'suspend', who: 'contoso', reason: 'fraud' }],
      ['suspend', '康拓 因為詐騙', { verb: 'suspend', who: '康拓', reason: 'fraud' }],
      ['suspend', '康拓的服務，原因是未付款', { verb: 'suspend', who: '康拓', reason: 'non-payment' }],
      ['suspend', '康拓', { verb: 'suspend', who: '康拓', reason: null }],
      ['customer', '康拓的狀況', { verb: 'customer', who: '康拓' }],
      ['customer', 'contoso', { verb: 'customer', who: 'contoso' }],
      ['resume', '康拓的服務', { verb: 'resume', who: '康拓' }],
      ['resume', 'contoso', { verb: 'resume', who: 'contoso' }],
      ['ticket', 'for contoso about seats', { verb: 'ticket', who: 'contoso', about: 'seats' }],
      ['ticket', '康拓，內容：授權不見了', { verb: 'ticket', who: '康拓', about: '授權不見了' }],
      ['ticket', 'PD-142', { verb: 'show-case', case: 'PD-142' }],
      ['ticket', 'note PD-142 seen', { verb: 'change-ticket', change: 'note', case: 'PD-142', said: 'seen' }],
      ['ticket', '結案 PD-142', { verb: 'change-ticket', change: 'close', case: 'PD-142', said: null }],
      ['ticket', 'my tickets', { verb: 'tickets', mine: true, page: 1 }],
      ['overdue', '60日以上、中国', { verb: 'overdue', filters: { ...nothing, fromDays: 60, lane: 'china' }, page: 1 }],
      ['suspend', 'さくら商事、未払いで', { verb: 'suspend', who: 'さくら商事', reason: 'non-payment' }],
      ['suspend', 'さくら商事を', { verb: 'suspend', who: 'さくら商事', reason: null }],
      ['resume', 'さくら商事を', { verb: 'resume', who: 'さくら商事' }],
      ['customer', 'さくら商事', { verb: 'customer', who: 'さくら商事' }],
      [
        'ticket',
        'さくら商事、内容：サインインできない',
        { verb: 'ticket', who: 'さくら商事', about: 'サインインできない' },
      ],
      ['ticket', 'クローズ PD-142', { verb: 'change-ticket', change: 'close', case: 'PD-142', said: null }],
      ['ticket', '給康拓', { verb: 'ticket', who: '康拓', about: null }],
    ] satisfies readonly (readonly [string, string, Intent])[])
      it(`is understood in its own language: /${verb} ${rest}, read by ${own}`, () =>
        assert.deepEqual(languages.understand(`${verb} ${rest}`, languages.best(own), { verb, rest }), intent))

  it('is heard as a sentence where no language has a verb for the command', () => {
    const read = languages.understand('overdue mine', languages.best('en'), { verb: 'sing', rest: '?' })
    assert.equal(read?.verb, 'overdue')
  })

  it('has a verb in every language', () => {
    for (const { grammar } of [english, chinese, japanese])
      assert.deepEqual(Object.keys(grammar.commands), [
        'overdue',
        'customer',
        'suspend',
        'resume',
        'ticket',
        'fraud',
        'credit',
        'policy',
      ])
  })
})
