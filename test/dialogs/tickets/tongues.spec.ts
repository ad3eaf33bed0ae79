import assert from 'node:assert/strict'
import { isChinese, isInOtherScript } from '../../../dialogs/tickets/operator-words/tongues.ts'

describe('the script of a problem', () => {
  for (const [text, chinese, other] of [
    ['使用者無法登入', true, true],
    ['请求的发票金额不对 INV-9', true, true],
    ['請求書の金額が間違っています', false, true],
    ['ログインできません', false, true],
    ['Неверная сумма в счёте', false, true],
    ['Uma fatura errada', false, false],
    ['The customer 北京科技 cannot sign in since Monday', false, false],
    ['The customer Ромашка cannot sign in since Monday', false, false],
    ['900150', false, false],
  ] as const) {
    it(`of “${text}”: ${chinese ? 'Chinese' : other ? 'another than English, not Chinese' : 'as English'}`, () => {
      assert.deepEqual([isChinese(text), isInOtherScript(text)], [chinese, other])
    })
  }
})
