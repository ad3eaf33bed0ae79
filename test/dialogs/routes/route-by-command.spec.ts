import assert from 'node:assert/strict'
import type { Speaker } from '../../../dialogs/vocabulary/heard.ts'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import type { Roster } from '../../../dialogs/vocabulary/roster.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

describe('a channel for news, set by a command that is typed in it and answered privately', () => {
  /** Otto types it in #money, to which the desk was added before. */
  const typed = async (office: Office): Promise<string> => {
    const inChannel = office.speaker('Otto', { channel: 'money', chat: 'teams' })
    const aside = { ...office.speaker('Otto', { channel: null, chat: 'teams' }), typedIn: inChannel.place }
    const hear = (by: Speaker, text: string) => office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
    await hear(inChannel, 'help')
    const said = await hear(aside, 'route approvals here')
    return said.map(({ reply }) => plain(reply)).join('\n')
  }

  it('is that channel', async () => {
    const office = await anOffice()
    assert.equal(await typed(office), 'From now on, news about approvals goes to #money.')
    assert.deepEqual(
      (await office.desk.routes.list()).map(({ topic, place }) => [topic, place.endsWith('/#money')]),
      [['approvals', true]],
    )
  })

  it('is set only where the desk is: nothing could be posted there', async () => {
    const roster: Roster = {
      membership: async () => 'member',
      hasOutsiders: () => Promise.reject(new OutsideFault({ service: 'teams', kind: 'refused' })),
    }
    const office = await anOffice({ rosters: { teams: roster } })
    assert.equal(
      await typed(office),
      'Nothing was set: I am not in #money, so Teams lets me post nothing there. Add me first (in Slack with /invite), then say it again.',
    )
    assert.deepEqual(await office.desk.routes.list(), [])
  })
})
