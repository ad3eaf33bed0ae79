import assert from 'node:assert/strict'
import type { Signal } from '../../../domain/fraud/signal.ts'
import { degraded } from '../../../bot/degraded.ts'
import { anOperatorCustomer, contoso, fabrikam } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from '../an-office.ts'

const first = 'In each chat, a customer’s own channel goes before those for an operator, a severity or hours.'
const firstInChinese = '在各聊天平台中，客戶專屬的頻道優先於依營運商、嚴重性或時段設定的頻道。'
const works = '7a3e1f00-0000-4000-8000-00000000d001'

describe('a channel of a customer’s own for fraud alerts', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, []],
        [anOperatorCustomer({ tenantId: works, name: 'Works in China', domain: 'works.cn' }), []],
      ],
    })
    for (const channel of ['fraud', 'contoso', 'night'])
      await transcript(office, `Otto in #${channel}: thanks\nBot: You are welcome.`)
  })
  /** Where the card of an alert that comes now stands. */
  const heardBy = async (signal: Partial<Signal>): Promise<readonly string[]> => {
    const said = aSignal({ lane: 'china', customer: contoso, subscription: null, ...signal })
    const { opened } = await office.desk.alerts.take(said.lane, [said])
    await office.pass(0)
    const cards = await office.store.list('card', { case: opened[0] ?? 'none' })
    return cards.map(({ value }) => value.place.replace(/^.*[/]/, ''))
  }

  it('goes before every other, says so, and is listed and tried with the others', async () => {
    await transcript(
      office,
      `
      Otto in #fraud: route fraud in china here
      Bot: From now on, news about fraud, 21Vianet goes to #fraud.
      Otto: route fraud for contoso to #contoso
      Bot: From now on, news about fraud, Contoso, 21Vianet goes to #contoso. ${first}
      Otto: route fraud high for contoso from 22:00 to 06:00 to #night
      Bot: From now on, news about fraud, Contoso, high, 21Vianet, 22:00 to 06:00 goes to #night. ${first}
      Otto: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud, 21Vianet: #fraud
           fraud, Contoso, 21Vianet: #contoso
           fraud, Contoso, high, 21Vianet, 22:00 to 06:00: #night
           Now at Partner Center: every alert → each fraud lead, as no channel is for it.
           Now at 21Vianet: every alert → #fraud.
           ${first}
           In a channel, say “route approvals here”.
      `,
    )
    assert.deepEqual(await heardBy({ id: '1', severity: 'high' }), ['#contoso'])
    assert.deepEqual(await heardBy({ id: '2', customer: works, severity: 'high' }), ['#fraud'])
    assert.deepEqual(await heardBy({ id: '3', customer: null }), ['#fraud'])
    await office.pass(13 * 3_600_000)
    assert.deepEqual(await heardBy({ id: '4', severity: 'high', type: 'other' }), ['#night'])
    assert.deepEqual(await heardBy({ id: '5', severity: 'medium', type: 'another' }), ['#contoso'])
    const at = (await office.desk.routes.list()).flatMap(({ only }) => only?.customer ?? [])
    assert.deepEqual(at, [contoso, contoso])
    const told = ['fraud', 'contoso', 'night'].map(
      (name) => `
      Bot to #${name}: F-6: a test of the channels
           Otto tries whether alerts arrive here. Nothing is wrong.`,
    )
    await transcript(
      office,
      `
      Otto: route test
      Bot: F-6 is a test; it is on its way to 3 places. In 30 seconds I tell you here what arrived; “delivery F-6” tells it at any time.${told.join('')}
      `,
    )
  })

  it('is none for the others of the lane: that lacks one as before', async () => {
    await transcript(
      office,
      `
      Otto: route fraud for contoso to #contoso
      Bot: From now on, news about fraud, Contoso, 21Vianet goes to #contoso. ${first}
      `,
    )
    assert.deepEqual(await degraded(office.desk), ['fraud-route:global', 'fraud-route:china'])
    assert.deepEqual(await heardBy({ id: '1', customer: works }), ['ines'])
  })

  it('that is lost leaves its alerts to the next that fits', async () => {
    await transcript(
      office,
      `
      Otto: route fraud for contoso to #contoso
      Bot: From now on, news about fraud, Contoso, 21Vianet goes to #contoso. ${first}
      Otto: route fraud high in china to #fraud
      Bot: From now on, news about fraud, high, 21Vianet goes to #fraud.
      `,
    )
    office.lose('contoso')
    assert.deepEqual(await heardBy({ id: '1', severity: 'high' }), ['#fraud'])
  })

  it('is taken away in the words that set it, the operator named or not', () =>
    transcript(
      office,
      `
      Otto in #contoso: route fraud high for contoso here
      Bot: From now on, news about fraud, Contoso, high, 21Vianet goes to #contoso. ${first}
      Otto: route fraud for contoso off
      Bot: No channel of this chat was set for exactly that. “routes” shows what was set.
      Otto: route fraud high in china for contoso off
      Bot: #contoso no longer gets news about fraud, Contoso, high, 21Vianet.
      `,
    ))

  it('is for a name as it stands, “in China” included, and for what narrows it where nobody is called so', () =>
    transcript(
      office,
      `
      Otto: route fraud for works in china to #contoso
      Bot: From now on, news about fraud, Works in China, 21Vianet goes to #contoso. ${first}
      Otto: route fraud for contoso in china high to #contoso
      Bot: From now on, news about fraud, Contoso, high, 21Vianet goes to #contoso. ${first}
      Otto: route fraud for fabrikam in china to #contoso
      Bot: Nothing was set: Fabrikam Inc is a customer at Partner Center.
      Otto: route fraud for nobody at all to #contoso
      Bot: Nothing was set: I know no customer “nobody at all”. Say for example “route fraud high for contoso here”.
      Mei: route fraud for contoso to #contoso
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))

  it('is understood in Chinese, the name before what else narrows it or behind', () =>
    transcript(
      office,
      `
      Otto in #fraud: Contoso的詐騙通知發到 #contoso
      Bot: From now on, news about fraud, Contoso, 21Vianet goes to #contoso. ${first}
      Otto: 語言 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Otto: 22:00到06:00中國Contoso的高嚴重性詐騙通知發到 #night
      Bot: 今後詐騙通知、Contoso、高嚴重性、世紀互聯、22:00 至 06:00會發到 #night。${firstInChinese}
      Otto in #fraud: Contoso的高嚴重性詐騙通知發到這裡
      Bot: 今後詐騙通知、Contoso、高嚴重性、世紀互聯會發到 #fraud。${firstInChinese}
      Otto in #fraud: Contoso的高嚴重性詐騙通知不要發到這裡
      Bot: #fraud 不再收到詐騙通知、Contoso、高嚴重性、世紀互聯。
      Otto: 25:00到26:00的詐騙通知發到這裡
      Bot: 尚未設定：「25:00到26:00」不是我認得的客戶、營運商、嚴重性或時段。例如可以說「Contoso 的高嚴重性詐騙通知發到這裡」。
      `,
    ))

  it('of a name that several have is asked about; one press answers, with all that was said', async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso', domain: 'contoso.cn' }), contosoSubscriptions],
        [{ ...fabrikamCustomer, name: 'Contoso', domain: 'contoso.com' }, []],
      ],
    })
    await transcript(
      office,
      `
      Otto in #night: thanks
      Bot: You are welcome.
      Otto: route fraud high for contoso from 22:00 to 06:00 to #night
      Bot: Several customers match “contoso”. Which one?
           Contoso · contoso.cn · 21Vianet · K-1001
           Contoso · contoso.com · Partner Center
           [Contoso (21Vianet)] [Contoso (Partner Center)]
      Otto: [Contoso (Partner Center)]
      Bot: From now on, news about fraud, Contoso, high, Partner Center, 22:00 to 06:00 goes to #night. ${first}
      Otto in #night: Contoso的詐騙通知發到這裡
      Bot: Several customers match “Contoso”. Which one?
           …
      Otto in #night: [Contoso (21Vianet)]
      Bot: From now on, news about fraud, Contoso, 21Vianet goes to #night. ${first}
      Otto in #night: stop sending fraud about contoso here
      Bot: Several customers match “contoso”. Which one?
           …
      Otto in #night: [Contoso (21Vianet)]
      Bot: #night no longer gets news about fraud, Contoso, 21Vianet.
      `,
    )
    assert.deepEqual(
      (await office.desk.routes.list()).map(({ only }) => only),
      [{ customer: fabrikam, lane: 'global', severity: 'high', hours: { from: 1320, to: 360 } }],
    )
  })

  it('of a customer that no operator knows is refused: no alert would ever come', async () => {
    office = await anOffice({ matches: [], customers: [] })
    await transcript(
      office,
      `
      Otto in #night: route fraud for contoso here
      Bot: This ledger account is matched to no customer at an operator, so nothing can be done there until somebody matches it: “match NAME”.
      `,
    )
  })
})
