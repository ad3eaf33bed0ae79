import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { failedTurns } from '../kit/demo-desk.ts'
import type { SlackTrouble } from '../kit/fake-slack.ts'
import { eventually } from '../kit/processes.ts'
import type { SlackPerson } from '../kit/slack-person.ts'
import { ask, carriedOut, customerToSuspend } from '../kit/suspending.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'

const fabrikam = customerToSuspend('S-1', 'Fabrikam Inc', 'two')
const done = carriedOut(fabrikam)

describe('a Slack that is down', function () {
  this.timeout(400_000)
  let chats: BothChats
  let mei: TeamsPerson
  let wang: TeamsPerson
  let ines: SlackPerson

  beforeEach(async () => {
    chats = await openBothChats()
    await chats.start()
    await chats.route()
    ines = chats.inSlack('Ines', approvals.slack)
  })
  afterEach(() => chats.close())

  async function sitDownInTeams(): Promise<void> {
    mei = chats.inTeams('Mei')
    wang = chats.inTeams('Wang', approvals.teams)
    await mei.say('help')
    await wang.say('be approver')
    await wang.sees(/You are now Wang/)
  }
  const follows = async (lines: () => readonly string[]) => {
    await ines.reads(done)
    await eventually(async () => chats.threads().slack.length === lines().length)
    assert.deepEqual(chats.threads().slack, lines())
    const cards = chats.slack.shown.filter(({ channel, thread, versions }) => {
      return channel === approvals.slack && thread === null && /^S-1/.test(String(versions.at(-1)?.['text']))
    })
    assert.equal(cards.length, 1)
    assert.deepEqual(await failedTurns(chats.desk), [])
  }

  it('keeps no desk from starting, nor Teams from working; its card is posted when it is back', async () => {
    await chats.desk.end('SIGTERM')
    await chats.slack.goAway()
    await chats.start()
    await sitDownInTeams()
    await ask(mei, wang, fabrikam)
    await wang.press('Approve')
    await mei.sees(done)
    await wang.sees(done)
    assert.equal((await fetch(`${chats.desk.url}/readyz`)).status, 200)
    await chats.slack.comeBack()
    // Its card tells by itself what happened before it was posted.
    await follows(() => [])
  })

  for (const [how, trouble] of [
    ['answers with errors', { status: 500 }],
    ['takes calls and says nothing', { until: new Promise(() => undefined) }],
  ] as const satisfies readonly (readonly [string, SlackTrouble])[])
    it(`and ${how} keeps no card of Teams waiting; its own follow when it is back`, async () => {
      await sitDownInTeams()
      await ask(mei, wang, fabrikam)
      await ines.reads(/^S-1: suspend/)
      chats.slack.fail(trouble)
      await wang.press('Approve')
      const began = performance.now()
      await mei.sees(done)
      await wang.sees(done)
      // Far below the eight seconds after which a silent Slack is given up.
      assert(performance.now() - began < 6_000)
      chats.slack.fail(null)
      await follows(() => chats.threads().teams)
    })
})
