import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { PartnerCenterSimulator, SimulatorOptions } from '../../../adapters/simulators/partner-center-simulator.ts'
import type { SimulatorSeed } from '../../../adapters/simulators/partner-center/seed.ts'
import { aSeed, aSimulator, guidOf, harbor, standingClock, stopSimulators } from './a-seed.ts'
import { caller, send } from './direct.ts'

const all = '/v1/servicerequests'
const everybodys = { IncludeOrganizationRequests: 'true' }
const old = '2026-03-01T08:00:00.000Z'
const seed: SimulatorSeed = {
  ...aSeed(),
  tickets: [
    { title: 'Old', createdAt: old, status: 'closed', customer: harbor },
    { title: 'Another’s', createdAt: old, openedBy: 'somebody else' },
  ],
}

async function at(switches: SwitchChange = {}, options: Partial<SimulatorOptions> = {}) {
  const simulator = await aSimulator({ seed, switches, ...options })
  return { simulator, call: await person(simulator) }
}
function person(simulator: PartnerCenterSimulator) {
  const { refreshToken: refresh_token } = simulator.connection
  return caller(simulator, { grant_type: 'refresh_token', refresh_token })
}

type Item = Readonly<Record<string, unknown>>
const itemsOf = ({ body }: { readonly body: Item }) => (body['items'] ?? []) as readonly Item[]
const titlesOf = (answer: { readonly body: Item }) => itemsOf(answer).map(({ title }) => title)
const notesOf = (ticket: Item) => (ticket['notes'] as readonly Item[]).map(({ text }) => text)

