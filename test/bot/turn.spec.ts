import assert from 'node:assert/strict'
import { MemoryStorage, PrivateConversationState, TurnContext } from 'botbuilder-core'
import { createTalks } from '../../bot/talk-of.ts'
import { createTurn, type TurnParts } from '../../bot/turn.ts'
import { conversations } from '../../dialogs/conversation.ts'
import type { Heard, Speaker } from '../../dialogs/vocabulary/heard.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import { mei } from '../kit/builders.ts'
import { openScreens, type Screens } from '../kit/screens.ts'
import { anOpenDesk, type AnOpenDesk } from './an-open-desk.ts'

const [account] = mei.accounts
assert(account)
const by: Speaker = { account, name: 'Mei', locale: 'en-US', place: accountKey(account), personal: true }
const said = (text: string): Heard => ({ kind: 'said', by, text, inputs: {}, pressed: false })

describe('a turn', () => {
  let open: AnOpenDesk
  let screens: Screens
  let storage: MemoryStorage

  beforeEach(async () => {
    open = await anOpenDesk([mei])
    screens = openScreens()
    storage = new MemoryStorage()
  })

  let questions = 0
  const turnWith = (changes: Partial<TurnParts> = {}) => {
    const talks = createTalks(open, null)
    const state = new PrivateConversationState(storage)
    return createTurn({
      desk: open.desk,
      languages: open.languages,
      state,
      open: conversations(state, () => `question-${(questions += 1)}`),
      identify: (speaker) => open.desk.staff.whoIs(speaker.account),
      talkOf: (speaker, staff, words) => talks.ofTurn(speaker, staff, words),
      addressesOf: () => [],
      ...changes,
    })
  }
  const hear = (heard: Heard, changes?: Partial<TurnParts>) => screens.chat.hear(heard, undefined, turnWith(changes))
  const seen = () => screens.messages.map(({ reply }) => plain(reply))
  const brokenDesk = (): Partial<TurnParts> => ({
    talkOf: async (speaker, staff, words) => ({
      ...(await createTalks(open, null).ofTurn(speaker, staff, words)),
      desk: {
        ...open.desk,
        book: {
          ...open.desk.book,
          today: () => Promise.reject(new Error('a bug')),
        },
      },
    }),
  })

  it('that brought nothing to hear asks nobody who is there', async () => {
    const turn = turnWith({ identify: () => Promise.reject(new Error('nobody spoke')) })
    await turn(new TurnContext(screens.chat, { type: 'messageReaction', channelId: 'msteams' }))
    assert.deepEqual(seen(), [])
  })

  it('that meets a bug of ours hands it on, for the apology and the log', async () => {
    await assert.rejects(hear(said('overdue'), brokenDesk()), /a bug/)
    assert.deepEqual(seen(), [])
  })

  it('that meets a bug keeps the half-typed draft', async () => {
    await hear(said('ticket about the invoice'))
    const asked = seen().at(-1)
    await assert.rejects(hear(said('overdue'), brokenDesk()), /a bug/)
    await hear(said('overdue'))
    assert.equal(seen().at(-1), asked)
  })

  it('plays nobody outside the demo', async () => {
    await hear(said('be approver'))
    assert.match(seen().at(-1) ?? '', /did not understand/)
  })

  describe('in the demo', () => {
    const silent = { speak: async () => undefined, playedIn: () => null }
    const playing = (become: () => Promise<typeof mei | null>): Partial<TurnParts> => ({
      talkOf: (speaker, staff, words) => createTalks(open, { ...silent, become }).ofTurn(speaker, staff, words),
    })

    it('says whom one plays now, and what they may do', async () => {
      await hear(
        said('be collector'),
        playing(async () => mei),
      )
      assert.match(seen().at(-1) ?? '', /You are now Mei.*collector/)
    })

    it('says when nobody plays that part', async () => {
      await hear(
        said('be support'),
        playing(async () => null),
      )
      assert.match(seen().at(-1) ?? '', /nobody/i)
    })
  })
})
