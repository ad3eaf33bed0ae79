import assert from 'node:assert/strict'
import { troubleLine } from '../../dialogs/phrases/trouble-line.ts'
import { english, traditionalChinese as chinese } from '../kit/languages.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { FaultKind } from '../../domain/shared/outside-fault.ts'

const languages = languagesFrom([english, chinese], 'en', 'UTC')

// facts/partner-center 3.2, 6.3 and 6.6
describe('what a fault of the operator means, and what to do', () => {
  for (const [kind, code, inEnglish, inChinese] of [
    ['unreachable', 'no-answer', /is not answering/, /沒有回應/],
    ['unreachable', 'unreadable', /answered in Partner Center’s place.*a proxy/, /代理伺服器/],
    ['refused', '27009', /base subscription is not active \(code 27009\).*base back first/, /先恢復主訂用帳戶/],
    ['refused', '800070', /said no \(code 800070\)/, /拒絕了這項要求/],
    ['busy', '900278', /passes within a day/, /一天之內/],
    ['unauthorised', '2032', /Admin agent/, /Admin agent/],
    ['unauthorised', '900150', /Admin agent/, /Admin agent/],
    ['unauthorised', '900308', /Admin agent/, /Admin agent/],
    ['unauthorised', '900329', /sign-in of a person.*PARTNER_CENTER_GLOBAL_REFRESH_TOKEN/, /重新整理權杖/],
    ['unauthorised', 'invalid_grant', /give consent again and set PARTNER_CENTER_GLOBAL_REFRESH_TOKEN/, /重新同意/],
    ['unauthorised', 'invalid_client', /set a new PARTNER_CENTER_GLOBAL_CLIENT_SECRET/, /祕密/],
    ['unauthorised', '900421', /without a second factor \(MFA\)/, /MFA/],
    ['throttled', null, /asks us to slow down/, /放慢速度/],
    ['unauthorised', '900309', /Conditional Access/, /條件式存取/],
    ['unauthorised', '800039', /reseller programme/, /經銷商計劃/],
    ['unauthorised', '900420', /doctor/, /doctor/],
    ['unauthorised', null, /refused our own access\. .*doctor/, /doctor/],
  ] as const satisfies readonly (readonly [FaultKind, string | null, RegExp, RegExp])[])
    it(`${kind} ${code ?? 'without a code'}`, () => {
      const line = (language: string) =>
        troubleLine({ kind, code, description: null, correlationId: null }, 'global', languages.best(language))
      assert.match(line('en'), inEnglish)
      assert.match(line('zh-Hant'), inChinese)
      // An English word in a Chinese sentence would be a branch forgotten there.
      assert.notEqual(line('zh-Hant'), line('en'))
    })

  for (const [code, inEnglish, inChinese] of [
    [null, 'Partner Center asks us to wait until Mar 31, 2026, 6:02 AM.', /要求我們等到 2026年3月31日.*6:02/],
    [
      'over-budget',
      'The desk has asked Partner Center as often as it may in a minute; there is room again from Mar 31, 2026, 6:02 AM.',
      /已達上限；2026年3月31日.*6:02/,
    ],
  ] as const)
    it(`says until when to wait, never a minute too early (${code ?? 'asked to'})`, () => {
      const line = (language: string) => {
        const until: Instant = '2026-03-31T06:01:00.500Z'
        const trouble = { kind: 'throttled', code, description: null, correlationId: null, until } as const
        return troubleLine(trouble, 'global', languages.best(language)).replaceAll('\u202f', ' ')
      }
      assert.equal(line('en'), inEnglish)
      assert.match(line('zh-Hant'), inChinese)
    })
})