describe('simulated tickets', () => {
  afterEach(stopSimulators)

  it('have the published fields: dates without a zone, and year 1 for what never was (8.2)', async () => {
    const { simulator, call } = await at()
    const { id } = simulator.fileTicket({ title: 'A wrong invoice', description: 'Too much.', severity: 'critical' })
    assert.match(id, /^\d{15}$/)
    simulator.noteTicket(id, { text: 'Which one?' })
    const { body, status } = await call(`${all}/${id}`)
    assert.equal(status, 200)
    const { title, description, severity, createdDate, lastClosedDate, notes, attributes } = body
    assert.deepEqual(
      [body['id'], body['status'], title, description, severity, createdDate, lastClosedDate, attributes],
      [
        id,
        'open',
        'A wrong invoice',
        'Too much.',
        'critical',
        '2026-03-31T06:00:00.000',
        '0001-01-01T00:00:00',
        { objectType: 'ServiceRequest' },
      ],
    )
    assert.deepEqual(notes, [
      { createdByName: 'Support Engineer', createdDate: '2026-03-31T06:00:00.000', text: 'Which one?' },
    ])
  })

  for (const [ticketEnums, inList, alone] of [
    ['numbers-in-lists', [2, 2], ['moderate', 'closed']],
    ['numbers', [2, 2], [2, 2]],
    ['words', ['moderate', 'closed'], ['moderate', 'closed']],
  ] as const)
    it(`have ${ticketEnums} for severity and status (8.2)`, async () => {
      const { call } = await at({ ticketEnums })
      const [listed] = itemsOf(await call(all))
      assert.ok(listed)
      assert.deepEqual([listed['severity'], listed['status']], inList)
      const { body } = await call(`${all}/${String(listed['id'])}`)
      assert.deepEqual([body['severity'], body['status']], alone)
    })

  for (const notesInLists of [false, true])
    it(`have ${notesInLists ? '' : 'no '}notes in lists (?)`, async () => {
      const { simulator, call } = await at({ notesInLists })
      simulator.noteTicket(String(itemsOf(await call(all))[0]?.['id']), { text: 'Yes.' })
      const [listed] = itemsOf(await call(all))
      assert.deepEqual(
        [listed?.['notes'] !== undefined, listed?.['description'] !== undefined],
        [notesInLists, notesInLists],
      )
    })

  it('are shown to a person only (3.3)', async () => {
    const { simulator } = await at()
    const app = await caller(simulator)
    for (const [path, method] of [
      [all, 'GET'],
      [`/v1/customers/${harbor}/servicerequests`, 'GET'],
      [`${all}/1`, 'GET'],
      [`${all}/1`, 'PATCH'],
    ] as const) {
      const { status, body } = await app(path, { method, ...(method === 'PATCH' && { body: {} }) })
      assert.deepEqual([status, body['code']], [403, '900329'])
    }
  })

  describe('of somebody else', () => {
    const othersOf = ({ simulator }: Awaited<ReturnType<typeof at>>) =>
      `${all}/${simulator.tickets().find(({ openedBy }) => openedBy !== 'desk')?.id ?? ''}`

    for (const [what, switches, headers, inLists, alone] of [
      ['without the header', { ticketSight: 'organisation' }, {}, 1, 404],
      ['without the role', {}, everybodys, 1, 404],
      ['with both', { ticketSight: 'organisation' }, everybodys, 2, 200],
      [
        'with both, where the header is for one only (?)',
        { ticketSight: 'organisation-by-number' },
        everybodys,
        1,
        200,
      ],
      ['when asked for by number (?)', { othersTickets: 'forbidden' }, {}, 1, 403],
    ] as const satisfies readonly (readonly [string, SwitchChange, object, number, number])[])
      it(`are seen ${what}: ${inLists} in the list, ${alone} (8.2)`, async () => {
        const opened = await at(switches)
        assert.equal(itemsOf(await opened.call(all, { headers })).length, inLists)
        assert.equal((await opened.call(othersOf(opened), { headers })).status, alone)
        const body = { newNote: { text: 'Hello.' } }
        assert.equal((await opened.call(othersOf(opened), { method: 'PATCH', body, headers })).status, alone)
        assert.equal(opened.simulator.ticketEntries().length, alone === 200 ? 1 : 0)
      })

    it('may make the header itself refused, without the role (?)', async () => {
      const { call } = await at({ headerWithoutRole: 'refused' })
      assert.equal((await call(all, { headers: everybodys })).body['code'], '900308')
      assert.equal((await call(all)).status, 200)
    })
  })

  it('come by size and offset, in the order of their status, never more than the largest page (8.2)', async () => {
    const { simulator, call } = await at({ ticketsPerPage: 2 })
    for (const title of ['One', 'Two', 'Three']) simulator.fileTicket({ title })
    const pages = await Promise.all(
      ['', '?size=1', '?size=50&offset=2', '?offset=4', '?size=0&offset=3'].map((query) => call(all + query)),
    )
    assert.deepEqual(pages.map(titlesOf), [['One', 'Two'], ['One'], ['Three', 'Old'], [], ['Old']])
    assert.ok(pages.every(({ body }) => body['links'] === undefined && body['totalCount'] === itemsOf({ body }).length))
    for (const query of ['?size=x', '?offset=-1']) assert.equal((await call(all + query)).status, 400)
    simulator.set({ ticketLinks: 'next' })
    assert.match(JSON.stringify((await call(`${all}?size=1`)).body['links']), /offset=1/)
    simulator.set({ behindLastTicket: 'refused' })
    assert.deepEqual([(await call(`${all}?offset=3`)).status, (await call(`${all}?offset=4`)).status], [200, 400])
  })

  it('can be filtered by their status alone', async () => {
    const { simulator, call } = await at()
    simulator.fileTicket({ title: 'New' })
    const filtered = (filter: object) => call(`${all}?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    assert.deepEqual(titlesOf(await filtered({ Field: 'Status', Value: 'open', Operator: 'equals' })), ['New'])
    assert.deepEqual(titlesOf(await filtered({ Field: 'Status', Value: 2, Operator: 'equals' })), ['Old'])
    for (const filter of [
      { Field: 'Title', Value: 'New', Operator: 'equals' },
      { Field: 'Status', Value: 'open', Operator: 'starts_with' },
      { Field: 'Status', Value: 'lost', Operator: 'equals' },
    ])
      assert.equal((await filtered(filter)).status, 400)
  })

  for (const [customerTickets, own] of [
    ['in-both-lists', ['Old']],
    ['in-the-customers-list', []],
  ] as const)
    it(`about a customer are ${customerTickets} (?)`, async () => {
      const { call } = await at({ customerTickets })
      assert.deepEqual(titlesOf(await call(all)), own)
      assert.deepEqual(titlesOf(await call(`/v1/customers/${harbor}/servicerequests`)), ['Old'])
      assert.equal((await call(`/v1/customers/${guidOf(9)}/servicerequests`)).status, 404)
    })

  for (const [ticketCreation, status] of [
    ['missing', 404],
    ['gone', 410],
    ['not-allowed', 405],
  ] as const)
    it(`are created by no call: ${status} (8.1)`, async () => {
      const { simulator, call } = await at({ ticketCreation })
      const body = { Title: 'T', Description: 'D', Severity: 'minimal', SupportTopicId: '32444671' }
      for (const path of [all, `${all}/en-US`])
        assert.equal((await call(path, { method: 'POST', body })).status, status)
      assert.equal((await call(`${all}/supporttopics`)).status, status)
      assert.equal(simulator.tickets().length, 2)
    })

  it('are nothing any call knows of in China (section 1)', async () => {
    const { call } = await at({}, { lane: 'china' })
    for (const path of [all, `${all}/1`, `/v1/customers/${harbor}/servicerequests`])
      assert.equal((await call(path)).status, 404)
  })

  describe('are changed', () => {
    async function open(switches: SwitchChange = {}, status: 'open' | 'closed' = 'open') {
      const opened = await at(switches)
      const { id } = opened.simulator.fileTicket({ title: 'A wrong invoice', severity: 'moderate' })
      if (status === 'closed') opened.simulator.ticketStatus(id, { status })
      const before = opened.simulator.ticketEntries().length
      return {
        ...opened,
        id,
        change: (body: unknown, requestId = guidOf(5)) =>
          opened.call(`${all}/${id}`, { method: 'PATCH', body, requestId }),
        held: () => opened.simulator.tickets().find((ticket) => ticket.id === id),
        /** What came of it: what was done, and how it stands. */
        done: () =>
          opened.simulator
            .ticketEntries()
            .slice(before)
            .map(({ what, by, who, text, severity, status: is }) => [what, by, who, text, severity, is].join(' ')),
      }
    }

    it('by a note, as the published example writes it', async () => {
      const { change, done, simulator } = await open()
      const { status, body } = await change({
        Id: null,
        Title: null,
        Description: null,
        Severity: 'unknown',
        SupportTopicId: null,
        Status: 'none',
        Organization: null,
        CreatedDate: '0001-01-01T00:00:00',
        NewNote: { CreatedByName: null, CreatedDate: null, Text: 'Sample Note' },
        Notes: null,
        FileLinks: null,
        Attributes: { ObjectType: 'ServiceRequest' },
      })
      assert.equal(status, 200)
      assert.deepEqual(notesOf(body), ['Sample Note'])
      assert.deepEqual(done(), ['noted partner desk Sample Note moderate open'])
      assert.equal(simulator.ticketEntries().at(-1)?.requestId, guidOf(5))
    })

    it('by another severity and by being closed, in words and in numbers', async () => {
      const { change, done, held, simulator } = await open()
      await change({ severity: 'critical' }, guidOf(1))
      await change({ severity: 3, status: 0 }, guidOf(2))
      assert.equal((await change({ status: 'closed' }, guidOf(3))).body['lastClosedDate'], '2026-03-31T06:00:00.000')
      assert.deepEqual(done(), [
        'changed partner desk  critical open',
        'changed partner desk  minimal open',
        'changed partner desk  minimal closed',
      ])
      assert.equal(held()?.closedAt, '2026-03-31T06:00:00.000Z')
      assert.equal(simulator.log().filter(({ kind }) => kind === 'ticket').length, 4)
    })

    it('once by one request, however often it comes (4.1)', async () => {
      const { change, done } = await open()
      const body = { newNote: { text: 'Once.' } }
      const answers = [await change(body), await change(body)]
      assert.deepEqual(answers[0]?.body, answers[1]?.body)
      assert.equal(done().length, 1)
    })

    for (const [what, body] of [
      ['a field nobody knows', { priority: null, newNote: { text: 'Hello' } }],
      ['another title', { title: 'Another' }],
      ['a description', { description: 'Another' }],
      ['notes in place of a new one', { notes: [{ text: 'Smuggled in.' }] }],
      ['another customer', { organization: { id: guidOf(3) } }],
      ['no words', { newNote: { text: ' ' } }],
      ['a note that is no note', { newNote: 'Hello' }],
      ['a note with more to it', { newNote: { text: 'Hello', isPrivate: true } }],
      ['a severity that is none', { severity: 'urgent' }],
      ['a status that is none', { status: 9 }],
      ['a status that is not the partner’s to set', { status: 'attention_needed', newNote: { text: 'Hello' } }],
    ] as const)
      it(`by no request with ${what} (8.2)`, async () => {
        const { change, done, held } = await open()
        assert.equal((await change(body)).status, 400)
        assert.deepEqual(done(), [])
        assert.deepEqual(held()?.notes, [])
      })

    for (const [plainAsciiOnly, status] of [
      [true, 400],
      [false, 200],
    ] as const)
      it(`by a note in other letters: ${status} (?)`, async () => {
        const { change } = await open({ plainAsciiOnly })
        assert.equal((await change({ newNote: { text: '帳單有誤' } })).status, status)
        assert.equal((await change({ newNote: { text: 'Wrong\ninvoice, "thanks"!' } }, guidOf(6))).status, 200)
      })

    for (const [what, switches, body, status] of [
      ['opened again', {}, { status: 'open' }, 400],
      ['opened again', { reopeningTickets: 'taken' }, { status: 'open' }, 200],
      ['noted', {}, { newNote: { text: 'Still there?' } }, 400],
      ['noted', { closedTickets: 'taken' }, { newNote: { text: 'Still there?' } }, 200],
      ['closed', {}, { status: 'closed' }, 400],
      ['closed', { closedTickets: 'taken' }, { status: 'closed' }, 200],
      ['found graver', {}, { severity: 'critical' }, 400],
    ] as const)
      it(`once closed, by being ${what}: ${status} (?)`, async () => {
        const { change, done } = await open(switches, 'closed')
        assert.equal((await change(body)).status, status)
        // Closing what is closed changes nothing, whatever is answered.
        assert.equal(done().length, status === 200 && !('status' in body && body.status === 'closed') ? 1 : 0)
      })
  })

  it('are filed, answered and closed by people at the portal, over HTTP', async () => {
    const { now } = standingClock()
    const { simulator } = await at({}, { now })
    const order = (path: string, body: object) =>
      send(`${simulator.connection.apiUrl}/simulator/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      })
    const filed = await order('tickets', { title: '[PD-1] Hello', openedBy: 'somebody else', customer: harbor })
    const id = String(filed.body['id'])
    const done = [
      await order(`tickets/${id}/note`, { text: 'We look.' }),
      await order(`tickets/${id}/status`, { status: 'attention_needed' }),
      await order(`tickets/${id}/severity`, { severity: 'minimal', by: 'somebody else' }),
      await order(`tickets/${id}/status`, { status: 'closed', by: 'somebody else' }),
      await order(`tickets/${id}/status`, { status: 'open', by: 'operator' }),
    ]
    assert.ok(done.every(({ status }) => status === 204))
    assert.equal((await order('tickets/1/note', { text: 'To nobody.' })).status, 409)
    assert.equal((await order('tickets', { title: '' })).status, 400)
    assert.deepEqual(
      simulator.ticketEntries().map(({ ticket, what, by, status }) => [ticket === id, what, by, status]),
      [
        [true, 'filed', 'portal', 'open'],
        [true, 'noted', 'operator', 'open'],
        [true, 'changed', 'operator', 'attention_needed'],
        [true, 'changed', 'portal', 'attention_needed'],
        [true, 'changed', 'portal', 'closed'],
        [true, 'changed', 'operator', 'open'],
      ],
    )
    const { body } = await send(`${simulator.connection.apiUrl}/simulator/tickets`)
    assert.equal((body['tickets'] as readonly Item[]).length, 3)
  })

  it('are kept from one start to the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickets-'))
    try {
      const file = join(folder, 'world.json')
      const { id } = (await at({}, { file })).simulator.fileTicket({ title: 'Kept' })
      await stopSimulators()
      const { simulator } = await at({}, { file })
      assert.equal(simulator.tickets().at(-1)?.id, id)
      assert.equal(simulator.ticketEntries().length, 1)
      assert.notEqual(simulator.fileTicket({ title: 'Next' }).id, id)
    } finally {
      await stopSimulators()
      await rm(folder, { recursive: true })
    }
  })
})
