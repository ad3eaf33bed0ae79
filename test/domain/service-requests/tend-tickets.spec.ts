import assert from 'node:assert/strict'
import type { Instant } from '../../../domain/shared/time.ts'
import { usualTicketPatience } from '../../../domain/policy/ticket-patience.ts'
import { anOperatorCustomer, sam } from '../../kit/builders.ts'
import { aFault, aTicketDesk, number, type TicketDesk } from './a-ticket-desk.ts'

/** In Shanghai, where the partner is; the specs begin on Monday, 31 March 2025 at ten. */
const on = (day: string, hour: string) => new Date(`${day}T${hour}+08:00`).toISOString() as Instant

describe('questions about tickets', () => {
  const newsOf = (desk: TicketDesk) =>
    desk.office.commits.flatMap(({ outbox = [] }) =>
      outbox.flatMap(({ order }) =>
        order.kind === 'announce-news' && order.news.kind === 'tickets' ? [order.news] : [],
      ),
    )
  const askAt = async (desk: TicketDesk, at: Instant) => {
    desk.office.world.now = at
    await desk.office.desk.tickets.ask()
  }
  const digestAt = async (desk: TicketDesk, at: Instant) => {
    desk.office.world.now = at
    await desk.office.desk.tickets.digest()
  }

  it('are asked of whoever opened it, once each time they are due', async () => {
    const desk = await aTicketDesk({ follows: false })
    await desk.open()
    for (const hour of ['08:59', '09:00', '09:05', '16:00']) await askAt(desk, on('2025-04-01', hour))
    assert.deepEqual(await desk.deeds(), ['opened', 'asked-about'])
    const commit = desk.office.commits.at(-1)
    assert.deepEqual(
      commit?.outbox?.map(({ order }) => order),
      [
        { kind: 'update-cards', case: 'PD-1' },
        { kind: 'tell-staff', case: 'PD-1', staff: 'mei' },
      ],
    )
    assert.deepEqual((commit?.audit?.[0]?.details as { question: unknown }).question, {
      about: 'number',
      asked: 1,
      at: on('2025-04-01', '09:00'),
    })
  })

  it('end with the number, and go on about the answer', async () => {
    const desk = await aTicketDesk({ follows: false })
    await desk.open()
    await askAt(desk, on('2025-04-01', '09:00'))
    assert((await desk.office.desk.tickets.filed(await desk.at(), number, sam)).ok)
    assert.equal((await desk.ticket()).question, null)
    await askAt(desk, on('2025-04-02', '12:00'))
    assert.equal((await desk.ticket()).question, null)
    await askAt(desk, on('2025-04-03', '09:00'))
    assert.equal((await desk.ticket()).question?.about, 'answer')
  })

  it('are as patient as the policy', async () => {
    const ticketPatience = { ...usualTicketPatience, answerDays: { critical: 1, moderate: 1, minimal: 1 } }
    const desk = await aTicketDesk({ follows: false, policy: { ticketPatience } })
    await desk.open()
    assert((await desk.office.desk.tickets.filed(await desk.at(), number, sam)).ok)
    await askAt(desk, on('2025-04-01', '09:00'))
    assert.equal((await desk.ticket()).question?.about, 'answer')
  })

  it('say that a ticket cannot be seen only after a look that did not show it', async () => {
    const desk = await aTicketDesk()
    await desk.open()
    assert((await desk.office.desk.tickets.filed(await desk.at(), number, sam)).ok)
    desk.tickets.spoil(aFault('unreachable'))
    await askAt(desk, on('2025-03-31', '11:30'))
    assert.equal((await desk.ticket()).question, null)
    await askAt(desk, on('2025-03-31', '11:35'))
    assert.equal((await desk.ticket()).question?.about, 'not-visible')
    desk.tickets.put({ number, title: '[PD-1] Overcharged' }, desk.office.world.now)
    await desk.office.desk.tickets.follow('global')
    assert.equal((await desk.ticket()).question, null)
  })

  it('do not ask where the ticket is when the look shows it', async () => {
    const desk = await aTicketDesk()
    await desk.open()
    assert((await desk.office.desk.tickets.filed(await desk.at(), number, sam)).ok)
    desk.tickets.put({ number }, desk.office.world.now)
    await askAt(desk, on('2025-03-31', '11:30'))
    assert.deepEqual(await desk.deeds(), ['opened', 'filed', 'read'])
  })

  it('do not call an operator silent whose answer was not read yet', async () => {
    const desk = await aTicketDesk()
    await desk.followed()
    const at = on('2025-03-31', '15:00')
    desk.tickets.put({ number, notes: [{ by: 'Ada', at, text: 'We look into it.' }] }, at)
    await askAt(desk, at)
    assert.deepEqual((await desk.deeds()).slice(-2), ['read', 'heard'])
    const other = await aTicketDesk()
    await other.followed()
    await askAt(other, at)
    assert.equal((await other.ticket()).question?.about, 'silence')
  })

  it('look once at a lane, however many are due', async () => {
    const desk = await aTicketDesk()
    for (let at = 1; at <= 50; at += 1) {
      await desk.open()
      await desk.office.desk.tickets.filed(await desk.at(`PD-${at}`), null, sam)
    }
    await askAt(desk, on('2025-03-31', '11:30'))
    assert.equal(desk.tickets.lists, 1)
    assert.equal((await desk.ticket('PD-50')).question?.about, 'not-visible')
  })

  describe('in the digest', () => {
    it('are told once a day, on working days from nine, but not on the day they were asked', async () => {
      const desk = await aTicketDesk({ follows: false })
      await desk.open()
      await askAt(desk, on('2025-04-01', '09:00'))
      await digestAt(desk, on('2025-04-01', '09:01'))
      await digestAt(desk, on('2025-04-02', '08:59'))
      assert.deepEqual(newsOf(desk), [])
      for (const hour of ['09:00', '09:01', '17:00']) await digestAt(desk, on('2025-04-02', hour))
      const row = {
        case: 'PD-1',
        lane: 'global',
        customer: 'Contoso 中国',
        severity: 'moderate',
        about: 'number',
        days: 2,
      }
      assert.deepEqual(newsOf(desk), [{ kind: 'tickets', rows: [row], more: 0 }])
      await digestAt(desk, on('2025-04-05', '09:00'))
      assert.equal(newsOf(desk).length, 1)
      await digestAt(desk, on('2025-04-07', '09:00'))
      assert.equal(newsOf(desk).length, 2)
    })

    it('are told although they are asked about again on the same day', async () => {
      const desk = await aTicketDesk({ follows: false })
      await desk.open()
      for (const day of ['2025-04-01', '2025-04-02'] as const) await askAt(desk, on(day, '09:00'))
      assert.equal((await desk.ticket()).question?.asked, 2)
      await digestAt(desk, on('2025-04-02', '09:00'))
      assert.equal(newsOf(desk).length, 1)
    })

    it('are told no more once they are answered', async () => {
      const desk = await aTicketDesk({ follows: false })
      await desk.open()
      await askAt(desk, on('2025-04-01', '09:00'))
      assert((await desk.office.desk.tickets.notFiled(await desk.at(), sam)).ok)
      await digestAt(desk, on('2025-04-02', '09:00'))
      assert.deepEqual(newsOf(desk), [])
    })

    it('are twenty, oldest first, and the rest is counted', async () => {
      const desk = await aTicketDesk({ follows: false })
      for (let at = 1; at <= 22; at += 1) {
        await desk.open()
        desk.pass(1)
      }
      await askAt(desk, on('2025-04-01', '09:00'))
      await digestAt(desk, on('2025-04-02', '09:00'))
      const [news] = newsOf(desk)
      assert.deepEqual([news?.rows.length, news?.rows[0]?.case, news?.more], [20, 'PD-1', 2])
    })

    it('are told once, though two processes do it at the same moment', async () => {
      const desk = await aTicketDesk({ follows: false })
      await desk.open()
      await askAt(desk, on('2025-04-01', '09:00'))
      desk.office.world.now = on('2025-04-02', '09:00')
      await Promise.all([desk.office.desk.tickets.digest(), desk.office.reopened().desk.tickets.digest()])
      const entries = await desk.office.store.auditOf('tickets')
      assert.equal(entries.length, 1)
    })
  })

  it('about 21Vianet’s tickets are about the number and the answer, never about lateness', async () => {
    const desk = await aTicketDesk({ lane: 'china', follows: false })
    desk.office.world.customers = [anOperatorCustomer()]
    await desk.open({ severity: 'critical' })
    assert((await desk.office.desk.tickets.filed(await desk.at(), 'GZ-2503310001', sam)).ok)
    for (let day = 1; day <= 9; day += 1) await askAt(desk, on(`2025-04-0${day}`, '09:00'))
    const asked = (await desk.office.store.auditOf('PD-1')).filter(({ what }) => what === 'ticket.asked-about')
    assert.equal(asked.length, 7)
    assert.equal((await desk.ticket()).question?.about, 'answer')
  })
})
