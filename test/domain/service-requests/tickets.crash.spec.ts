import assert from 'node:assert/strict'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { anActingLane, mei, sam } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import { fakeMailbox, type FakeMailbox } from '../../kit/fake-mailbox.ts'
import { fakeTickets, type FakeTickets } from '../../kit/fake-tickets.ts'
import { aFault, draft, number } from './a-ticket-desk.ts'

type Around = ReturnType<typeof crashingAt>['around']

/** An office whose operator and mailbox can be called by a process that dies. */
async function anOffice(mails: boolean) {
  let around: Around = (does) => does()
  let now = () => '2025-03-31T02:00:00.000Z' as const as ADesk['world']['now']
  const there: FakeTickets = fakeTickets('global', () => now())
  const box: FakeMailbox = fakeMailbox('global')
  const tickets = {
    lane: there.lane,
    list: () => around(() => there.list()),
    find: (asked: string) => around(() => there.find(asked)),
    change: (...asked: Parameters<typeof there.change>) => around(() => there.change(...asked)),
  }
  const mailbox = { ...box, send: (mail: Parameters<typeof box.send>[0]) => around(() => box.send(mail)) }
  const office = await aDesk({ tickets, ...(mails && { mailbox }) })
  now = () => office.world.now
  office.world.customers = office.world.customers.map((customer) => ({ ...customer, lane: 'global' }))
  await office.store.commit({ save: [{ kind: 'lane', id: 'global', value: anActingLane('global'), basedOn: null }] })
  const opened = await office.desk.tickets.open(draft, mei, 'teams:partner/mei')
  assert(opened.ok)
  return { office, there, box, dieBy: (next: Around) => void (around = next) }
}

type Office = Awaited<ReturnType<typeof anOffice>>

const ticketOf = async ({ office }: Office): Promise<ServiceRequest> => {
  const ticket = await office.get('service-request', 'PD-1')
  assert(ticket)
  return ticket
}
const deedsOf = async ({ office }: Office) => (await office.store.auditOf('PD-1')).map(({ what }) => what)

/** Does some work in processes that die at each place where one could, one place a time, and then in one that lives. */
async function dyingEverywhere(
  begin: () => Promise<Office>,
  work: (office: ADesk) => Promise<void>,
  end: (setting: Office, place: number) => Promise<void>,
): Promise<void> {
  let place = 1
  for (let reached = true; reached; place += 1) {
    const setting = await begin()
    const dying = crashingAt(place)
    setting.dieBy(dying.around)
    await work(setting.office.reopened(dying)).catch((fault: unknown) => {
      if (!(fault instanceof Crash)) throw fault
    })
    setting.dieBy((does) => does())
    const living = setting.office.reopened()
    living.world.now = later(living.world.now, 60_000)
    await work(living)
    await living.run(1)
    await work(living)
    await end(setting, place)
    reached = dying.reached
  }
  assert(place > 4, 'there were no places to die at')
}

const once = (deeds: readonly string[], deed: string, place: number) =>
  assert.equal(deeds.filter((each) => each === deed).length, 1, `${deed}, died at ${place}: ${deeds.join()}`)

describe('tickets in a desk that dies at any line', () => {
  for (const weather of ['fine', 'the answer is lost'] as const)
    it(`are mailed as one mail, and filed once: ${weather}`, () =>
      dyingEverywhere(
        async () => {
          const setting = await anOffice(true)
          if (weather !== 'fine') setting.box.loseAnswers(aFault('unreachable'))
          return setting
        },
        async (office) => void (await office.carryOutDue()),
        async (setting, place) => {
          assert.equal(new Set(setting.box.taken.map(({ messageId }) => messageId)).size, 1)
          assert(setting.box.taken.length <= 2)
          assert.equal((await ticketOf(setting)).status, 'filed')
          once(await deedsOf(setting), 'ticket.mailed', place)
          assert.equal((await setting.office.store.backlog()).waiting, 0)
        },
      ))

  for (const weather of ['fine', 'the answer is lost'] as const)
    it(`are noted, made graver and closed at the operator once, in that order: ${weather}`, () =>
      dyingEverywhere(
        async () => {
          const setting = await anOffice(false)
          const { office, there } = setting
          there.put({ number, title: '[PD-1] Overcharged' }, office.world.now)
          await office.desk.tickets.follow('global')
          for (const wanted of [
            { change: 'note', text: 'Any news?' },
            { change: 'severity', severity: 'critical' },
            { change: 'close' },
          ] as const) {
            const found = await office.store.get('service-request', 'PD-1')
            const outcome = await office.desk.tickets.change(
              { case: 'PD-1', version: found?.version ?? 0 },
              wanted,
              sam,
            )
            assert(outcome.ok)
          }
          if (weather !== 'fine') there.loseAnswers(...Array.from({ length: 3 }, () => aFault('unreachable')))
          return setting
        },
        async (office) => {
          await office.run(0.1)
          // What nobody lived to tell is found by the next look.
          await office.desk.tickets.follow('global')
        },
        async (setting, place) => {
          const copy = await setting.there.find(number)
          assert.deepEqual(
            [copy?.notes.map(({ text }) => text), copy?.severity, copy?.status],
            [['Any news?\n(PD-1/1)'], 'critical', 'closed'],
          )
          assert.equal(setting.there.asked.length, 3, `died at ${place}`)
          const ticket = await ticketOf(setting)
          assert.deepEqual(
            ticket.changes.map(({ result }) => result.state),
            ['done', 'done', 'done'],
          )
          assert.equal(ticket.status === 'closed' && ticket.closedBy, 'sam', `died at ${place}`)
          once(await deedsOf(setting), 'ticket.closed-there', place)
          assert.equal((await deedsOf(setting)).filter((deed) => deed === 'ticket.change-done').length, 3)
          assert.equal((await setting.office.store.backlog()).waiting, 0)
        },
      ))

  it('are found, heard and closed with the operator’s, each told once', () =>
    dyingEverywhere(
      async () => {
        const setting = await anOffice(false)
        const { office, there } = setting
        const at = office.world.now
        const notes = ['One', 'Two'].map((text) => ({ by: 'Ada', at, text }))
        const closed = { status: 'closed', severity: 'critical', closedAt: at } as const
        there.put({ number, title: '[PD-1] Overcharged', notes, ...closed }, at)
        return setting
      },
      (office) => office.desk.tickets.follow('global'),
      async (setting, place) => {
        const deeds = await deedsOf(setting)
        for (const deed of ['ticket.found', 'ticket.severity-seen', 'ticket.closed-there']) once(deeds, deed, place)
        assert.equal(deeds.filter((deed) => deed === 'ticket.heard').length, 2, `died at ${place}`)
        const ticket = await ticketOf(setting)
        assert.deepEqual([ticket.status, ticket.heard.map(({ text }) => text)], ['closed', ['One', 'Two']])
      },
    ))
})
