import { aSignal, fakeFeed } from '../../kit/fake-feed.ts'
import { anOperatorCustomer, contoso, rosa } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, contosoSubscriptions } from '../an-office.ts'

const office = () =>
  anOffice({
    staff: [rosa],
    customers: [[anOperatorCustomer({ lane: 'global', name: 'Contoso' }), contosoSubscriptions]],
    accounts: [],
    matches: [],
    items: [],
    feeds: [fakeFeed('global', 'graph')],
  })

describe('the response figures', () => {
  it('say that there were no alerts where there were only tests', async () => {
    const its = await office()
    await its.desk.alerts.take('global', [aSignal({ customer: contoso, isTest: true })])
    await its.pass(0)
    await transcript(
      its,
      `
      Rosa: fraud figures
      Bot: How alerts of the last 30 days were answered
           There were no alerts, apart from tests.
      `,
    )
  })

  it('say so while the first hour still runs', async () => {
    const its = await office()
    await its.desk.alerts.take('global', [aSignal({ customer: contoso })])
    await its.pass(0)
    await transcript(
      its,
      `
      Rosa: fraud figures
      Bot: How alerts of the last 30 days were answered
           Partner Center: 1 alert
           Its hour still runs: it is not answered yet, and not late
           …
      `,
    )
  })

  it('count from the alert to its first card, its claim and its verdict', async () => {
    const its = await office()
    await its.desk.alerts.take('global', [aSignal({ customer: contoso })])
    await its.pass(0)
    await its.pass(4 * 60_000)
    const [alert] = await its.desk.alerts.all()
    if (!alert) throw new Error('no alert')
    const at = async () => ({
      case: alert.id,
      version: (await its.store.get('fraud-alert', alert.id))?.version ?? 0,
    })
    await its.desk.alerts.claim(await at(), rosa)
    await its.pass(58 * 60_000)
    await its.desk.alerts.decide(await at(), { verdict: 'fraud', because: 'Mining.', asIgnore: false }, rosa)
    await its.pass(0)
    await transcript(
      its,
      `
      Rosa: response figures
      Bot: How alerts of the last 30 days were answered
           Partner Center: 1 alert
           Answered within the hour by an act or a verdict: 0 of 1
           Until · Alerts · Median · 90 percent within · Longest
           - the first card · 1 of 1 · 0 s · 0 s · 0 s
           - a claim · 1 of 1 · 4 min · 4 min · 4 min
           - an act · 0 of 1 · – · – · –
           - the verdict · 1 of 1 · 1 h 2 min · 1 h 2 min · 1 h 2 min
           Counted from the moment the desk took an alert in, tests left out. An act is a suspension that was decided; a claim does not answer the operator.
      `,
    )
  })

  it('are told in Traditional Chinese', async () => {
    const its = await anOffice({ staff: [rosa], locales: { Rosa: 'zh-TW' } })
    await transcript(
      its,
      `
      Rosa: 回應數據
      Bot: 最近 30 天的警示回應數據
           除測試外，這段期間沒有警示。
      `,
    )
  })
})
