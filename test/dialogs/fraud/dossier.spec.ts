import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { anOperatorCustomer, aSubscription, contoso, mei, rosa, seats, wang } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import { fakeSpending } from '../../kit/fake-spending.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before } from '../an-office.ts'

const name = 'Contoso <b>|'

async function anAlertedOffice(locale = 'en-US'): Promise<Office> {
  const spending = fakeSpending()
  spending.put(contoso, { used: { minor: 12_300, currency: 'EUR' } })
  const office = await anOffice({
    staff: [rosa, wang, mei],
    locales: { Rosa: locale },
    customers: [[anOperatorCustomer({ lane: 'global', name }), [aSubscription()]]],
    accounts: [],
    matches: [],
    items: [],
    notices: [],
    spending: { global: spending },
  })
  await office.desk.alerts.take('global', [
    aSignal({ customer: contoso, customerName: name, subscription: seats, firstSeenAt: '2025-03-31T01:00:00.000Z' }),
  ])
  await office.pass(0)
  return office
}

/** What somebody is told, whole. */
async function told(office: Office, who: string, text: string): Promise<string> {
  const by = office.speaker(who, { channel: null, chat: 'teams' })
  const said = await office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
  return said.map(({ reply }) => plain(reply)).join('\n')
}

describe('the dossier of a customer', () => {
  it('says first whether it can still be handed in, and shows what is known, what is not and why', async () => {
    const office = await anAlertedOffice()
    office.operators['global']?.tell(contoso, {
      costs: [
        { subscription: seats, amount: { minor: 99_900, currency: 'EUR' }, from: '2025-03-01', to: '2025-03-31' },
      ],
    })
    const text = await told(office, 'Rosa', 'dossier contoso')
    const inOrder = [
      'Perhaps, until May 30, 2025, 9:00 AM (2025-05-30T01:00Z)',
      '# Fraud refund dossier: Contoso \\<b\\>\\|, as of Mar 31, 2025, 10:00 AM (2025-03-31T02:00Z)',
      '## Can it still be handed in?',
      '## Customer',
      contoso,
      '## Alerts',
      '- graph: alert-1 (active)',
      '## What was done within the hour',
      '## Acts and the operator’s confirmation',
      '## Charges',
      'Mar 31, 2025 to Apr 29, 2025, the first 30 days',
      'EUR 999.00',
      'EUR 123.00; monthly budget: none set',
      '## Tickets',
      '## Timeline from the audit trail',
      '| 2025-03-31T02:00:00.000Z | Mar 31, 2025, 10:00 AM | this desk | The desk took the alert in. | F-1 |',
    ]
    let from = 0
    for (const each of inOrder) {
      const at = text.replaceAll('\u00a0', ' ').indexOf(each, from)
      assert(at >= 0, `${each} is missing, or out of order, in\n${text}`)
      from = at
    }
  })

  it('says that charges are unknown where the operator does not tell them', async () => {
    const text = await told(await anAlertedOffice(), 'Rosa', 'dossier contoso')
    assert(text.includes('What was billed is unknown: the operator does not let the desk read it.'), text)
  })

  it('is noted as handed in once, and cannot be handed in again', async () => {
    const office = await anAlertedOffice()
    await transcript(
      office,
      `
      Rosa: dossier contoso handed in
      Bot: Noted: the dossier of ${name} was handed in. There is no second refund for this customer.
      Wang: dossier contoso handed in
      Bot: Rosa noted on Mar 31, 2025, 10:00 AM already that it was handed in.
      `,
    )
    assert((await told(office, 'Wang', 'dossier contoso')).includes('there is only one refund per customer'))
    const trail = await office.store.auditOf(contoso)
    assert(trail.some(({ what, by }) => what === 'dossier.handed-in' && by === 'rosa'))
  })

  it('is for fraud leads and approvers, and not for a channel', async () => {
    await transcript(
      await anAlertedOffice(),
      `
      Mei: dossier contoso
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Rosa in #desk: dossier contoso
      Bot: The dossier names people and charges: ask for it in a chat with the desk alone.
      `,
    )
  })

  it('tells acts with the request id and what the operator confirmed', async () => {
    const office = await anAlertedOffice()
    await before(office, 'Rosa: suspend contoso for fraud', 'Rosa: all', 'Rosa: Mining.', 'Rosa: ask')
    const version = (await office.store.get('suspension', 'S-1'))?.version ?? 0
    const approved = await office.desk.suspensions.approve({ case: 'S-1', version }, wang, '')
    assert(approved.ok)
    await office.pass(0)
    await office.pass(60 * 60_000)
    const request = await office.store.get('suspension', 'S-1')
    const [act] = request && 'acts' in request.value ? request.value.acts : []
    assert(act)
    const text = await told(office, 'Rosa', 'dossier contoso')
    assert(text.includes('**Suspension S-1**'), text)
    assert(text.includes(`request id ${act.intent}`), text)
    assert(text.includes('| Wang approved it. | S-1 |'), text)
    // The act answered the operator within the hour.
    assert(/\| F-1 \|.*\| yes \|/u.test(text), text)
  })

  it('is told in Traditional Chinese', async () => {
    const text = await told(await anAlertedOffice('zh-TW'), 'Rosa', 'contoso 的退款申請資料')
    assert(text.includes('## 是否仍可申請') && text.includes('## 稽核紀錄時間軸'), text)
  })
})
