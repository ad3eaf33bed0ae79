import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import type { Mention } from '../../../dialogs/vocabulary/reply.ts'
import { accountKey, type ChannelAccount } from '../../../domain/staff/staff.ts'
import { mei, wang, ines, rosa } from '../../kit/builders.ts'
import type { Said } from '../../kit/screens.ts'
import { aFraudOffice } from './a-fraud-office.ts'

const inSlack: ChannelAccount = { channel: 'slack', tenant: 'partner', user: 'urosa' }

/** What the thread of an alert in a channel of each chat tells, and whom each line rings. */
function lines(said: readonly Said[]) {
  return said
    .filter(({ under }) => under !== undefined)
    .map(({ place, reply }) => {
      const [part] = reply.parts
      const mention: Mention | undefined = part?.kind === 'text' ? part.mention : undefined
      const rung = mention && `${accountKey(mention.account)} at ${plain(reply).slice(mention.at)}`
      return [place, plain(reply).replace(/^.*? · /, ''), rung ?? null]
    })
}

describe('a thread of an alert', () => {
  const open = async () => {
    const { office, raise } = await aFraudOffice({
      staff: [mei, wang, ines, { ...rosa, accounts: [...rosa.accounts, inSlack] }],
    })
    const say = (who: string, text: string, chat: ChannelAccount['channel'], channel: string | null) =>
      office.hear({
        kind: 'said',
        by: office.speaker(who, { channel, chat }),
        text,
        inputs: {},
        pressed: false,
      })
    const act = async (act: 'fraud-alert.claim' | 'fraud-alert.hand-over', who: string, inputs = {}) => {
      const version = (await office.desk.cards.read('F-1'))?.version ?? 0
      const by = office.speaker(who, { channel: 'fraud', chat: 'teams' })
      return office.hear({ kind: 'acted', by, action: { act, case: 'F-1', version }, inputs })
    }
    await say('Ines', 'route fraud here', 'teams', 'fraud')
    await raise()
    await office.pass(0)
    return { office, raise, say, act }
  }
  const grown = 'More is at risk than was told before; the card shows how much. Looking after it: '

  it('rings whoever looks after it when more is at risk', async () => {
    const { office, raise, act } = await open()
    await act('fraud-alert.claim', 'Rosa')
    await raise({ severity: 'high' })
    await office.desk.alerts.tend()
    assert.deepEqual(lines(await office.pass(0)), [
      ['teams:partner/#fraud', `${grown}Rosa.`, 'teams:partner/rosa at Rosa.'],
    ])
  })

  it('rings nobody while nobody looks after it', async () => {
    const { office, raise } = await open()
    await raise({ severity: 'high' })
    await office.desk.alerts.tend()
    assert.deepEqual(lines(await office.pass(0)), [['teams:partner/#fraud', `${grown}nobody.`, null]])
  })

  it('rings whoever it was handed to, but not one who took it', async () => {
    const { act } = await open()
    const handed = lines(await act('fraud-alert.hand-over', 'Ines', { to: 'rosa' }))
    assert.deepEqual(
      handed.map(([, , rung]) => rung),
      ['teams:partner/rosa at Rosa.'],
    )
    const claimed = lines(await act('fraud-alert.claim', 'Ines'))
    assert(claimed.every(([, , rung]) => rung === null))
  })
})
