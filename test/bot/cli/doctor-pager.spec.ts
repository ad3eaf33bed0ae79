import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { doctorCommand } from '../../../bot/cli/doctor-command.ts'
import { pagerFindings, pagerTest } from '../../../bot/cli/pager-findings.ts'
import { readConfig } from '../../../bot/config.ts'
import { openPagers } from '../../../bot/open-pagers.ts'
import { createPagingDesk } from '../../../domain/paging/paging-desk.ts'
import { openHttpReceiver, type HttpReceiver } from '../../kit/http-receiver.ts'
import { openMailHost, type MailHost } from '../../kit/mail-server.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

describe('the doctor on the pager', () => {
  let mail: MailHost
  let receiver: HttpReceiver
  beforeEach(async () => {
    mail = await openMailHost()
    receiver = await openHttpReceiver()
  })
  afterEach(() => Promise.all([mail.close(), receiver.close()]))

  /** A desk whose pagers are those that its settings name. */
  const open = async (changes: Readonly<Record<string, string>> = {}) => {
    const plain = await anOpenDesk()
    const config = readConfig({
      DESK_MODE: 'demo',
      SMTP_URL: `smtp://desk:pa%20ss%3Aword@127.0.0.1:${mail.port}`,
      DESK_MAIL_FROM: 'desk@partner.example',
      DESK_PAGER_MAIL: 'one@partner.example,two@partner.example',
      DESK_PAGER_URL: `${receiver.url}/in`,
      DESK_PAGER_SECRET: secret,
      DESK_HEARTBEAT_URL: `${receiver.url}/beat`,
      ...changes,
    })
    const pagers = openPagers(config.pager, { fetch, now: plain.now, words: plain.languages.best() })
    return { ...plain, config, desk: { ...plain.desk, paging: createPagingDesk({ ...plain, pagers }) } }
  }
  const lines = async (changes?: Readonly<Record<string, string>>) =>
    (await pagerFindings(await open(changes))).map(({ state, line }) => `${state} ${line}`)

  it('looks without calling anybody', async () => {
    assert.deepEqual(await lines(), [
      'ok pager: the mail server answers; to see one arrive, npm run desk -- doctor --page',
      'ok pager: webhook set up; to try it, npm run desk -- doctor --page',
      'ok heartbeat: sent each minute while the desk works',
    ])
    assert.deepEqual([mail.received, receiver.received], [[], []])
  })

  it('says that nobody can be called, which in a demo is as it should be', async () => {
    const none = { SMTP_URL: '', DESK_PAGER_MAIL: '', DESK_PAGER_URL: '', DESK_HEARTBEAT_URL: '' }
    const desk = await open(none)
    const states = async (mode: 'demo' | 'live') =>
      (await pagerFindings({ ...desk, config: { ...desk.config, mode } })).map(({ state }) => state)
    assert.deepEqual(await states('demo'), ['ok', 'ok'])
    assert.deepEqual(await states('live'), ['look', 'look'])
  })

  it('tells a password that is wrong, and not the password', async () => {
    const [line] = await lines({ SMTP_URL: `smtp://desk:hunter2@127.0.0.1:${mail.port}` })
    assert.equal(line, 'wrong pager: mail: unauthorised, 535, EAUTH; check user and password in SMTP_URL')
  })

  it('tells a server that is not there', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const [line] = await lines({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    assert.match(line ?? '', /^wrong pager: mail: unreachable, .*; check host and port in SMTP_URL/)
  })

  it('calls everybody where it is asked to, and says of each way what came of it', async () => {
    const session = aSession()
    await doctorCommand(['--page'], session, await open())
    assert.deepEqual(session.seen.slice(-2), [
      'ok    pager test: the mail was taken for 2 of 2 addresses',
      'ok    pager test: the webhook was taken',
    ])
    assert.match(mail.received[0]?.raw ?? '', /^Subject: \[Partner Desk\] A test of the pager\r$/m)
    assert.equal((JSON.parse(receiver.received[0]?.body ?? '') as { type: string }).type, 'page.test')
  })

  it('says what was refused', async () => {
    mail.refuse('two@partner.example')
    receiver.answers = { status: 403 }
    const findings = await pagerTest(await open(), 'console:root')
    assert.deepEqual(
      findings.map(({ state, line }) => `${state} ${line}`),
      [
        'wrong pager test: the mail was taken for 1 of 2 addresses; see which address in DESK_PAGER_MAIL is refused',
        'wrong pager: webhook: unauthorised, 403, http-403; check that the receiver has the secret in DESK_PAGER_SECRET',
      ],
    )
  })

  it('calls nobody at a word that it does not know', async () => {
    const session = aSession()
    assert.equal(await doctorCommand(['--pgae'], session, await open()), 2)
    assert.deepEqual(session.seen, ['doctor knows only --page, not --pgae'])
    assert.deepEqual([mail.received, receiver.received], [[], []])
  })
})
