import assert from 'node:assert/strict'
import { alarmReply } from '../../dialogs/alarm-reply.ts'
import { english, traditionalChinese as chinese } from '../kit/languages.ts'
import { pageText } from '../../dialogs/page-text.ts'
import type { CardTalk } from '../../dialogs/talk.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { speak } from '../../dialogs/words/words.ts'
import type { Alarm } from '../../domain/cases/alarm.ts'
import { pageKinds } from '../../domain/paging/pager-call.ts'
import { aPagerCall } from '../kit/paging.ts'

const en = speak(english, 'Europe/Berlin')
const zh = speak(chinese, 'Asia/Shanghai')

describe('a call in words', () => {
  it('says what waits, where, how grave, since when and what to do, and that it names nobody', () => {
    assert.deepEqual(pageText(aPagerCall(), en), {
      subject: '[Partner Desk] F-12: nobody has acted for 30 minutes',
      lines: [
        'F-12: nobody has acted for 30 minutes.',
        'Operator: 21Vianet',
        'Severity: high',
        `Since: ${en.moment(aPagerCall().since)} (30 minutes when this was sent)`,
        'In Teams or Slack, say “F-12” to the desk, and claim it, act on it or decide it. The operator expects an answer within the hour.',
        'No customer is named here on purpose.',
      ],
    })
  })

  it('says so in Chinese', () => {
    const { subject, lines } = pageText(aPagerCall(), zh)
    assert.equal(subject, '[Partner Desk] F-12：已有 30 分鐘無人處理')
    assert.deepEqual(lines.slice(0, 3), ['F-12：已有 30 分鐘無人處理。', '營運商：世紀互聯', '嚴重性：高'])
  })

  it('of a feed says which operator, and leaves out what is not known', () => {
    const silent = aPagerCall({ kind: 'silent-feed', case: null, severity: null })
    assert.equal(pageText(silent, en).subject, '[Partner Desk] No news from 21Vianet for 30 minutes')
    assert.equal(
      pageText({ ...silent, lane: null }, en).subject,
      '[Partner Desk] No news from any operator for 30 minutes',
    )
    assert.doesNotMatch(pageText(silent, en).lines.join('\n'), /Severity|null/)
  })

  it('as a test asks nothing of anybody', () => {
    const test = aPagerCall({ kind: 'test', case: null, lane: null, severity: null })
    assert.deepEqual(pageText(test, en).lines, ['A test of the pager.', 'It works. There is nothing to do.'])
  })

  it('fits one line of a mail, in every language', () => {
    for (const words of [en, zh])
      for (const kind of pageKinds) assert.match(pageText(aPagerCall({ kind }), words).subject, /^[^\r\n]{10,78}$/)
  })
})

describe('an alarm about the pager', () => {
  const told = (alarm: Alarm, words = en) => plain(alarmReply(alarm, { words } as CardTalk))
  const refused = { what: 'pager-refused', way: 'mail', case: 'F-12', code: 'EAUTH', givenUp: false } as const

  it('says what does not arrive, that it is tried again, and what to do', () => {
    assert.match(
      told(refused),
      /^The call by mail about F-12 does not arrive \(EAUTH\)\. I try again for a day\. Until it works, tell whoever is on duty yourself\. This shows what to mend: npm run desk -- doctor$/m,
    )
    assert.match(told(refused, zh), /^F-12：值班通知（電子郵件）送不出去（EAUTH），系統會在一天之內持續重試。/m)
  })
  it('says that it was given up', () => {
    assert.match(
      told({ ...refused, way: 'webhook', case: null, givenUp: true }),
      /^The call by webhook did not arrive .* given it up/m,
    )
  })
  it('says that it did not reach everybody', () => {
    assert.match(told({ ...refused, code: 'some-refused' }), /F-12 did not reach everybody/)
  })
  it('says that there is no way to call anybody', () => {
    assert.match(told({ what: 'nobody-to-page', case: null }), /^Somebody should have been called/m)
    assert.match(told({ what: 'nobody-to-page', case: 'F-1' }), /^For F-1, somebody should have been called/m)
  })
})
