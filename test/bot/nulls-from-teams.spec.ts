import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import { mei } from '../kit/builders.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson } from '../kit/teams-person.ts'
import { anOpenDesk } from './an-open-desk.ts'

const meiInTeams: Staff = { ...mei, accounts: [{ channel: 'teams', tenant: 'tenant-1', user: 'aad-mei' }] }
const message = { type: 'message', text: 'link' }
const from = { id: '29:aad-mei', name: 'Mei', aadObjectId: 'aad-mei' }
const conversation = { id: 'a:aad-mei', conversationType: 'personal', tenantId: 'tenant-1' }
const known = /You are in/
const nobodyWeKnow = /I talk only with people/

/** Teams sends null for what it does not know, as well as leaving it out. */
describe('a null from Teams', () => {
  let folder: string
  let running: RunningDesk
  let connector: TeamsConnector
  let url: string
  const failures: string[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nulls-'))
    connector = await openTeamsConnector()
    running = await compose(await anOpenDesk([meiInTeams]), {
      folder,
      authentication: new LoopbackAuthentication('test'),
      log: pino({ level: 'warn' }, { write: (line: string) => void failures.push(line) }),
      slack: null,
      cast: null,
    })
    url = `http://127.0.0.1:${await running.server.listen(0, '127.0.0.1')}`
  })
  after(async () => {
    await running.close()
    await connector.close()
    await rm(folder, { recursive: true })
  })

  for (const [field, activity, status, answer] of [
    ['recipient', { ...message, recipient: null }, 200, known],
    ['the recipient’s name', { ...message, recipient: { id: '28:desk', name: null, aadObjectId: null } }, 200, known],
    ['from', { ...message, from: null }, 200, nobodyWeKnow],
    ['the sender’s name', { ...message, from: { ...from, name: null } }, 200, known],
    ['the sender’s object id', { ...message, from: { ...from, aadObjectId: null } }, 200, nobodyWeKnow],
    ['the sender’s role and tenant', { ...message, from: { ...from, role: null, tenantId: null } }, 200, known],
    ['id', { ...message, id: null }, 200, known],
    ['name', { ...message, name: null }, 200, known],
    ['text', { ...message, text: null }, 200, /did not understand/],
    ['value', { ...message, value: null }, 200, known],
    ['a button’s data', { type: 'invoke', name: 'adaptiveCard/action', value: { action: null } }, 200, null],
    ['an invoke’s value', { type: 'invoke', name: 'adaptiveCard/action', value: null }, 200, null],
    ['an invoke’s name', { type: 'invoke', name: null }, 501, null],
    ['locale', { ...message, locale: null }, 200, known],
    ['replyToId', { ...message, replyToId: null }, 200, known],
    ['entities', { ...message, entities: null }, 200, known],
    ['a mention', { ...message, entities: [{ type: 'mention', mentioned: null, text: null }] }, 200, known],
    ['membersAdded', { type: 'conversationUpdate', membersAdded: null }, 200, null],
    ['channelData', { ...message, channelData: null }, 200, known],
    ['its tenant', { ...message, channelData: { tenant: null, team: null, channel: null } }, 200, known],
    ['the kind of conversation', { ...message, conversation: { ...conversation, conversationType: null } }, 200, known],
    ['its tenant twice', { ...message, conversation: { ...conversation, tenantId: null } }, 200, known],
    [
      'its name',
      { ...message, conversation: { ...conversation, conversationType: 'groupChat', name: null } },
      200,
      known,
    ],
    ['type', { ...message, type: null }, 400, null],
    ['channelId', { ...message, channelId: null }, 400, null],
    ['serviceUrl', { ...message, serviceUrl: null }, 400, null],
    ['conversation', { ...message, conversation: null }, 400, null],
    ['a member', { type: 'conversationUpdate', membersAdded: [null] }, 400, null],
  ] as const)
    it(`as ${field} is answered ${status}${answer === null ? '' : ` and ${answer.source}`}`, async () => {
      const person = teamsPerson(url, connector, 'Mei', 'aad-mei')
      const before = connector.shown.length
      failures.length = 0
      const response = await person.send(activity)
      assert.equal(response.status, status)
      const said = [...person.chat().slice(before), await response.text()].join()
      if (answer !== null) assert.match(said, answer)
      assert.doesNotMatch(said, /wrong on my side/)
      assert.deepEqual(failures, [])
    })
})
