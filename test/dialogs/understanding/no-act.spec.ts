import assert from 'node:assert/strict'
import { understanding } from '../../../dialogs/understanding/understand.ts'
import { english, everyLanguage, simplifiedChinese, traditionalChinese } from '../../kit/languages.ts'

const notCommands = {
  [english.tag]: [
    'don’t suspend contoso',
    "please don't suspend contoso",
    'do not suspend contoso',
    'never suspend contoso',
    'can you not suspend contoso',
    'let’s not suspend contoso',
    'I suspended contoso yesterday?',
    'we already suspended contoso',
    'should we suspend contoso?',
    'when do we suspend contoso',
    'who suspended contoso',
    'Wang said: suspend contoso',
    'is contoso suspended?',
    'suspended contoso',
    'suspendcontoso',
    'unsuspended contoso',
    'don’t resume contoso',
    'did somebody resume contoso',
    'no final notice contoso',
    'don’t make Mei an approver',
    'I would not make Mei an approver',
    'don’t route approvals here',
    'not ticket contoso',
    'hihelp',
    'pleaseoverdue',
    `${'please '.repeat(20)}overdue`,
    'contoso',
    'yes',
    'ok',
    'approve',
    'approve S-12',
  ],
  [traditionalChinese.tag]: [
    '不要停用contoso',
    '請不要停用contoso',
    '別停用contoso',
    '先別停用contoso',
    '請勿停用contoso',
    '不要把contoso停用',
    '別把contoso停用',
    '麻煩先不要把contoso停用',
    '我要不要停用contoso',
    '要停用contoso嗎？',
    '是否停用contoso',
    '該停用contoso嗎',
    '我昨天停用了contoso',
    '我們已經停用contoso了',
    'contoso停用',
    'contoso已停用',
    '誰停用了contoso',
    '王經理說停用contoso',
    '不要恢復contoso',
    '不要讓王小明擔任核准人',
    '不要對contoso發出最後催告',
    '不要為contoso開工單',
    '核准通知不要發到',
    '聽說客戶最近有資金缺口，了解公司的狀況',
    `${'聽說客戶最近有資金缺口'.repeat(6)}的狀況`,
    '我不知道誰逾期',
    'contoso',
    '好',
    '核准',
    '核准 S-12',
  ],
  [simplifiedChinese.tag]: [
    '不要停用contoso',
    '请不要停用contoso',
    '别停contoso',
    '先别停掉contoso',
    '请勿暂停contoso的服务',
    '不要把contoso停了',
    '要不要暂停contoso',
    '该不该停掉contoso',
    '是否暂停contoso的服务',
    '我昨天停了contoso',
    '我们已经暂停contoso了',
    'contoso已停用',
    '谁停用了contoso',
    '王经理说停掉contoso',
    '不要恢复contoso的服务',
    '不要让王小明担任审批人',
    '不要对contoso发出最后催告',
    '先别给contoso提工单',
    '不要恢复接单contoso',
    '我不知道谁逾期了',
    '好的',
    '批准',
    '批准 S-12',
    '同意',
  ],
}

describe('what is no command', () => {
  for (const [tag, sayings] of Object.entries(notCommands)) {
    for (const said of sayings) {
      it(`is left alone in every language: “${said}” (${tag})`, () => {
        for (const catalogue of everyLanguage) assert.equal(understanding(catalogue)(said), null, catalogue.name)
      })
    }
  }

  it('begins nothing about a name when a remark hangs on it, but asks who is meant', () => {
    const understand = understanding(english)
    // A suspension only ever begins with a question; a name nobody bears is asked about again.
    assert.deepEqual(understand('suspend contoso? no!'), { verb: 'suspend', who: 'contoso? no', reason: null })
    assert.deepEqual(understand('suspend nobody'), { verb: 'suspend', who: 'nobody', reason: null })
  })
})
