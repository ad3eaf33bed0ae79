import assert from 'node:assert/strict'
import { everyLanguage, wholeLanguages } from '../../kit/languages.ts'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { shortCommands } from '../../../adapters/slack/commands.ts'

const languages = languagesFrom(everyLanguage, 'en', 'Asia/Taipei')

describe('what is typed behind a slash command', () => {
  const nothing = { overDays: null, fromDays: null, lane: null, above: null, mine: false }
  for (const { tag: own } of wholeLanguages)
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
      [
        'overdue',
        '超过 60 天，在世纪互联',
        { verb: 'overdue', filters: { ...nothing, overDays: 60, lane: 'china' }, page: 1 },
      ],
      ['suspend', '康拓，因为欺诈', { verb: 'suspend', who: '康拓', reason: 'fraud' }],
      ['customer', '康拓的情况', { verb: 'customer', who: '康拓' }],
      ['ticket', '康拓，内容：许可证不见了', { verb: 'ticket', who: '康拓', about: '许可证不见了' }],
      ['ticket', '关闭 PD-142', { verb: 'change-ticket', change: 'close', case: 'PD-142', said: null }],
      [
        'overdue',
        'более 60 дней в китае',
        { verb: 'overdue', filters: { ...nothing, overDays: 60, lane: 'china' }, page: 1 },
      ],
      ['suspend', 'ромашка за мошенничество', { verb: 'suspend', who: 'ромашка', reason: 'fraud' }],
      ['suspend', 'ромашка за неуплату', { verb: 'suspend', who: 'ромашка', reason: 'non-payment' }],
      ['resume', 'ромашка', { verb: 'resume', who: 'ромашка' }],
      ['customer', 'ромашка', { verb: 'customer', who: 'ромашка' }],
      ['ticket', 'по ромашка о лицензиях', { verb: 'ticket', who: 'ромашка', about: 'лицензиях' }],
      ['ticket', 'закрыть PD-142', { verb: 'change-ticket', change: 'close', case: 'PD-142', said: null }],
      [
        'overdue',
        'há mais de 60 dias na china',
        { verb: 'overdue', filters: { ...nothing, overDays: 60, lane: 'china' }, page: 1 },
      ],
      ['suspend', 'padaria por fraude', { verb: 'suspend', who: 'padaria', reason: 'fraud' }],
      ['suspend', 'padaria por inadimplência', { verb: 'suspend', who: 'padaria', reason: 'non-payment' }],
      ['resume', 'padaria', { verb: 'resume', who: 'padaria' }],
      ['customer', 'padaria', { verb: 'customer', who: 'padaria' }],
      ['ticket', 'para padaria sobre licenças', { verb: 'ticket', who: 'padaria', about: 'licenças' }],
      ['ticket', 'fechar PD-142', { verb: 'change-ticket', change: 'close', case: 'PD-142', said: null }],
    ] satisfies readonly (readonly [string, string, Intent])[])
      it(`is understood in its own language: /${verb} ${rest}, read by ${own}`, () =>
        assert.deepEqual(languages.understand(`${verb} ${rest}`, languages.best(own), { verb, rest }), intent))

  it('is heard as a sentence where no language has a verb for the command', () => {
    const read = languages.understand('overdue mine', languages.best('en'), { verb: 'sing', rest: '?' })
    assert.equal(read?.verb, 'overdue')
  })

  it('has a verb in every language', () => {
    for (const { grammar, tag } of wholeLanguages)
      assert.deepEqual(Object.keys(grammar.commands), Object.values(shortCommands).filter(Boolean), tag)
  })
})
