import assert from 'node:assert/strict'
import type { Chats } from '../../domain/staff/chats.ts'
import type { ChannelAccount, Staff } from '../../domain/staff/staff.ts'
import { lin, mei, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

/** The same person, as they were known while the desk was in Slack alone. */
function whileInSlack(staff: Staff): Staff {
  const account: ChannelAccount = { channel: 'slack', tenant: 'partner', user: staff.id }
  return { ...staff, id: `${staff.id}-before`, accounts: [account] }
}

const unknown =
  'One of those behind it is not known in Teams, so nobody can tell whether that is you, and it cannot be approved. Reject it; whoever still wants it asks anew.'

describe('a desk that was in Slack alone and gets Teams', () => {
  let chats: { -readonly [K in keyof Chats]: Chats[K] }
  let office: Office
  beforeEach(async () => {
    chats = { root: 'slack', other: null }
    office = await anOffice({
      staff: [...[mei, wang, lin].map(whileInSlack), mei, wang, lin],
      chats,
    })
  })
  const getsTeams = async () => {
    Object.assign(chats, { root: 'teams', other: 'slack' })
    await office.restart()
  }
  const status = async () => (await office.store.get('suspension', 'S-1'))?.value.status

  it('lets nobody approve what was asked under a name of before: it may be their own', async () => {
    await before(office, 'Wang on Slack: suspend contoso for non-payment', 'Wang on Slack: ask')
    await getsTeams()
    await before(office, 'Wang: S-1', 'Lin: S-1')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot: ${unknown}
      Lin: [Approve]
      Bot: ${unknown}
      `,
    )
    assert.equal(await status(), 'pending')
    await office.hear({
      kind: 'acted',
      by: office.speaker('Lin', { channel: null, chat: 'teams' }),
      action: { act: 'suspension.reject', case: 'S-1', version: 1 },
      inputs: { words: 'Asked anew.' },
    })
    assert.equal(await status(), 'rejected')
  })

  it('counts no yes of before either', async () => {
    await getsTeams()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    const found = await office.store.get('suspension', 'S-1')
    assert(found)
    const value = { ...found.value, approvalsNeeded: 2, approvals: [{ by: 'wang-before', at: office.now() }] }
    await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: found.version }] })
    await before(office, 'Wang: S-1')
    await transcript(office, `\nWang: [Approve]\nBot: ${unknown}`)
    assert.equal(await status(), 'pending')
  })
})
