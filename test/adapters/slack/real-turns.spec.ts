import assert from 'node:assert/strict'
import { aPayment, anAccount, anInvoice, anOperatorCustomer, fabrikam, mei, wang } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { newest, slackPerson, type SlackPerson } from '../../kit/slack-person.ts'
import { unescapeMrkdwn } from '../../kit/unescape-mrkdwn.ts'
import { alsoInSlack, anOffice, contosoSubscriptions, unpaidSeats } from '../../dialogs/an-office.ts'
import { openSlackDoor, type OpenSlackDoor } from './open-slack-door.ts'

describe('real turns in Slack', () => {
  let door: OpenSlackDoor
  let office: Office
  let me: SlackPerson
  const begin = async (changes: Parameters<typeof anOffice>[0] = {}) => {
    office = await anOffice({ staff: [alsoInSlack(mei), alsoInSlack(wang)], ...changes })
    door = await openSlackDoor()
    door.turn = (context) => office.turn(context)
    door.slack.users.set(mei.id, { name: 'Mei', locale: 'en-US' })
    me = slackPerson(door.slack, door.requests, mei.id, ['CMONEY'])
  }
  afterEach(() => door.close())
  const settled = async (doing: Promise<Response>): Promise<Response> => {
    const answer = await doing
    await door.settled()
    assert.deepEqual(door.failures, [])
    return answer
  }
  const texts = () => door.slack.shown.map((shown) => unescapeMrkdwn(String(newest(shown)['text'])))

  describe('about a customer who is called something', () => {
    for (const [what, name] of [
      ['that would ring everybody', '<!channel> GmbH'],
      ['that would mention somebody', 'AG <@U024BE7LH> & <#C024BE7LR|general>'],
      ['that would hide where a link leads', '<https://evil.example|Contoso>'],
      ['that would encode itself', '&lt;!here&gt; &amp; Sons'],
    ] as const)
      it(`${what}`, async () => {
        const account = anAccount({ key: 'K-7', number: 'K-7', name })
        const typed = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        await begin({
          customers: [
            [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
            [anOperatorCustomer({ lane: 'global', tenantId: fabrikam, name }), []],
          ],
          accounts: [anAccount(), account],
          items: [unpaidSeats, anInvoice({ account: 'K-7', number: 'F-7' })],
        })
        for (const doing of [
          () => me.say('overdue'),
          () => me.say(`customer ${typed}`),
          () => me.command('/overdue', 'CMONEY'),
          () => me.mention('CMONEY', `customer ${typed}`),
        ])
          await settled(doing())
        assert.equal(door.slack.shown.length, 4)
        for (const text of texts()) assert(text.includes(name), text)
        // What stands beside the blocks is the one place where Slack would make something of it.
        for (const shown of door.slack.shown) assert.doesNotMatch(String(newest(shown)['text']), /[<>]/)
      })

    it('that would turn the sum behind it round', async () => {
      const account = anAccount({ key: 'K-7', number: 'K-7', name: 'Adatum \u202E00.9\u202C' })
      await begin({
        accounts: [anAccount(), account],
        items: [unpaidSeats, anInvoice({ account: 'K-7', number: 'F-7' })],
      })
      await settled(me.say('overdue'))
      assert.match(texts()[0] ?? '', /Adatum 00\.9/)
      assert.doesNotMatch(JSON.stringify(newest(door.slack.shown[0] ?? assert.fail())), /[\u202A-\u202E]|\\u202/)
    })
  })

  describe('of a window', () => {
    beforeEach(async () => {
      await begin()
      await settled(me.command('/suspend contoso for non-payment', 'CMONEY'))
      assert.equal(door.slack.views.size, 1)
    })

    it('ask for what was put in', async () => {
      await settled(me.submit({ note: 'Nobody answers.' }))
      assert.match(texts().join('\n'), /^S-1: suspend Contoso\?/m)
    })
    it('say that the question was answered elsewhere meanwhile', async () => {
      await settled(me.say('ask'))
      const before = texts().length
      const answer = await settled(me.submit())
      assert.equal(await answer.text(), '')
      assert.deepEqual(
        texts()
          .slice(before)
          .map((text) => /answered|already/.test(text)),
        [true],
      )
      assert.equal((await office.store.list('suspension', {})).length, 1)
    })
    it('say that the question was left meanwhile', async () => {
      await settled(me.say('never mind'))
      const before = texts().length
      await settled(me.submit())
      assert.equal(texts().length, before + 1)
      assert.deepEqual(await office.store.list('suspension', {}), [])
    })
    it('say that nothing is owed any more', async () => {
      office.setItems([unpaidSeats, aPayment(4_820_000)])
      await settled(me.submit({ note: 'Nobody answers.' }))
      assert.match(texts().at(-1) ?? '', /Nothing is overdue/)
      assert.deepEqual(await office.store.list('suspension', {}), [])
    })
    it('leave the question when it is closed', async () => {
      await settled(me.close())
      const before = texts().length
      await settled(me.say('ask'))
      assert.doesNotMatch(texts().slice(before).join('\n'), /S-1/)
      assert.deepEqual(await office.store.list('suspension', {}), [])
    })
  })
})
