import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { failedTurns, isQuiet, kept } from '../kit/demo-desk.ts'
import { readBooks, type DeskBooks } from '../kit/desk-books.ts'
import { operatorLog } from '../kit/operator-log.ts'
import { eventually, runScript } from '../kit/processes.ts'
import type { SlackPerson } from '../kit/slack-person.ts'
import { ask, carriedOut, customerToSuspend } from '../kit/suspending.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'

const fabrikam = customerToSuspend('S-1', 'Fabrikam Inc', 'two')
const done = carriedOut(fabrikam)

describe('one case over real HTTP in Teams and in Slack', function () {
  this.timeout(400_000)
  let chats: BothChats
  let mei: TeamsPerson
  let lin: TeamsPerson
  let wang: SlackPerson

  beforeEach(async () => {
    chats = await openBothChats()
    await chats.start()
    await sitDown()
  })
  afterEach(() => chats.close())

  /** Who plays whom is forgotten whenever the desk starts. */
  async function sitDown(): Promise<void> {
    mei = chats.inTeams('Mei')
    wang = chats.inSlack('Wang', approvals.slack)
    await mei.say('help')
    await wang.say('be approver')
    await wang.reads(/You are now Wang/)
  }
  /** The second approver writes in the channel only. */
  async function linSitsDown(): Promise<void> {
    lin = chats.inTeams('Lin', approvals.teams)
    for (const name of ['Wang', 'Lin']) {
      await lin.say('be approver')
      await lin.sees(new RegExp(`You are now ${name}`))
    }
  }
  const quiet = () => eventually(() => isQuiet(chats.desk))
  const linesInEach = (count: number) =>
    eventually(async () => Object.values(chats.threads()).every((lines) => lines.length === count))
  const cardsIn = (chat: readonly string[]) => chat.filter((text) => /^S-1: suspen/.test(text))
  const told = (lines: readonly string[]) => lines.map((line) => line.replace(/^.* · /, ''))
  const closeTheBooks = async (): Promise<DeskBooks> => {
    await quiet()
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    return readBooks(chats.folder)
  }

  /** What the operator did is what the desk wrote down, each once, under the same ids. */
  async function assertAgreed({ suspensions }: DeskBooks): Promise<void> {
    const log = await operatorLog(chats.operator)
    const onTheCard = fabrikam.subscriptions.toSorted()
    assert.deepEqual(log.suspended.map(({ subscription }) => subscription).toSorted(), onTheCard)
    assert.deepEqual(suspensions.map(({ subscription }) => subscription).toSorted(), onTheCard)
    for (const { subscription, intent, result } of suspensions) {
      assert.partialDeepStrictEqual(result, { state: 'done', confirmed: true })
      assert.deepEqual([...new Set(log.triesFor(subscription).map(({ requestId }) => requestId))], [intent])
    }
  }

  it('is asked for in Teams and approved in Slack; both cards and both people are told, once', async () => {
    await ask(mei, { sees: (words) => wang.reads(words) }, fabrikam)
    await mei.press('Approve')
    await mei.sees(/You had a hand in this yourself/)
    await wang.press('Approve')
    await mei.sees(done)
    await wang.reads(done)
    await quiet()

    const [asked, outcome, ...others] = cardsIn(mei.chat())
    assert.match(asked ?? '', done)
    assert.match(outcome ?? '', done)
    assert.deepEqual(others, [])
    assert.equal(cardsIn(wang.sees()).length, 1)
    const { code, output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], chats.desk.env)
    assert.match(output, /The audit is whole/)
    assert.equal(code, 0)
    await assertAgreed(await closeTheBooks())
  })

  it('is approved once by two presses at one instant, and who came second is told by whom', async () => {
    await chats.route()
    await linSitsDown()
    await ask(mei, lin, fabrikam)
    await wang.reads(/^S-1: suspend/)
    await Promise.all([wang.press('Approve'), lin.press('Approve')])
    await mei.sees(done)
    await linesInEach(2)

    const books = await closeTheBooks()
    const approvedBy = books.audit.filter(({ what }) => what === 'suspension.approved').map(({ by }) => by)
    assert.equal(approvedBy.length, 1)
    const [winner, loser] = approvedBy[0] === 'wang' ? ['Wang', lin.chat()] : ['Lin', wang.sees()]
    assert(loser.some((text) => text.startsWith(`S-1 has already been dealt with. Approved by ${winner}`)))

    const { teams, slack } = chats.threads()
    assert.deepEqual(told(teams), [`${winner} approved it.`, `Approved by ${winner}; carried out.`])
    assert.deepEqual(slack, teams)
    for (const cards of [cardsIn(lin.chat()), cardsIn(wang.sees())]) {
      assert.equal(cards.length, 1)
      assert.match(cards[0] ?? '', done)
    }
    await assertAgreed(books)
  })

  it('keeps every promise once when it is killed between approval and execution', async () => {
    await chats.route()
    await linSitsDown()
    await ask(mei, lin, fabrikam)
    await wang.reads(/^S-1: suspend/)
    await chats.operator.control('POST', 'faults', { path: '/v1/customers/', times: 1_000, then: { kind: 'hang' } })
    await wang.press('Approve')
    await wang.reads(/Approved by Wang; being carried out/)
    await lin.sees(/Approved by Wang; being carried out/)
    // Said, but not yet written down, a line is said again: at least once is what is promised.
    await eventually(async () => (await kept(chats.desk, 'tell-thread')) === 2)
    await chats.desk.end('SIGKILL')
    assert.deepEqual((await operatorLog(chats.operator)).suspended, [])

    await chats.operator.control('DELETE', 'faults')
    await chats.start()
    await mei.sees(done)
    await wang.reads(done)
    await lin.sees(done)
    await linesInEach(2)
    const { teams, slack } = chats.threads()
    assert.deepEqual(told(teams), ['Wang approved it.', 'Approved by Wang; carried out.'])
    assert.deepEqual(slack, teams)
    for (const cards of [cardsIn(lin.chat()), cardsIn(wang.sees())]) assert.equal(cards.length, 1)
    await assertAgreed(await closeTheBooks())
  })
})
