import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { readBooks, type DeskBooks } from '../kit/desk-books.ts'
import { fraudAt } from '../kit/fraud-at.ts'
import { openHttpReceiver, type HttpReceiver } from '../kit/http-receiver.ts'
import { openMailHost, type MailHost } from '../kit/mail-server.ts'
import { eventually } from '../kit/processes.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'

const importers = customerCalled('Wide World Importers')
const minutes = 60_000

describe('a high alert where no chat takes it', function () {
  this.timeout(400_000)
  let chats: BothChats
  let mail: MailHost
  let pager: HttpReceiver
  /** In her own chat with the desk. */
  let ines: TeamsPerson

  beforeEach(async () => {
    ;[mail, pager] = await Promise.all([openMailHost(), openHttpReceiver()])
    chats = await openBothChats({
      ...movable,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      DESK_MAIL_FROM: 'desk@partner.example',
      DESK_PAGER_MAIL: 'oncall@partner.example',
      DESK_PAGER_URL: `${pager.url}/page`,
      DESK_PAGER_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}`,
    })
    await chats.start()
    await chats.route('fraud')
    ines = chats.inTeams('Ines')
    await ines.say('help')
    await fraudAt(chats.operator).registered()
    await eventually(() => isQuiet(chats.desk))
  })
  afterEach(async () => {
    await chats.close()
    await Promise.all([mail.close(), pager.close()])
  })

  /** The cards of the alert in the channel of each chat, and in Ines' own. */
  const cards = () =>
    [chats.inTeams('Ines', approvals.teams).chat(), chats.inSlack('Ines', approvals.slack).sees(), ines.chat()].map(
      (all) => all.filter((text) => text.startsWith('F-1: Suspicious use')),
    )
  const paged = (kind: string) => pager.received.filter(({ body }) => body.includes(`"page.${kind}"`))
  const mailed = (what: RegExp) => mail.received.filter(({ raw }) => what.test(raw))
  const closeTheBooks = async (): Promise<DeskBooks> => {
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    return readBooks(chats.folder)
  }

  it('for an hour calls whoever is on duty; its cards come late and say so, each once, however often it was escalated', async () => {
    const before = { teams: chats.teams.requests.length, slack: chats.slack.calls.length }
    chats.teams.fail({ status: 503 })
    chats.slack.fail({ status: 500 })
    await fraudAt(chats.operator).raise({ customer: importers.tenantId })
    await eventually(
      async () =>
        chats.teams.requests.slice(before.teams).some(({ method }) => method === 'POST') &&
        chats.slack.calls.slice(before.slack).some(({ method }) => method === 'chat.postMessage'),
    )
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual([mail.received, pager.received], [[], []])

    await chats.desk.advance(2 * minutes)
    await eventually(async () => paged('undelivered').length > 0 && mailed(/F-1: no chat took the alert/).length > 0)
    await eventually(() => isQuiet(chats.desk))
    await chats.desk.advance(60 * minutes)
    // Meanwhile more and more people were to be told of it, and nobody could be.
    await eventually(async () => paged('unanswered').length > 0 && mailed(/F-1: nobody has acted/).length > 0)
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(cards(), [[], [], []])

    chats.teams.fail(null)
    chats.slack.fail(null)
    // Ten minutes are the longest that a chat is not tried.
    await chats.desk.advance(10 * minutes)
    await eventually(async () => cards().every((own) => own.length > 0))
    await eventually(() => isQuiet(chats.desk))
    await ines.say('delivery F-1')
    const told = await ines.sees(/^Where F-1 was told/)
    assert.equal(told.match(/: delivered .+\. Told \d+ minutes late\./g)?.length, 3)
    // What waited with those cards finds that they stand.
    await chats.desk.advance(10 * minutes)

    const { audit, owed } = await closeTheBooks()
    assert.deepEqual(
      owed.filter(({ kind }) => kind === 'post-card' || kind === 'page-by'),
      [],
    )
    for (const [card = '', ...others] of cards()) {
      assert(Number(/Told (\d+) minutes late/.exec(card)?.[1]) >= 60)
      assert.deepEqual(others, [])
    }
    const of = (deed: string) => audit.filter(({ what, about }) => what === deed && about === 'F-1').length
    assert.deepEqual([of('fraud-alert.opened'), of('fraud-alert.undelivered'), of('fraud-alert.escalated')], [1, 1, 3])
    for (const calls of [paged('undelivered'), paged('unanswered'), mailed(/no chat took/), mailed(/nobody has acted/)])
      assert.equal(calls.length, 1)
  })

  it('as both channels are gone goes to the fraud lead directly, who can read why', async () => {
    chats.teams.left.add(approvals.teams)
    chats.slack.channels.delete(approvals.slack)
    await fraudAt(chats.operator).raise({ customer: importers.tenantId })
    await ines.sees(/^F-1: Suspicious use at Wide World Importers/)
    await eventually(() => isQuiet(chats.desk))
    const { degraded } = (await (await fetch(`${chats.desk.url}/readyz`)).json()) as { readonly degraded: string[] }
    assert(degraded.includes('fraud-route:global'))
    await ines.say('delivery F-1')
    const told = await ines.sees(/^Where F-1 was told/)
    assert.equal(told.match(/: refused .+\. The channel is gone, or I was removed from it\./g)?.length, 2)
    assert.match(told, /^Ines: delivered [^.]+\.$/m)
    const { owed } = await closeTheBooks()
    assert.deepEqual(
      owed.filter(({ kind }) => kind === 'post-card'),
      [],
    )
    assert.deepEqual(
      cards().map((own) => own.length),
      [0, 0, 1],
    )
    assert.deepEqual([mail.received, pager.received], [[], []])
  })
})
