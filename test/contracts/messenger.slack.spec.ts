import assert from 'node:assert/strict'
import { slackMessenger } from '../../adapters/slack/slack-messenger.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { anApi, type AnApi } from '../adapters/slack/an-api.ts'
import { assertSoundMessage } from '../adapters/slack/block-checks.ts'
import { words } from '../adapters/slack/words.ts'
import type { SlackTrouble } from '../kit/fake-slack.ts'
import { messengerContract, type Trouble } from './messenger.contract.ts'

const troubles: Readonly<Record<Exclude<Trouble, 'deleted'>, SlackTrouble>> = {
  removed: { error: 'not_in_channel' },
  throttled: { status: 429, retryAfter: 2 },
  down: { status: 503 },
}

const own: Address = {
  place: 'slack:partner/UMEI',
  channel: 'slack',
  kind: 'personal',
  name: 'Mei',
  locale: 'en-US',
  reference: { channel: 'UMEI' },
  dead: false,
}
const money: Address = {
  ...own,
  place: 'slack:partner/CMONEY',
  kind: 'channel',
  name: '#money',
  reference: { channel: 'CMONEY' },
}

async function open(): Promise<AnApi> {
  const world = await anApi(({ text, blocks }) => void assertSoundMessage({ text, blocks }))
  world.slack.users.set('UMEI', {})
  world.slack.channels.set('CMONEY', { name: 'money' })
  return world
}

for (const [where, here] of [
  ['personal', own],
  ['channel', money],
] as const) {
  describe(`messenger contract: Slack, ${where}`, () => {
    messengerContract(async () => {
      const world = await open()
      const { slack, api } = world
      return {
        messenger: slackMessenger(api, words),
        here,
        seen: () => slack.shown.map(({ versions }) => JSON.stringify(versions.at(-1), inert)),
        trouble(kind) {
          if (kind === 'deleted') for (const each of slack.shown) each.deleted = true
          else slack.fail(troubles[kind])
        },
        close: () => world.close(),
      }
    })
  })
}

/** Where Slack reads plain text, nothing acts; only in the mrkdwn beside the blocks brackets would. */
function inert(_key: string, value: unknown): unknown {
  const { type, text } = (value ?? {}) as { readonly type?: unknown; readonly text?: unknown }
  if (typeof text !== 'string' || !['plain_text', 'text', 'raw_text'].includes(String(type))) return value
  return { type, text: text.replaceAll('<', '&lt;') }
}

describe('the Slack messenger', () => {
  let world: AnApi
  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  it('says what belongs to a card in its thread, and the card itself in none', async () => {
    const messenger = slackMessenger(world.api, words)
    const { message } = await messenger.post(money, { parts: [{ kind: 'text', text: 'S-12' }] })
    await messenger.reply(money, message, { parts: [{ kind: 'text', text: 'Wang approved it.' }] })
    const [card, line] = world.slack.shown
    assert.deepEqual([card?.thread, line?.thread], [null, card?.ts])
  })

  for (const error of ['channel_not_found', 'not_in_channel', 'is_archived'])
    it(`knocks at no place of which it heard ${error} as if it were there`, async () => {
      world.slack.fail({ error })
      const messenger = slackMessenger(world.api, words)
      await assert.rejects(
        messenger.post(money, { parts: [{ kind: 'text', text: 'S-12' }] }),
        (fault) => fault instanceof OutsideFault && fault.facts.kind === 'refused' && !fault.retryable,
      )
    })

  it('does not take its own revoked token for a place that is lost', async () => {
    world.slack.fail({ error: 'token_revoked' })
    await assert.rejects(
      slackMessenger(world.api, words).post(money, { parts: [{ kind: 'text', text: 'S-12' }] }),
      (fault) => fault instanceof OutsideFault && fault.facts.kind === 'unauthorised',
    )
  })

  it('takes a reply that says nothing for a slip of ours', async () => {
    await assert.rejects(slackMessenger(world.api, words).post(money, { parts: [] }), /says nothing/)
    assert.deepEqual(world.slack.calls, [])
  })
})
