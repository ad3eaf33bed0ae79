import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { fakeMailbox, type FakeMailbox } from '../../kit/fake-mailbox.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from '../an-office.ts'
import { anOperatorCustomer } from '../../kit/builders.ts'
import { aFraudOffice } from '../fraud/a-fraud-office.ts'

describe('a ticket by mail', () => {
  it('carries our number in its subject, the text of the card, and the dossier as a page and as Markdown', async () => {
    const mailbox = fakeMailbox('global')
    const { office, raise } = await aFraudOffice({ mailboxes: [mailbox] })
    await raise()
    await before(office, 'Ines: ticket for F-1', 'Ines: critical', 'Ines: tried: Stopped the subscription.')
    await transcript(
      office,
      `
      Ines: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Being mailed to Partner Center.
           Topic: Fraud
           Severity: critical
           Opened by: Ines, Mar 31, 2025, 10:00 AM
           > [PD-1] Suspicious use: networkConnectionsToCryptoMiningPools
           >
           > Problem:
           > Alert "networkConnectionsToCryptoMiningPools", first seen at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time), once so far.
           > The source says: Mining pool traffic from a virtual machine
           >
           > What we have tried:
           > Stopped the subscription.
           >
           > Topic: Fraud
           > Severity: critical
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Subscriptions:
           > - harbor-lane-prod (az-1)
           > Our record (UTC, then Beijing time):
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Alert received [F-1]
           > Attachments:
           > - Fraud evidence and charges (dossier)
           > Contact: Ines
           > Our reference is PD-1. Please leave [PD-1] in the title.
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Mailed to Partner Center; its number is not known yet.
           …
      `,
    )
    const [mail, ...more] = mailbox.taken
    assert(mail && more.length === 0)
    assert.equal(mail.subject, '[PD-1] Suspicious use: networkConnectionsToCryptoMiningPools')
    assert.match(mail.text, /^\[PD-1\] Suspicious use[^]*\nAttachments:\n- Fraud evidence and charges \(dossier\)\n/)
    assert.deepEqual(
      mail.attachments.map(({ name, mediaType }) => [name, mediaType]),
      [
        ['dossier-PD-1.html', 'text/html'],
        ['dossier-PD-1.md', 'text/markdown'],
      ],
    )
    const [page, markdown] = mail.attachments
    assert.match(page?.content ?? '', /^<!doctype html>\n<html lang="en">/)
    assert.match(markdown?.content ?? '', /^# Fraud refund dossier: Fabrikam Inc/)
  })

  describe('at 21Vianet', () => {
    let office: Office
    let mailbox: FakeMailbox
    beforeEach(async () => {
      mailbox = fakeMailbox('china')
      office = await anOffice({
        customers: [
          [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
          [fabrikamCustomer, []],
        ],
        mailboxes: [mailbox],
      })
      await before(
        office,
        'Lin: language 繁體中文',
        'Sam: ticket contoso about the invoice',
        'Sam: chinese: 发票有误。',
        'Sam: billing',
        'Sam: moderate',
        'Sam: tried: Compared it with the portal.',
      )
    })

    it('says that it may have arrived where a try got no answer before the mailbox said no', async () => {
      mailbox.loseAnswers(new OutsideFault({ service: 'mail:china', kind: 'unreachable', code: 'ETIMEDOUT' }))
      await before(office, 'Sam: send')
      mailbox.spoil(new OutsideFault({ service: 'mail:china', kind: 'refused', code: '550' }))
      await office.pass(60_000)
      await transcript(
        office,
        `
        Sam: ticket PD-1
        Bot: PD-1: ticket with 21Vianet for Contoso
             The mailbox of 21Vianet did not take it: code 550. A try got no answer, so that a copy may have arrived all the same: ask there before it is sent again. File it by hand, then enter its number here.
             …
        `,
      )
    })

    it('goes in both languages, and so does what follows it; nothing goes before somebody says so', async () => {
      assert.equal(mailbox.taken.length, 0)
      await before(office, 'Sam: send')
      const at = async () => ({
        case: 'PD-1',
        version: (await office.store.get('service-request', 'PD-1'))?.version ?? 0,
      })
      const [sam] = (await office.desk.staff.all()).filter(({ name }) => name === 'Sam')
      assert(sam)
      const wanted = [
        { change: 'note', text: 'The customer “asks” daily.' },
        { change: 'severity', severity: 'critical' },
      ] as const
      for (const each of wanted) {
        assert((await office.desk.tickets.change(await at(), each, sam)).ok)
        await office.pass(60_000)
      }
      const [first, ...others] = mailbox.taken
      assert.match(first?.text ?? '', /^\[PD-1\] the invoice\n\n问题描述：\n发票有误。\n[^]*\nProblem:\nthe invoice\n/u)
      assert.deepEqual(
        others.map(({ subject, text, firstId, attachments }) => [subject, text, firstId, attachments.length]),
        [
          [
            '[PD-1] the invoice',
            '对我方工单 PD-1 的补充说明：\nA note on our ticket PD-1:\n\nThe customer “asks” daily.',
            first?.messageId,
            0,
          ],
          [
            '[PD-1] the invoice',
            '请将我方工单 PD-1 的严重程度改为：严重。\nPlease change the severity of our ticket PD-1 to: critical.',
            first?.messageId,
            0,
          ],
        ],
      )
    })

    it('that the mailbox refuses is handed over, and the card says why', async () => {
      mailbox.spoil(
        new OutsideFault({
          service: 'mail:china',
          kind: 'refused',
          code: '550',
          description: 'No such user here',
        }),
      )
      await transcript(
        office,
        `
        Sam: send
        Bot: PD-1: ticket with 21Vianet for Contoso
             Being mailed to 21Vianet.
             Topic: Billing
             Severity: moderate (中等)
             Opened by: Sam, Mar 31, 2025, 10:00 AM
             > [PD-1] the invoice
             >
             > 问题描述：
             > 发票有误。
             >
             > 我方已采取的措施：
             > （此项仅有英文，请见下方英文部分。）
             >
             > 问题类别：账单
             > 严重程度：中等
             > 客户：Contoso (contoso.cn)
             > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
             > 联系人：Sam
             > 我方编号为 PD-1，请在标题中保留 [PD-1]。
             >
             > ----------
             >
             > Problem:
             > the invoice
             >
             > What we have tried:
             > Compared it with the portal.
             >
             > Topic: Billing
             > Severity: moderate
             > Customer: Contoso (contoso.cn)
             > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
             > Contact: Sam
             > Our reference is PD-1. Please leave [PD-1] in the title.
        Bot: PD-1: ticket with 21Vianet for Contoso
             The mailbox of 21Vianet did not take it: it says “No such user here”. File it by hand, then enter its number here.
             …
        Bot changes: PD-1: ticket with 21Vianet for Contoso
             The mailbox of 21Vianet did not take it: it says “No such user here”. File it by hand, then enter its number here.
             https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
             1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
             2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
             3. Come back and press “I filed it”, with the number if you have it.
             Topic: Billing
             Severity: moderate (中等)
             Opened by: Sam, Mar 31, 2025, 10:00 AM
             Title
             > [PD-1] the invoice
             Description
             > 问题描述：
             > 发票有误。
             >
             > 我方已采取的措施：
             > （此项仅有英文，请见下方英文部分。）
             >
             > 问题类别：账单
             > 严重程度：中等
             > 客户：Contoso (contoso.cn)
             > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
             > 联系人：Sam
             > 我方编号为 PD-1，请在标题中保留 [PD-1]。
             >
             > ----------
             >
             > Problem:
             > the invoice
             >
             > What we have tried:
             > Compared it with the portal.
             >
             > Topic: Billing
             > Severity: moderate
             > Customer: Contoso (contoso.cn)
             > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
             > Contact: Sam
             > Our reference is PD-1. Please leave [PD-1] in the title.
             The operator’s number (leave it empty if you do not have it yet):
             [I filed it] [Not filed] [Change the draft]
        `,
      )
    })
  })
})
