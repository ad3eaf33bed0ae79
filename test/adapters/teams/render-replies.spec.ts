import assert from 'node:assert/strict'
import type { ResourceResponse, TurnContext } from 'botbuilder-core'
import { cardOf } from '../../../adapters/teams/teams-activity.ts'
import { wordlessCut } from '../../../adapters/shared/fitted.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { replacingActivity, replyActivity } from '../../../dialogs/vocabulary/reply-activity.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'
import { recorded } from './activities.ts'
import { openDoor, type OpenDoor } from './open-door.ts'

const line: Reply = { parts: [{ kind: 'text', text: 'Contoso owes EUR 5.' }] }
const card: Reply = { title: 'S-12 was approved', parts: [{ kind: 'text', text: 'By Wang.' }] }
const nothing: Reply = { parts: [] }

describe('replies on their way out', () => {
  let teams: TeamsConnector
  let door: OpenDoor
  beforeEach(async () => {
    teams = await openTeamsConnector()
    door = await openDoor(new LoopbackAuthentication(undefined))
  })
  afterEach(async () => {
    assert.deepEqual(door.failures, [])
    await Promise.all([door.close(), teams.close()])
  })
  const hear = async (name: string, turn: (context: TurnContext) => Promise<unknown>, changes: object = {}) => {
    door.turn = async (context) => void (await turn(context))
    const response = await door.post(recorded(name, { serviceUrl: teams.serviceUrl, ...changes }))
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  const rendered = cardOf(card, wordlessCut)
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: rendered }]
  /** What Teams was told of a message, without where it goes. */
  const told = (nth: number, version = 0) => {
    const { type, text, summary, attachments: cards, channelData } = teams.shown.at(nth)?.versions.at(version) ?? {}
    return { type, text, summary, attachments: cards, channelData }
  }

  it('become text or a card, with nothing of ours beside', async () => {
    await hear('message-personal', (context) => context.sendActivities([replyActivity(line), replyActivity(card)]))
    assert.deepEqual(told(0), {
      type: 'message',
      text: 'Contoso owes EUR 5.',
      summary: undefined,
      attachments: undefined,
      channelData: {},
    })
    assert.deepEqual(told(1), {
      type: 'message',
      text: undefined,
      summary: 'S-12 was approved',
      attachments,
      channelData: {},
    })
  })

  it('answer a press with what was said first, not with the question that is asked again after it', async () => {
    const { body } = await hear('execute-acts', (context) =>
      context.sendActivities([replyActivity(line), replyActivity({ title: 'Suspend Fabrikam?', parts: [] })]),
    )
    assert.equal((body as { value: unknown }).value, 'Contoso owes EUR 5.')
  })

  it('say where they landed, in order, whatever was left out', async () => {
    let ids: ResourceResponse[] = []
    await hear('message-personal', async (context) => {
      ids = await context.sendActivities([
        replyActivity(nothing),
        replyActivity(line),
        replyActivity(nothing),
        { text: 'x' },
      ])
    })
    assert.deepEqual(
      ids.map(({ id }) => id),
      ['', teams.shown[0]?.id, '', teams.shown[1]?.id],
    )
  })

  it('are not sent when they say nothing', async () => {
    await hear('message-personal', async (context) => {
      assert.deepEqual(await context.sendActivity(replyActivity(nothing)), { id: '' })
    })
    assert.equal(teams.requests.length, 0)
  })

  it('change a message by what was said of it', async () => {
    await hear('message-channel-mention', async (context) => {
      const sent = await context.sendActivity(replyActivity(line))
      await context.updateActivity({ ...replyActivity(card), id: sent?.id ?? '' })
    })
    assert.equal(teams.shown.length, 1)
    assert.deepEqual(told(0, 1), { ...told(0, 1), summary: 'S-12 was approved', text: undefined, attachments })
  })

  it('go to the thread they answer', async () => {
    const landed: string[] = []
    await hear('message-channel-mention', async (context) => {
      landed.push((await context.sendActivity(replyActivity(card)))?.id ?? '')
    })
    assert.equal(teams.shown[0]?.conversation, '19:credit@thread.tacv2;messageid=1774922400000')
    assert.deepEqual(landed, [`${teams.shown[0]?.id};in=1774922400000`])
  })

  describe('to a pressed execute', () => {
    it('stand in the card’s place, for the one who pressed and for everybody', async () => {
      await hear('message-personal', (context) => context.sendActivity(replyActivity({ ...card, title: 'before' })))
      const pressed = teams.shown[0]?.id
      let landed: ResourceResponse | undefined
      const answer = await hear(
        'execute-acts',
        async (context) => {
          landed = await context.sendActivity(replacingActivity(card))
        },
        { replyToId: pressed },
      )
      assert.deepEqual(answer, {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: rendered },
      })
      assert.equal(teams.shown.length, 1)
      assert.deepEqual(told(0, 1).attachments, attachments)
      assert.deepEqual(landed, { id: pressed })
    })

    it('stand in the card’s place for the one who pressed even when the message is gone', async () => {
      const answer = await hear('execute-acts', (context) => context.sendActivity(replacingActivity(line)))
      assert.deepEqual(answer.body, {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: cardOf(line, wordlessCut),
      })
      assert.equal(teams.shown.length, 0)
    })

    it('leave the card and say a line under it when they are only said', async () => {
      const answer = await hear('execute-acts', (context) => context.sendActivity(replyActivity(card)))
      assert.deepEqual(answer.body, {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'S-12 was approved',
      })
      assert.deepEqual(told(0).attachments, attachments)
    })

    it('are an answer even when nothing is said', async () => {
      const answer = await hear('execute-acts', async () => undefined)
      assert.deepEqual(answer, {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '…' },
      })
    })
  })

  describe('to a pressed submit', () => {
    it('stand in the card’s place', async () => {
      await hear('message-personal', (context) => context.sendActivity(replyActivity({ ...card, title: 'before' })))
      const pressed = teams.shown[0]?.id
      await hear('submit-says', (context) => context.sendActivity(replacingActivity(card)), { replyToId: pressed })
      assert.equal(teams.shown.length, 1)
      assert.deepEqual(told(0, 1).attachments, attachments)
    })

    it('are said anew when the card is gone', async () => {
      await hear('submit-says', (context) => context.sendActivity(replacingActivity(card)))
      assert.deepEqual(told(0).attachments, attachments)
    })
  })

  it('are said anew where nothing was pressed, even in answer to a message', async () => {
    await hear('message-personal', (context) => context.sendActivity(replacingActivity(card)), { replyToId: '1700' })
    assert.deepEqual(told(0).attachments, attachments)
    assert(!teams.requests.some(({ method }) => method === 'PUT'))
  })
})
