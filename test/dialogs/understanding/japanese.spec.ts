import assert from 'node:assert/strict'
import { fold, nameKey, normalise } from '../../../dialogs/understanding/normalise.ts'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import { readAmount } from '../../../dialogs/understanding/read-amount.ts'
import { readDay } from '../../../dialogs/understanding/read-day.ts'
import { understanding } from '../../../dialogs/understanding/understand.ts'
import { japanese } from '../../kit/languages.ts'
import { changed, customer, eur5000, notice, overdue, suspend, ticket } from './intents.ts'

/** What the corpus does not tell apart: widths, marks, particles, endings, and orders of words. */
const sayings: readonly (readonly [said: string, meant: Intent])[] = [
  ['延滞 ６０日超', overdue({ overDays: 60 })],
  ['延滞　60日以上　中国', overdue({ fromDays: 60, lane: 'china' })],
  ['中国で60日を超えて延滞している顧客、2ページ目', overdue({ overDays: 60, lane: 'china' }, 2)],
  ['パートナーセンターの延滞', overdue({ lane: 'global' })],
  ['ﾊﾟｰﾄﾅｰｾﾝﾀｰの延滞', overdue({ lane: 'global' })],
  ['延滞、5,000.00 EURを超える', overdue({ above: eur5000 })],
  ['延滞 50万円超', overdue({ above: { minor: 500000, currency: 'JPY' } })],
  ['延滞 1.5億円超', overdue({ above: { minor: 150000000, currency: 'JPY' } })],
  ['延滞 5000ドル超', { verb: 'which-currency', number: '5000ドル', sentence: '延滞 5000ドル超', at: 9 }],
  ['すみません、さくら商事の状況を教えてください', customer('さくら商事')],
  ['株式会社ガーデンの状況', customer('株式会社ガーデン')],
  ['株式会社カーデンの状況', customer('株式会社カーデン')],
  ['サーバー工業を停止して', suspend('サーバー工業')],
  ['サーバ工業を停止して', suspend('サーバ工業')],
  ['contosoを止めてくれますか', suspend('contoso')],
  ['contosoを未払いで停止していただけますか？', suspend('contoso', 'non-payment')],
  ['未入金のため、contosoのサブスクリプションを停止', suspend('contoso', 'non-payment')],
  ['contosoを規約違反により停止してください', suspend('contoso', 'misuse')],
  ['お客様の依頼でcontosoを停止', suspend('contoso', 'customer-request')],
  ['contosoを気分で停止', suspend('contoso')],
  ['contosoを12月5日に停止', { ...suspend('contoso'), on: '12月5日' } as Intent],
  ['明後日contosoを停止して', { ...suspend('contoso'), on: '明後日' } as Intent],
  ['来週の金曜、contosoを停止お願いします', { ...suspend('contoso'), on: '来週の金曜' } as Intent],
  ['佐藤さんを承認者から外して', { verb: 'role', change: 'take', role: 'approver', person: '佐藤さん' }],
  ['contosoに最終督促、期限は12月5日', notice('contoso', '12月5日')],
  ['PD-142の重大度を重大にして', changed('severity', '重大にして')],
  ['PD-142への回答：30席分を返金済み。', changed('answer', '30席分を返金済み。')],
  ['contosoのチケットを作成、内容：エラー（53003）。', ticket('contoso', 'エラー（53003）。')],
  ['ＰＤ－１４２', { verb: 'show-case', case: 'PD-142' }],
  ['参加申請お願いします', { verb: 'link', code: null }],
  ['連携 ７ＫＱ２－Ｍ９ＦＤ', { verb: 'link', code: '7KQ2-M9FD' }],
  ['どうもありがとうございます', { verb: 'thanks' }],
  ['\u200fヘルプ\u200b 🙏', { verb: 'help' }],
]

describe('Japanese as it is said', () => {
  const understand = understanding(japanese)

  for (const [said, meant] of sayings)
    it(`「${said}」 means ${meant.verb}`, () => assert.deepEqual(understand(said), meant))

  it('keeps voice marks and long vowels, which make another word', () => {
    for (const key of [fold, normalise, nameKey]) {
      assert.notEqual(key('カーデン'), key('ガーデン'))
      assert.notEqual(key('はし'), key('ばし'))
      assert.notEqual(key('ビル'), key('ビール'))
      assert.equal(key('ｶﾞｰﾃﾞﾝ'), key('ガーデン'))
    }
  })
})

describe('a day in Japanese', () => {
  // A Thursday.
  const read = (said: string) => readDay(said, '2026-12-03', japanese)

  for (const [said, day] of [
    ['金曜', '2026-12-04'],
    ['金曜日まで', '2026-12-04'],
    ['来週の金曜', '2026-12-11'],
    ['来週金曜日までに', '2026-12-11'],
    ['明後日', '2026-12-05'],
    ['１２月５日', '2026-12-05'],
    ['2027年1月15日までに', '2027-01-15'],
    ['2026/12/5', '2026-12-05'],
    ['今度の月曜', '2026-12-07'],
    ['12/5', '2026-12-05'],
    ['2週間後', '2026-12-17'],
    ['3日後までに', '2026-12-06'],
  ] as const)
    it(`is ${day} where one says ${said}`, () => assert.equal(read(said), day))

  it('is asked about where it is no day of the calendar, or could be two', () => {
    for (const said of ['月末', '2月30日', '近いうち', 'まで']) assert.equal(read(said), null, said)
  })
})

describe('an amount in Japanese', () => {
  it('counts in ten thousands', () => {
    assert.deepEqual(readAmount('30万円', 'ja'), { kind: 'amount', money: { minor: 300000, currency: 'JPY' } })
    assert.deepEqual(readAmount('1.5万ユーロ', 'ja'), { kind: 'amount', money: { minor: 1500000, currency: 'EUR' } })
    assert.deepEqual(readAmount('２億円', 'ja'), { kind: 'amount', money: { minor: 200000000, currency: 'JPY' } })
  })

  it('is asked about where its currency is not known', () =>
    assert.deepEqual(readAmount('30万', 'ja'), { kind: 'no-currency', number: '30万' }))
})
