import assert from 'node:assert/strict'
import { ticketSubject, ticketText } from '../../../dialogs/tickets/operator-text.ts'
import { aTicket, contoso, fabrikam, minute, seats } from '../../kit/builders.ts'

const atFabrikam = {
  lane: 'global',
  customer: { id: fabrikam, name: 'Fabrikam Inc', domain: 'fabrikam.com' },
} as const

/** As it stands, without the margin of the spec. */
function lines(text: string): string {
  return text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
    .map((each) => each.slice(6))
    .join('\n')
}

describe('what an operator reads of a ticket', () => {
  it('is English at Microsoft, with everything the operator needs and dated lines, oldest first', () => {
    const text = ticketText(
      aTicket({
        ...atFabrikam,
        id: 'PD-142',
        title: 'Seats cannot be suspended',
        text: 'Since Monday every try fails.\nThe portal says the same.',
        impact: 'Costs go on.',
        tried: 'Twice by API, once in the portal.',
        topic: 'subscription',
        contact: 'Sam, sam@partner.example',
        from: 'S-12',
        subscriptions: [{ id: seats, name: 'Microsoft 365 Business' }],
        correlationIds: ['d9aa4a6c-0000-4000-8000-000000000001'],
        evidence: [
          { at: minute(0), what: 'suspension.approved', about: 'S-12' },
          { at: minute(1), what: 'suspension.questioned', about: 'S-12' },
          { at: minute(2), what: 'suspension.acted', about: 'S-12' },
        ],
        attachments: ['dossier'],
      }),
      'Asia/Taipei',
    )
    assert.equal(
      text,
      lines(`
      [PD-142] Seats cannot be suspended

      Problem:
      Since Monday every try fails.
      The portal says the same.

      Impact:
      Costs go on.

      What we have tried:
      Twice by API, once in the portal.

      Topic: Subscription
      Severity: moderate
      Customer: Fabrikam Inc (fabrikam.com)
      Tenant ID: ${fabrikam}
      Subscriptions:
      - Microsoft 365 Business (${seats})
      Correlation IDs:
      - d9aa4a6c-0000-4000-8000-000000000001
      Our record (UTC, then Asia/Taipei):
      - 2025-03-31 02:00 UTC (2025-03-31 10:00) Suspension approved by a second person [S-12]
      - 2025-03-31 02:02 UTC (2025-03-31 10:02) Attempt to suspend completed [S-12]
      Attachments:
      - Fraud evidence and charges (dossier)
      Contact: Sam, sam@partner.example
      Our reference is PD-142. Please leave [PD-142] in the title.
      `),
    )
  })

  it('is Simplified Chinese first at 21Vianet, then English, and says where words are in one of them only', () => {
    const text = ticketText(
      aTicket({
        title: '发票数量不符',
        text: 'The invoice shows 30 seats, the portal 25.',
        inChinese: '发票显示 30 个席位，门户显示 25 个。',
        impact: '客户拒绝付款。',
        tried: 'Compared both lists line by line.',
        contact: 'Sam',
        customer: { id: contoso, name: 'Contoso 中国', domain: 'contoso.cn' },
        evidence: [{ at: '2025-03-30T17:30:00.000Z', what: 'sighting.opened', about: 'O-1' }],
        from: 'O-1',
      }),
      'Europe/Berlin',
    )
    assert.equal(
      text,
      lines(`
      [PD-1] 发票数量不符

      问题描述：
      发票显示 30 个席位，门户显示 25 个。

      影响范围：
      客户拒绝付款。

      我方已采取的措施：
      （此项仅有英文，请见下方英文部分。）

      问题类别：账单
      严重程度：中等
      客户：Contoso 中国 (contoso.cn)
      租户 ID：${contoso}
      我方处理记录（UTC 时间，括号内为北京时间）：
      - 2025-03-30 17:30 UTC (2025-03-31 01:30) 发现订阅状态并非我方所设 [O-1]
      联系人：Sam
      我方编号为 PD-1，请在标题中保留 [PD-1]。

      ----------

      Problem:
      The invoice shows 30 seats, the portal 25.

      Impact:
      (Written in Chinese only; see the Chinese part above.)

      What we have tried:
      Compared both lists line by line.

      Topic: Billing
      Severity: moderate
      Customer: Contoso 中国 (contoso.cn)
      Tenant ID: ${contoso}
      Our record (UTC, then Beijing time):
      - 2025-03-30 17:30 UTC (2025-03-31 01:30) Subscription found in a state that we did not set [O-1]
      Contact: Sam
      Our reference is PD-1. Please leave [PD-1] in the title.
      `),
    )
  })

  it('tells 21Vianet the problem in Chinese where that is all there is', () => {
    const text = ticketText(aTicket({ text: '', inChinese: '用户无法登录。' }), 'UTC')
    assert.match(text, /问题描述：\n用户无法登录。\n/u)
    assert.match(text, /Problem:\n\(Written in Chinese only; see the Chinese part above\.\)\n/u)
  })

  it('shows Microsoft Chinese words as what they are, in the one part there is', () => {
    const text = ticketText(aTicket({ ...atFabrikam, text: '使用者無法登入。' }), 'UTC')
    assert.match(text, /Problem:\n\(In Chinese, as our staff wrote it:\)\n使用者無法登入。\n/u)
    assert.doesNotMatch(text, /问题描述/u)
  })

  it('takes a Chinese name in an English sentence for English', () => {
    const text = ticketText(aTicket({ text: 'The users of 康托索 cannot sign in since Monday.' }), 'UTC')
    assert.match(text, /问题描述：\n（此项仅有英文/u)
  })

  it('has plain signs at Microsoft wherever that changes no word, and none that nobody sees', () => {
    const text = ticketText(
      aTicket({ ...atFabrikam, text: '“Seats” – don’t work…\u0007\u202e as of\u00a0today\tstill' }),
      'UTC',
    )
    assert.match(text, /\n"Seats" - don't work\.\.\. as of today still\n/)
    assert.match(ticketText(aTicket({ text: '“席位”不对…', inChinese: null }), 'UTC'), /“席位”不对…/u)
  })

  it('goes through a long record by its beginning and its end, and names no more than twenty subscriptions', () => {
    const text = ticketText(
      aTicket({
        ...atFabrikam,
        evidence: Array.from({ length: 20 }, (_, at) => ({
          at: minute(at),
          what: 'fraud-alert.repeated',
          about: 'F-1',
        })),
        subscriptions: Array.from({ length: 23 }, (_, at) => ({ id: `id-${at}`, name: `Seats ${at}` })),
      }),
      'UTC',
    )
    assert.equal(text.match(/Suspicious use seen again/g)?.length, 8)
    assert.match(text, /02:02 UTC[^\n]*\n- \.\.\. and 12 more\n- 2025-03-31 02:15 UTC/)
    assert.match(text, /- Seats 19 \(id-19\)\n- \.\.\. and 3 more\n/)
    assert.match(text, /\nOur record \(UTC\):\n- 2025-03-31 02:00 UTC Suspicious/)
  })

  it('has our number in a title of one line', () =>
    assert.equal(ticketSubject(aTicket({ id: 'PD-7', title: 'One\r\nBcc: two' })), '[PD-7] One Bcc: two'))
})
