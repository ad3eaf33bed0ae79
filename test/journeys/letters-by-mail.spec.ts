import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoCustomers } from '../../bot/demo/world/customers.ts'
import { demoLedgerCsv } from '../../bot/demo/world/ledger-csv.ts'
import type { Reminder } from '../../domain/reminders/reminder.ts'
import { addDays } from '../../domain/shared/time.ts'
import {
  failedTurns,
  isQuiet,
  movable,
  newFolder,
  removeFolder,
  startDesk,
  type DeskProcess,
} from '../kit/demo-desk.ts'
import { readBooks, recordsSoFar } from '../kit/desk-books.ts'
import { messageIdOf, openMailHost, type MailHost } from '../kit/mail-server.ts'
import { endAll, eventually, runScript } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'

const patience = 150_000
/** Old enough for a final notice; late as well, but with the money on its way. */
const [late, payer] = ['Zhejiang Lotus Trading', 'Kyoto Paper Works'] as const
const mailboxes = { [late]: 'billing@lotus.example', [payer]: 'accounts@kyoto.example' }

describe('letters to customers by mail, and a desk that is killed before it knows that one was taken', function () {
  this.timeout(400_000)
  let folder: string
  let mail: MailHost
  let connector: TeamsConnector
  let desk: DeskProcess
  let mei: TeamsPerson

  beforeEach(async () => {
    ;[folder, mail, connector] = await Promise.all([newFolder(), openMailHost(), openTeamsConnector()])
    await openTheDesk()
  })
  afterEach(async () => {
    await endAll()
    await Promise.all([connector.close(), mail.close()])
    await removeFolder(folder)
  })

  async function openTheDesk(): Promise<void> {
    desk = await startDesk(folder, [], {
      ...movable,
      PARTNER_NAME: 'Northwind Cloud',
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      REMINDERS_FROM: 'Northwind Cloud <billing@northwind.example>',
    })
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')
  }

  const letters = () => recordsSoFar(folder, 'reminder')
  const letterTo = (all: readonly Reminder[], name: keyof typeof mailboxes) =>
    all.find((each) => 'to' in each && each.to === mailboxes[name])

  /** Mail may go there: Mei types it, and Wang looks at it. */
  async function settle(name: keyof typeof mailboxes): Promise<void> {
    await mei.say(`address ${name} ${mailboxes[name]}`)
    const wang = teamsPerson(desk.url, connector, 'Wang', 'aad-wang')
    await wang.say('be approver')
    await wang.sees(/You are now Wang/)
    await wang.say(`address of ${name}`)
    const card = new RegExp(`^Mail to ${name}$`, 'm')
    await wang.sees(card)
    await wang.press('Confirm the address', {}, card)
  }

  async function send(name: keyof typeof mailboxes): Promise<void> {
    await mei.say(`remind ${name}`)
    const card = new RegExp(`^(?:Reminder|Final notice) to ${name}$[^]*Send by mail`, 'm')
    await mei.sees(card)
    await mei.press('Send by mail', {}, card)
  }

  /** The books of the same day, in which one customer owes nothing any more, imported while no desk runs. */
  async function isPaid(name: string): Promise<void> {
    const [books] = await recordsSoFar(folder, 'ledger-import')
    assert(books)
    const others = demoCustomers().filter((customer) => customer.name !== name)
    const list = join(folder, 'paid.csv')
    await writeFile(list, demoLedgerCsv(others, addDays(books.asOf, 1)))
    const { NODE_OPTIONS: _, ...env } = desk.env
    const words = ['import', list, '--company', 'Demo Partner', '--complete', '--yes']
    assert.match((await runScript('bot/cli/index.ts', words, env)).output, /Imported as L-\d+\./)
  }

  it('are one letter to who owes, however often it is tried, and none to who paid in between', async () => {
    await settle(late)
    await settle(payer)
    // It has the one and never says so; the other one it would take later.
    mail.meets('takes-it-and-hangs')
    mail.refuse(mailboxes[payer], 'later')
    await send(late)
    await send(payer)
    await eventually(async () => mail.received.length > 0, patience)
    await eventually(async () => letterTo(await letters(), payer) !== undefined, patience)
    await desk.end('SIGKILL')
    const statuses = [late, payer].map(async (name) => letterTo(await letters(), name)?.status)
    assert.deepEqual(await Promise.all(statuses), ['sending', 'sending'])
    await isPaid(payer)
    const before = mail.received.length

    mail.meets(null)
    mail.accept(mailboxes[payer])
    await openTheDesk()
    await eventually(async () => {
      if ((await letters()).every(({ status }) => status !== 'sending')) return true
      if (await isQuiet(desk)) await desk.advance(20_000)
      return false
    }, patience)
    await mei.sees(
      /^Final notice to Zhejiang Lotus Trading\n[^]*Sent to billing@lotus\.example: the mail server took it/,
    )
    await mei.sees(/^Reminder to Kyoto Paper Works\n[^]*paid/)
    await eventually(() => isQuiet(desk), patience)
    assert.deepEqual(await failedTurns(desk), [])
    await desk.end('SIGTERM')

    // What a mailbox gets twice under one Message-ID it shows once.
    assert.equal(mail.received.length, before + 1)
    assert.deepEqual([...new Set(mail.received.flatMap(({ to }) => to))], [mailboxes[late]])
    const ids = [...new Set(mail.received.map(({ raw }) => messageIdOf(raw)))]
    const all = await letters()
    const [toLate, toPayer] = [letterTo(all, late), letterTo(all, payer)]
    assert(toLate?.status === 'sent' && toPayer?.status === 'withheld')
    assert.deepEqual(ids, [toLate.messageId])
    assert.equal(toPayer.why, 'paid')

    const { audit } = await readBooks(folder)
    const deeds = (customer: string) =>
      audit
        .filter((entry) => entry.customer === customer && /^(?:reminder|final-notice)\./.test(entry.what))
        .map(({ what, by }) => `${what} by ${by}`)
    assert.deepEqual(deeds(toLate.customer), [
      'reminder.asked by mei',
      'reminder.sent by desk',
      'final-notice.recorded by mei',
    ])
    assert.deepEqual(deeds(toPayer.customer), ['reminder.asked by mei', 'reminder.withheld by desk'])
  })
})
