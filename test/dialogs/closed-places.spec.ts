import assert from 'node:assert/strict'
import type { Chats } from '../../domain/staff/chats.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Roster } from '../../dialogs/vocabulary/roster.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { lin, mei, otto, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { alsoInSlack, anOffice, before } from './an-office.ts'

const collections = 'teams:partner/#collections'
const wangOnSlack = 'slack:partner/wang'

describe('a card where it may be read no more', () => {
  let open: boolean
  let silent: boolean
  let office: Office
  const chats: { -readonly [K in keyof Chats]: Chats[K] } = { root: 'teams', other: 'slack' }
  const roster: Roster = {
    membership: async () => 'member',
    async hasOutsiders({ place }) {
      if (silent) throw new OutsideFault({ service: 'teams', kind: 'unreachable' })
      return open && place === collections
    },
  }
  beforeEach(async () => {
    open = false
    silent = false
    Object.assign(chats, { root: 'teams', other: 'slack' })
    office = await anOffice({
      staff: [mei, wang, lin, otto].map(alsoInSlack),
      chats,
      rosters: { teams: roster, slack: roster },
    })
  })
  const press = async (name: string, verb: 'suspension.reject' | 'suspension.question', version = 1) => {
    const by = office.speaker(name, { channel: null, chat: 'teams' })
    const action = { act: verb, case: 'S-1', version } as const
    const said = await office.hear({ kind: 'acted', by, action, inputs: { words: 'On Thursday?' } })
    return said.map(({ place, reply, text, under }) => ({ place, said: text ?? plain(reply), thread: under !== null }))
  }
  const at = async (where: string, all: ReturnType<typeof press>) =>
    (await all).filter(({ place }) => place === where).map(({ said }) => said)
  const cards = async () =>
    (await office.store.list('card', { case: 'S-1' })).map(({ value }) => value.place).toSorted()
  const inChannel = async () => {
    const by = office.speaker('Otto', { channel: 'collections', chat: 'teams' })
    await office.hear({ kind: 'said', by, text: 'route approvals here', inputs: {}, pressed: false })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    assert((await cards()).includes(collections))
    // What was seen of a channel counts for ten minutes.
    await office.pass(600_000)
  }

  it('says so and nothing more in a channel that outsiders came to, and people are asked each instead', async () => {
    await inChannel()
    open = true
    assert.deepEqual(await at(collections, press('Wang', 'suspension.question')), ['S-1 is not shown here any more.'])
    assert.deepEqual(await cards(), [
      'teams:partner/lin',
      'teams:partner/mei',
      'teams:partner/mei',
      'teams:partner/wang',
    ])
    assert.deepEqual(await at(collections, press('Lin', 'suspension.reject', 2)), [])
  })

  it('stays true where nobody says who reads there', async () => {
    await inChannel()
    silent = true
    const [changed = '', told = ''] = await at(collections, press('Wang', 'suspension.reject'))
    assert.match(changed, /Rejected by Wang/)
    assert.match(told, /Wang rejected it/)
  })

  it('says so in the chat of an account that was unlinked, and is not posted there anew', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Wang on Slack: S-1', 'Wang: unlink')
    assert((await cards()).includes(wangOnSlack))
    assert.deepEqual(await at(wangOnSlack, press('Lin', 'suspension.question')), ['S-1 is not shown here any more.'])
    assert(!(await cards()).includes(wangOnSlack))
  })

  it('is not posted anew to an account that was unlinked, whoever deleted it', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Wang on Slack: S-1', 'Wang: unlink')
    office.deleteCard('S-1', wangOnSlack)
    assert.deepEqual(await at(wangOnSlack, press('Lin', 'suspension.question')), [])
    assert(!(await cards()).includes(wangOnSlack))
  })

  it('tells nothing to who asked in a chat that is the root no more', async () => {
    const inSlack = { ...mei, accounts: [{ channel: 'slack', tenant: 'partner', user: 'mei' } as const] }
    Object.assign(chats, { root: 'slack', other: null })
    office = await anOffice({
      staff: [inSlack, ...[wang, lin].map(alsoInSlack)],
      chats,
      rosters: { teams: roster, slack: roster },
    })
    await before(office, 'Mei on Slack: suspend contoso for non-payment', 'Mei on Slack: ask')
    Object.assign(chats, { root: 'teams', other: 'slack' })
    await office.restart()
    assert.deepEqual(await at('slack:partner/mei', press('Lin', 'suspension.reject')), [
      'S-1 is not shown here any more.',
    ])
  })
})
