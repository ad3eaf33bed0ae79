import assert from 'node:assert/strict'
import type { Save } from '../../../domain/ports/desk-store.ts'
import { anExemption, aPromise } from '../../kit/agreements.ts'
import {
  aMatch,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aPendingSuspension,
  fabrikam,
  morning,
} from '../../kit/builders.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer, unpaidSeats } from '../an-office.ts'

const hours = 3_600_000
const young = anInvoice({
  account: 'K-1002',
  number: 'INV-7',
  due: '2025-03-31',
  open: { minor: 12_000, currency: 'EUR' },
})

/** Contoso waits for a suspension; Fabrikam owes something from tomorrow on. */
function twoCustomers(changes: Partial<OfficeSetup> = {}): Promise<Office> {
  return anOffice({
    customers: [
      [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
      [fabrikamCustomer, []],
    ],
    accounts: [anAccount(), anAccount({ key: 'K-1002', number: 'K-1002', name: 'Fabrikam Inc' })],
    matches: [aMatch(), aMatch({ account: 'K-1002', lane: 'global', tenantId: fabrikam })],
    items: [unpaidSeats, young],
    ...changes,
  })
}

describe('the morning digest', () => {
  let office: Office
  beforeEach(async () => {
    office = await twoCustomers()
  })
  /** So many hours go by, and the desk looks whether a digest is due; what it then says is what is said next. */
  const after = async (passed: number) => {
    await office.pass(passed * hours)
    await office.desk.digests.tend()
  }
  const agreed = (...values: readonly (ReturnType<typeof aPromise> | ReturnType<typeof anExemption>)[]) =>
    office.store.commit({
      save: values.map((value): Save => ({ kind: 'agreement', id: value.id, value, basedOn: null })),
    })

  it('tells what changed since the last one, and the ageing in bars and numbers', async () => {
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 08:30 in Europe/Berlin
      Bot: From now on #desk gets the morning digest at 08:30 in Europe/Berlin, on working days on which there is something to tell.
      `,
    )
    // 10:00 in Taipei is 04:00 in Berlin.
    await after(4)
    await transcript(office, '(1 min pass)')
    await after(1)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           This is the first digest here: from tomorrow on it tells what changed.
           CNY, 1 customer
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 48,200.00 ██████████
           over 90 days: CNY 0.00
           [Who is overdue?]
      `,
    )
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 1, 2025
           Newly overdue
           Fabrikam Inc: EUR 120.00, oldest 1 day
           CNY, 1 customer
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 48,200.00 ██████████
           over 90 days: CNY 0.00
           EUR, 1 customer
           1–30 days: EUR 120.00 ██████████
           31–60 days: EUR 0.00
           61–90 days: EUR 0.00
           over 90 days: EUR 0.00
           [Who is overdue?]
      `,
    )
    // A payment was imported: by today's books it was paid all along, and it is told all the same.
    office.setItems([anInvoice({ number: 'INV-2', due: '2025-04-01' })], '2025-04-02')
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 2, 2025
           Changed stage
           Contoso: suspension → reminder
           No longer overdue
           Fabrikam Inc
           CNY, 1 customer
           1–30 days: CNY 48,200.00 ██████████
           31–60 days: CNY 0.00
           61–90 days: CNY 0.00
           over 90 days: CNY 0.00
           [Who is overdue?]
      `,
    )
  })

  it('tells of promises, exemptions and what waits for a second person', async () => {
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 12:00
      Bot: From now on #desk gets the morning digest at 12:00 in Asia/Shanghai, on working days on which there is something to tell.
      `,
    )
    const waiting = aPendingSuspension()
    await office.store.commit({ save: [{ kind: 'suspension', id: waiting.id, value: waiting, basedOn: null }] })
    await agreed(
      { ...aPromise({ day: '2025-03-31', amount: { minor: 5_000, currency: 'EUR' }, debt: [] }), customer: fabrikam },
      { ...anExemption({ until: '2025-04-03', remindedAt: morning }), id: 'A-2', customer: fabrikam },
      { ...anExemption({ until: '2025-04-04', remindedAt: morning }), id: 'A-3', customer: fabrikam },
    )
    await after(2)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           This is the first digest here: from tomorrow on it tells what changed.
           Suspensions waiting for a second person
           S-1: Contoso
           Promises that fall due
           Fabrikam Inc: EUR 50.00 (A-1)
           Exemptions that end
           Fabrikam Inc: until Apr 3, 2025 (A-2)
           CNY, 1 customer
           …
      `,
    )
    await office.store.commit({
      save: [
        {
          kind: 'agreement',
          id: 'A-1',
          value: {
            ...aPromise({ day: '2025-03-31' }),
            ...{ customer: fabrikam, state: { status: 'broken', at: office.now(), paid: 0, asOf: '2025-04-01' } },
          },
          basedOn: 1,
        },
      ],
    })
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 1, 2025
           Suspensions waiting for a second person
           S-1: Contoso
           Promises that were broken
           Fabrikam Inc: not kept (A-1)
           Exemptions that end
           Fabrikam Inc: until Apr 3, 2025 (A-2)
           Fabrikam Inc: until Apr 4, 2025 (A-3)
           Newly overdue
           …
      `,
    )
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 2, 2025
           Suspensions waiting for a second person
           S-1: Contoso
           Exemptions that end
           …
      `,
    )
  })

  it('tells before work begins of a promise that was broken; who recorded it is told when work begins', async () => {
    const when = { day: '2025-03-31', amount: { minor: 5_000, currency: 'CNY' } } as const
    office = await twoCustomers({ items: [unpaidSeats] })
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 08:30
      Bot: From now on #desk gets the morning digest at 08:30 in Asia/Shanghai, on working days on which there is something to tell.
      `,
    )
    await agreed(aPromise(when))
    await after(1)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           …
      `,
    )
    office.setItems([unpaidSeats], '2025-03-31')
    // 08:31, a good while before 09:00.
    office.sleep(21.5 * hours)
    await after(0)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 1, 2025
           Promises that were broken
           Contoso: not kept (A-1)
           CNY, 1 customer
           …
      (30 min pass)
      Bot to Mei: A-1: Contoso
           Broken: nothing was paid, as of Mar 31, 2025.
           …
      `,
    )
  })

  it('tells each promise on the day it falls due, also to readers whose day begins before ours', async () => {
    office = await twoCustomers({ items: [unpaidSeats] })
    await agreed(aPromise({ day: '2025-04-02', amount: { minor: 5_000, currency: 'CNY' }, debt: [] }))
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 05:00 in Pacific/Kiritimati
      Bot: From now on #desk gets the morning digest at 05:00 in Pacific/Kiritimati, on working days on which there is something to tell.
      `,
    )
    await after(0)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           …
      `,
    )
    // 23:00 in Shanghai is 05:00 of the next day there.
    for (const passed of [13, 24]) {
      await after(passed)
      await transcript(office, '(1 min pass)')
    }
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 2, 2025
           Promises that fall due
           Contoso: CNY 50.00 (A-1)
           CNY, 1 customer
           …
      `,
    )
  })

  it('knows whoever was matched to an account since the last one', async () => {
    await agreed({ ...aPromise({ day: '2025-03-31', debt: [] }), customer: 'account:K-1001' })
    await transcript(
      office,
      `
      Otto in #desk: route digest here
      Bot: From now on #desk gets the morning digest at 08:30 in Asia/Shanghai, on working days on which there is something to tell.
      `,
    )
    const [route] = await office.store.list('digest-route')
    assert(route)
    const stages = { suspend: ['account:K-1001'] }
    const told = { day: '2025-03-28', at: '2025-03-28T00:30:00.000Z', stages, broken: [] } as const
    const value = { ...route.value, told }
    await office.store.commit({ save: [{ kind: 'digest-route', id: route.id, value, basedOn: route.version }] })
    await after(0)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           Promises that fall due
           Contoso: CNY 48,200.00 (A-1)
           CNY, 1 customer
           …
      `,
    )
  })

  it('is quiet where nothing is, on days off and before the first list', async () => {
    office = await twoCustomers({ items: [unpaidSeats] })
    await transcript(
      office,
      `
      Otto in #desk: route digest here
      Bot: From now on #desk gets the morning digest at 08:30 in Asia/Shanghai, on working days on which there is something to tell.
      `,
    )
    await after(1)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           …
      `,
    )
    // Tuesday to Friday nothing changes; what happens on Saturday is told on Monday.
    for (let days = 0; days < 4; days += 1) {
      await after(24)
      await transcript(office, '(1 min pass)')
    }
    office.setItems([], '2025-04-05')
    for (let days = 0; days < 2; days += 1) {
      await after(24)
      await transcript(office, '(1 min pass)')
    }
    await after(24)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Apr 7, 2025
           No longer overdue
           Contoso
           [Who is overdue?]
      `,
    )
    office = await twoCustomers({ asOf: null })
    await transcript(
      office,
      `
      Otto in #desk: route digest here
      Bot: From now on #desk gets the morning digest at 08:30 in Asia/Shanghai, on working days on which there is something to tell.
      `,
    )
    await after(1)
    await transcript(office, '(1 min pass)')
  })

  it('is told once, over restarts, to each channel at its own hour', async () => {
    await transcript(
      office,
      `
      Otto in #asia: route digest here at 11:00
      Bot: From now on #asia gets the morning digest at 11:00 in Asia/Shanghai, on working days on which there is something to tell.
      Otto in #europe: route digest here at 11:00 in berlin
      Bot: From now on #europe gets the morning digest at 11:00 in Europe/Berlin, on working days on which there is something to tell.
      `,
    )
    await after(1)
    await office.restart()
    await Promise.all([office.desk.digests.tend(), office.desk.digests.tend()])
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #asia: Collections on Mar 31, 2025
           …
      (the desk restarts)
      `,
    )
    await after(6)
    await office.desk.digests.tend()
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #europe: Collections on Mar 31, 2025
           …
      Otto in #europe: route digest off
      Bot: #europe no longer gets the morning digest.
      Otto in #europe: route digest off
      Bot: This channel gets no morning digest. “routes” shows which do.
      Otto in #asia: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud: no channel; each fraud lead is told
           morning digest: #asia, at 11:00 in Asia/Shanghai
           …
      `,
    )
  })

  it('is told once a day, also where it is switched off and on again', async () => {
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 08:30 in Europe/Berlin
      Bot: From now on #desk gets the morning digest at 08:30 in Europe/Berlin, on working days on which there is something to tell.
      `,
    )
    await after(5)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #desk: Collections on Mar 31, 2025
           …
      Otto in #desk: route digest off
      Bot: #desk no longer gets the morning digest.
      `,
    )
    await after(0)
    await transcript(
      office,
      `
      (1 min pass)
      Otto in #desk: route digest here at 08:30 in Europe/Berlin
      Bot: From now on #desk gets the morning digest at 08:30 in Europe/Berlin, on working days on which there is something to tell.
      `,
    )
    await after(0)
    await transcript(office, '(1 min pass)')
  })

  it('is set by administrators, in a channel, at an hour and in a zone that exist', async () => {
    await transcript(
      office,
      `
      Otto in #desk: route digest here at 25:00
      Bot: Nothing was set: no clock shows “25:00”. Say for example “route digest here at 08:30”.
      Otto in #desk: route digest here at 24:00
      Bot: Nothing was set: no clock shows “24:00”. Say for example “route digest here at 08:30”.
      Otto in #desk: route digest here at 08:30 in Mars/Olympus
      Bot: Nothing was set: I know no time zone “Mars/Olympus”. Say it as “Europe/Berlin” or “Asia/Taipei”.
      Otto: route digest to #nowhere at 7 in Europe/Berlin
      Bot: Nothing was set: I know no channel #nowhere. I find only channels I have been spoken to in: add me there, say “help” there, then say it again.
      Otto: route digest to #desk at 7 am in new york
      Bot: From now on #desk gets the morning digest at 07:00 in America/New_York, on working days on which there is something to tell.
      Otto: route digest here
      Bot: This is a private chat. Say it in the channel that should get the news.
      Mei in #desk: route digest here
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    )
  })
})
