import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import { createLog } from '../../bot/logging.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import { sam } from '../kit/builders.ts'
import { openFakeSlackSocket, type FakeSlackSocket } from '../kit/fake-slack-socket.ts'
import { openFakeSlack, type FakeSlack } from '../kit/fake-slack.ts'
import { eventually } from '../kit/processes.ts'
import { slackPerson, type SlackPerson } from '../kit/slack-person.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson } from '../kit/teams-person.ts'
import { anOpenDesk } from './an-open-desk.ts'

const samInBoth: Staff = {
  ...sam,
  accounts: [
    { channel: 'teams', tenant: 'tenant-1', user: 'aad-sam' },
    { channel: 'slack', tenant: 'partner', user: 'USAM' },
  ],
}

describe('a composed desk on Socket Mode', () => {
  let folder: string
  let running: RunningDesk
  let teams: TeamsConnector
  let slack: FakeSlack
  let socket: FakeSlackSocket
  let url: string
  let logged: Record<string, unknown>[]
  let person: SlackPerson

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'composed-'))
    ;[teams, slack, socket] = await Promise.all([openTeamsConnector(), openFakeSlack(), openFakeSlackSocket()])
    slack.socket = socket
    slack.users.set('USAM', { name: 'Sam' })
    person = slackPerson(slack, socket.requests, 'USAM', [])
    logged = []
  })
  afterEach(async () => {
    await running.close()
    await Promise.all([teams.close(), slack.close(), socket.close()])
    await rm(folder, { recursive: true })
  })

  async function start(): Promise<void> {
    const open = await anOpenDesk([samInBoth], { root: 'teams', other: 'slack' })
    running = await compose(
      { ...open, config: { ...open.config, mode: 'live' } },
      {
        folder,
        authentication: new LoopbackAuthentication('test'),
        log: createLog('info', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) }),
        slack: { botToken: 'xoxb-1', signingSecret: null, appToken: 'xapp-1', apiUrl: slack.apiUrl },
        cast: null,
      },
    )
    url = `http://127.0.0.1:${await running.server.listen(0, '127.0.0.1')}`
  }
  const connected = () => eventually(async () => socket.greeted > 0)
  const ofSocket = () => logged.filter(({ msg }) => String(msg).startsWith('Socket Mode'))

  it('hears a message, a command, a press and a form, and answers nobody over HTTP', async () => {
    await start()
    await connected()
    await person.say('help')
    await person.reads(/Hello Sam/)

    await person.command('/ticket contoso about the invoice')
    await eventually(async () => [...slack.views.values()].at(-1)?.['callback_id'] !== undefined)
    const refused = (await (await person.submit()).json()) as { response_action: string; errors: object }
    assert.equal(refused.response_action, 'errors')
    // Its topic is guessed from the words, and proposed in the form; how severe it is only a person can say.
    assert.deepEqual(Object.keys(refused.errors), ['severity', 'tried'])
    const taken = await person.submit({ topic: 'billing', severity: 'minimal', tried: 'Nothing helped.' })
    assert.deepEqual(await taken.json(), {})
    await person.reads(/^PD-1: ticket with 21Vianet for Contoso/)

    await person.press('I filed it', { number: 'SR-77' })
    await person.reads(/Filed with 21Vianet as SR-77 by Sam/)
    assert.equal((await fetch(`${url}/slack/events`, { method: 'POST' })).status, 404)
    assert.deepEqual(
      logged.filter(({ level }) => Number(level) > 30),
      [],
    )
  })

  it('hears once what is sent again after the connection broke', async () => {
    await start()
    await connected()
    const sent = { event_id: 'Ev-twice' }
    const event = { type: 'message', channel_type: 'im', channel: 'DUSAM', user: 'USAM', text: 'help', ts: '1.1' }
    await socket.requests.event(event, sent)
    await person.reads(/Hello Sam/)
    socket.drop('at once')
    await eventually(async () => socket.greeted === 2)
    await socket.requests.event(event, sent)
    await person.say('language English')
    await person.reads(/English/)
    assert.equal(person.sees().filter((text) => text.startsWith('Hello Sam')).length, 1)
  })

  it('works in Teams while its token is not accepted, says what to do, and never says the token', async () => {
    slack.fail({ method: 'apps.connections.open', error: 'invalid_auth' })
    await start()
    await eventually(async () => ofSocket().length > 0)
    const [{ level, code, msg } = {}] = ofSocket()
    assert.deepEqual([level, code], [40, 'invalid_auth'])
    assert.match(
      String(msg),
      /SLACK_APP_TOKEN is not accepted; make an app-level token with the scope connections:write/,
    )
    assert.doesNotMatch(JSON.stringify(logged), /xapp-1/)
    const there = teamsPerson(url, teams, 'Sam', 'aad-sam')
    await there.say('help')
    await there.sees(/Hello Sam/)
    slack.fail(null)
    await connected()
  })

  it('starts though nobody listens where Slack was', async () => {
    await slack.goAway()
    await start()
    await eventually(async () => ofSocket().some(({ kind }) => kind === 'unreachable'))
    const there = teamsPerson(url, teams, 'Sam', 'aad-sam')
    await there.say('help')
    await there.sees(/Hello Sam/)
    await slack.comeBack()
    await connected()
  })
})
