import assert from 'node:assert/strict'
import { troubleLine } from '../../dialogs/phrases/trouble-line.ts'
import english from '../../dialogs/languages/en.json' with { type: 'json' }
import chinese from '../../dialogs/languages/zh-hant.json' with { type: 'json' }
import { languagesFrom } from '../../dialogs/words/languages.ts'
import type { FaultKind } from '../../domain/shared/outside-fault.ts'

const languages = languagesFrom([english, chinese], 'en', 'UTC')

// facts/partner-center 3.2, 6.3 and 6.6
describe('what a fault of the operator means, and what to do', () => {
  for (const [kind, code, inEnglish, inChinese] of [
    ['unreachable', 'no-answer', /is not answering/, /沒有回應/],
    ['unreachable', 'unreadable', /answered in Partner Center’s place.*a proxy/, /代理伺服器/],
    ['refused', '27009', /base subscription is not active \(code 27009\).*base back first/, /先恢復主訂用帳戶/],
    ['refused', '900416', /said no \(code 900416\)/, /拒絕了這項要求/],
    ['busy', '900278', /passes within a day/, /一天之內/],
    ['unauthorised', '2032', /Admin agent/, /Admin agent/],
    ['unauthorised', '900150', /Admin agent/, /Admin agent/],
    ['unauthorised', '900308', /Admin agent/, /Admin agent/],
    ['unauthorised', '900329', /sign-in of a person.*refresh token/, /重新整理權杖/],
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
})
