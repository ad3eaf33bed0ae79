import assert from 'node:assert/strict'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import { formView, isForm } from '../../../adapters/slack/slack-form.ts'
import { cardOf } from '../../../adapters/teams/teams-activity.ts'
import { mostIn, ticketFields } from '../../../dialogs/tickets/ticket-draft.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundMessage, assertSoundView } from '../../adapters/slack/block-checks.ts'
import { words } from '../../adapters/slack/words.ts'
import { assertSound } from '../../adapters/teams/card-checks.ts'
import { anOperatorCustomer, minute } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from '../an-office.ts'

/** As people write: lines of some sixty letters, or of thirty Chinese ones. */
function written(length: number, sign: string): string {
  const lines = sign === '席' ? 150 : 300
  return Array.from({ length }, (_, at) => (at % lines === lines - 1 ? '\n' : sign)).join('')
}

describe('the largest ticket', () => {
  const play = async (language: string, customer: string): Promise<Office> => {
    const office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, []],
      ],
    })
    await before(office, `Sam: language ${language}`, `Sam: ticket ${customer}`, 'Sam: billing', 'Sam: critical')
    for (const field of ticketFields) {
      const label = field === 'inChinese' ? 'chinese' : field === 'text' ? 'problem' : field
      const by = office.speaker('Sam', { channel: null, chat: 'teams' })
      const text = `${label}: ${written(mostIn[field] - 1, field === 'inChinese' ? '席' : 'a')}b`
      await office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
    }
    return office
  }
  const last = (office: Office): Reply => {
    const reply = office.messages.at(-1)?.reply
    assert(reply)
    return reply
  }
  const whole = (reply: Reply) => {
    const message = slackMessage(reply, words)
    assertSoundMessage(message)
    assert.deepEqual(JSON.stringify(message?.blocks).match(/\d+ characters are missing|\d+ more are not shown/g), null)
    const card = cardOf(reply, words)
    assertSound(card)
    assert.doesNotMatch(JSON.stringify(card.body), /characters are missing|not shown/)
  }

  for (const language of ['English', '繁體中文']) {
    for (const customer of ['contoso', 'fabrikam']) {
      it(`for ${customer} is shown whole in both chats, as a form and as a card, in ${language}`, async () => {
        const office = await play(language, customer)
        const form = last(office)
        assert(isForm(form))
        assertSoundView(formView(form, { place: 'D1' }, words))
        assertSoundMessage(slackMessage(form, words))
        await before(office, 'Sam: send')
        const kept = (await office.store.get('service-request', 'PD-1'))?.value
        assert.equal(kept?.text.length, mostIn.text)
        // With a record as long as is shown, and some subscriptions.
        const value = {
          ...kept,
          from: 'S-1',
          evidence: Array.from({ length: 20 }, (_, at) => ({
            at: minute(at),
            what: 'suspension.done-by-hand',
            about: 'S-1',
          })),
          subscriptions: contosoSubscriptions.map(({ id, name }) => ({ id, name })),
        }
        await office.store.commit({ save: [{ kind: 'service-request', id: 'PD-1', value, basedOn: 1 }] })
        await before(office, 'Sam: PD-1')
        whole(last(office))
      })
    }
  }
})
