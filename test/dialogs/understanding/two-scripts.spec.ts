import assert from 'node:assert/strict'
import type { Intent } from '../../../dialogs/understanding/intent.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { everyLanguage } from '../../kit/languages.ts'
import { customer, eur5000, overdue, suspend } from './intents.ts'

const languages = languagesFrom(everyLanguage, 'en', 'UTC')

/** Each pair is one sentence in both scripts; who set one of them may write the other. */
const sayings: readonly (readonly [simplified: string, traditional: string, meant: Intent])[] = [
  ['逾期客户', '逾期客戶', overdue()],
  ['逾期金额超过5000欧元', '逾期金額超過5000歐元', overdue({ above: eur5000 })],
  ['查询 contoso', '查詢 contoso', customer('contoso')],
  ['查一下contoso的状况', '查一下contoso的狀況', customer('contoso')],
  ['停用contoso的服务', '停用contoso的服務', suspend('contoso')],
  ['停用contoso，因为欠费', '停用contoso，因為欠費', suspend('contoso', 'non-payment')],
  ['因为未付款停用contoso', '因為未付款停用contoso', suspend('contoso', 'non-payment')],
  ['信用额度', '信用額度', { verb: 'credits' }],
  ['看下一页', '看下一頁', { verb: 'page' }],
  ['永久取消contoso的订阅', '永久取消contoso的訂閱', { verb: 'end', way: 'cancel', who: 'contoso' }],
]

describe('Chinese in the script that one did not choose', () => {
  for (const [simplified, traditional, meant] of sayings) {
    for (const setting of ['zh-Hans-CN', 'zh-Hant-TW', 'en'])
      for (const said of [simplified, traditional])
        it(`“${said}” in a ${setting} setting`, () =>
          assert.deepEqual(languages.understand(said, languages.best(setting)), meant))
  }

  it('leaves a customer’s name in its own script', () => {
    const own = languages.best('zh-Hans-CN')
    assert.deepEqual(languages.understand('停用台灣大數據的服务', own), suspend('台灣大數據'))
    assert.deepEqual(languages.understand('停用北京中关村软件的服務', own), suspend('北京中关村软件'))
  })
})
