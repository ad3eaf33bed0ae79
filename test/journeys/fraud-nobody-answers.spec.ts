import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { readBooks } from '../kit/desk-books.ts'
import { fraudAt } from '../kit/fraud-at.ts'
import { openHttpReceiver, type HttpReceiver } from '../kit/http-receiver.ts'
import { openMailHost, type MailHost } from '../kit/mail-server.ts'
import { eventually } from '../kit/processes.ts'

const importers = customerCalled('Wide World Importers')
const key = randomBytes(32)
const minutes = 60_000

describe('an alert that nobody answers', function () {
  this.timeout(400_000)
  let chats: BothChats
  let mail: MailHost
  let pager: HttpReceiver

  beforeEach(async () => {
    ;[mail, pager] = await Promise.all([openMailHost(), openHttpReceiver()])
    chats = await openBothChats({
      ...movable,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      DESK_MAIL_FROM: 'desk@partner.example',
      DESK_PAGER_MAIL: 'oncall@partner.example',
      DESK_PAGER_URL: `${pager.url}/page`,
      DESK_PAGER_SECRET: `whsec_${key.toString('base64')}`,
    })
    await chats.start()
    await chats.route('fraud')
    await fraudAt(chats.operator).registered()
  })
  afterEach(async () => {
    await chats.close()
    await Promise.all([mail.close(), pager.close()])
  })

  it('is told to more and more people, and in the end to whoever is on duty, by mail and by a signed request', async () => {
    const channel = chats.inTeams('Ines', approvals.teams)
    const wang = chats.inTeams('Wang')
    await wang.say('be approver')
    await fraudAt(chats.operator).raise({ customer: importers.tenantId })
    await channel.sees(/^F-1: /)
    await chats.inSlack('Ines', approvals.slack).reads(/^F-1: /)
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual([mail.received, pager.received], [[], []])

    await chats.desk.advance(16 * minutes)
    // Meanwhile it was told to the channel once more, and then to people themselves.
    await wang.sees(/^F-1: [^]*Nobody looks after it yet/)
    assert.deepEqual([mail.received, pager.received], [[], []])
    await chats.desk.advance(15 * minutes)
    await eventually(async () => mail.received.length > 0 && pager.received.length > 0)
    await eventually(() => isQuiet(chats.desk))
    const [request, ...others] = pager.received
    assert(request)
    assert.deepEqual(others, [])
    assert.equal(request.headers['webhook-signature'], signatureOf(request))
    const { type, data } = JSON.parse(request.body) as { readonly type: string; readonly data: object }
    assert.partialDeepStrictEqual(
      { type, ...data },
      { type: 'page.unanswered', case: 'F-1', operator: 'global', severity: 'high', minutes: 31 },
    )
    assert.deepEqual(
      mail.received.map(({ to }) => to),
      [['oncall@partner.example']],
    )
    assert.match(mail.received[0]?.raw ?? '', /F-1: nobody has acted for 31 minutes/)
    for (const told of [request.body, mail.received[0]?.raw ?? '']) assert.doesNotMatch(told, /Wide World/)

    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    const { audit } = await readBooks(chats.folder)
    const of = (deed: string) => audit.filter(({ what }) => what === deed)
    assert.deepEqual([of('fraud-alert.opened').length, of('fraud-alert.escalated').length], [1, 3])
    assert.deepEqual(
      of('page.sent')
        .map(({ about, details }) => `${about} by ${String(details?.['way'])}`)
        .sort(),
      ['page:F-1 by mail', 'page:F-1 by webhook'],
    )
  })
})

/** As docs/pager-webhook.md has it checked. */
function signatureOf({ headers, body }: HttpReceiver['received'][number]): string {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}
