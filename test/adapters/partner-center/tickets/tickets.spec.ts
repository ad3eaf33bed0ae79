import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { guidOf, harbor } from '../../simulators/a-seed.ts'
import { noOf } from '../at-the-operator.ts'
import { intent, json } from '../a-lane.ts'
import { scriptedTickets as scripted } from './some-tickets.ts'

const one: unknown = JSON.parse(
  readFileSync(new URL('../../../fixtures/partner-center/service-request.json', import.meta.url), 'utf8'),
)
const number = '616122292874576'
const page = (...items: readonly unknown[]) => json({ totalCount: items.length, items })
const ticket = (id: string, createdDate = '2026-03-01T08:00:00') => ({ id, createdDate, status: 1 })
const roleMissing = json({ code: '900308', description: 'Insufficient privileges.' }, 403)
const askedFor = ({ url }: { readonly url: URL }) => url.pathname + url.search
const askedAll = ({ headers }: { readonly headers: Headers }) => headers.get('IncludeOrganizationRequests')

describe('the list of tickets', () => {
  it('is read until a page brings nothing new, each time for everybody’s', async () => {
    const { said, tickets } = scripted(page(ticket('1'), ticket('2')), page(ticket('2'), ticket('3')), page())
    assert.deepEqual(
      (await tickets.list()).map((each) => each.number),
      ['3', '2', '1'],
    )
    assert.deepEqual(
      said.map(askedFor),
      [0, 2, 4].map((offset) => `/v1/servicerequests?size=100&offset=${offset}`),
    )
    assert.ok(said.every((call) => askedAll(call) === 'true'))
  })

  it('ends where the operator knows no pages and gives everything again', async () => {
    const { said, tickets } = scripted(page(ticket('1'), ticket('2')))
    assert.equal((await tickets.list()).length, 2)
    assert.equal(said.length, 2)
  })

  it('ends where a page behind the last is refused', async () => {
    const { tickets } = scripted(page(ticket('1')), json({ code: '800002' }, 400))
    assert.equal((await tickets.list()).length, 1)
  })

  it('follows what leads to the next page, and ends where nothing does', async () => {
    const links = (uri: string) => ({ next: { uri, method: 'GET', headers: [] } })
    const { said, tickets } = scripted(
      json({ items: [ticket('1')], links: links('/servicerequests?size=1?offset=1') }),
      json({ items: [ticket('2')], continuationToken: 'dG9r' }),
      page(ticket('3')),
    )
    assert.equal((await tickets.list()).length, 3)
    assert.deepEqual(
      said.map(({ url, headers }) => [url.search, headers.get('MS-ContinuationToken')]),
      [
        ['?size=100&offset=0', null],
        ['?size=100&offset=1', null],
        ['?size=100&seekOperation=Next', 'dG9r'],
      ],
    )
  })

  it('has what can be read beside what cannot', async () => {
    const { tickets } = scripted(
      page(null, ticket('1'), { title: 'No number' }, 'text', { id: 7, notes: 'none' }),
      page(),
    )
    assert.deepEqual((await tickets.list()).map((each) => each.number).sort(), ['1', '7'])
  })

  for (const [what, answers, kind] of [
    ['the first page is refused', [json({ code: '800002' }, 400)], 'refused'],
    ['there is no such call', [() => new Response('', { status: 404 })], 'not-found'],
    ['it wants a person', [json({ code: '900329' }, 403)], 'unauthorised'],
    ['the consent has ended', [json({ code: '900421' }, 403)], 'unauthorised'],
    ['a page fails', [page(ticket('1')), json({}, 500)], 'unreachable'],
    ['somebody else answers', [page(ticket('1')), () => new Response('<html>')], 'unreachable'],
    ['somebody else says no', [page(ticket('1')), () => new Response('<html>', { status: 404 })], 'unreachable'],
    ['there are no items', [json({ totalCount: 0 })], 'unreachable'],
  ] as const)
    it(`is a fault where ${what}, and never half a list`, async () => {
      assert.equal((await noOf(scripted(...answers).tickets.list()))[0], kind)
    })

  it('is a fault where each page brings something new without an end', async () => {
    let at = 0
    const { said, tickets } = scripted(() => page(ticket(String((at += 1))))())
    assert.deepEqual(await noOf(tickets.list()), ['unreachable', 'unreadable'])
    assert.ok(said.length <= 201)
  })

  it('is of our own tickets where the role for everybody’s is missing', async () => {
    const { said, tickets } = scripted(roleMissing, page(ticket('1')), page())
    assert.equal((await tickets.list()).length, 1)
    assert.deepEqual(said.map(askedAll), ['true', null, null])
  })

  it('is asked for once where it is not the role that is missing', async () => {
    for (const code of ['900329', '900309', '800039']) {
      const { said, tickets } = scripted(json({ code }, 403))
      await noOf(tickets.list())
      await noOf(tickets.find(number))
      assert.equal(said.length, 2)
    }
  })

  it('has those of customers as well, once each, and is not kept back by one that cannot be read', async () => {
    const { said, tickets } = scripted(
      page(ticket('1')),
      page(),
      json({ code: '60003' }, 404),
      page(ticket('1'), ticket('2')),
      page(),
    )
    assert.equal((await tickets.list([guidOf(9), harbor])).length, 2)
    assert.deepEqual(
      said.map(({ url }) => url.pathname).filter((path) => path.includes('customers')),
      [guidOf(9), harbor, harbor].map((customer) => `/v1/customers/${customer}/servicerequests`),
    )
    const failing = scripted(page(), json({}, 500)).tickets
    assert.equal((await noOf(failing.list([harbor])))[0], 'unreachable')
  })
})

describe('one ticket', () => {
  it('is found by its number, in whatever form it is written', async () => {
    const { said, tickets } = scripted(json(one))
    assert.equal((await tickets.find(` ${number} `))?.title, '[PD-142] Invoice of March counts two seats twice')
    assert.deepEqual(said.map(askedFor), [`/v1/servicerequests/${number}`])
    assert.deepEqual(said.map(askedAll), ['true'])
  })

  it('is none where the operator says so', async () => {
    const { said, tickets } = scripted(json({ code: '404' }, 404))
    assert.equal(await tickets.find(number), null)
    assert.equal(said.length, 1)
  })

  it('is none where it is not for us to see', async () => {
    for (const no of [roleMissing, json({}, 403)]) {
      const { tickets } = scripted(no, no, page())
      assert.equal(await tickets.find(number), null)
    }
  })

  it('is ours where only everybody’s are refused', async () => {
    const { tickets } = scripted(roleMissing, json(one))
    assert.equal((await tickets.find(number))?.number, number)
  })

  for (const [what, answers, kind] of [
    ['there are no tickets at all', [() => new Response('', { status: 404 })], 'not-found'],
    ['no tickets are for us', [json({ code: '900308' }, 403)], 'unauthorised'],
    ['it wants a person', [json({ code: '900329' }, 403)], 'unauthorised'],
    ['another comes back', [json({ id: '1' })], 'unreachable'],
    ['somebody else answers', [() => new Response('<html>', { status: 404 })], 'unreachable'],
  ] as const)
    it(`is a fault, and not missing, where ${what}`, async () => {
      assert.equal((await noOf(scripted(...answers).tickets.find(number)))[0], kind)
    })

  it('is asked for by nothing that cannot be a number', async () => {
    const { said, tickets } = scripted(json(one))
    for (const strange of ['', '..', '1/../2', '1?x', 'PD 142']) assert.equal(await tickets.find(strange), null)
    assert.deepEqual(await noOf(tickets.change('..', { change: 'close' }, intent)), ['not-found', 'no-number'])
    assert.deepEqual(said, [])
  })
})

describe('a change of a ticket', () => {
  for (const [wanted, body] of [
    [{ change: 'note', text: 'Is there news?' }, { NewNote: { Text: 'Is there news?' } }],
    [{ change: 'severity', severity: 'minimal' }, { Severity: 'minimal' }],
    [{ change: 'close' }, { Status: 'closed' }],
  ] as const)
    it(`(${wanted.change}) names what is changed and nothing else, and is read back`, async () => {
      const { said, tickets } = scripted(json(one))
      assert.equal((await tickets.change(number, wanted, intent)).number, number)
      assert.deepEqual(
        said.map(({ method }) => method),
        ['PATCH', 'GET'],
      )
      assert.deepEqual(JSON.parse(said[0]?.body ?? ''), body)
      assert.deepEqual([said[0]?.headers.get('MS-RequestId'), askedAll(said[0] ?? assert.fail())], [intent, 'true'])
    })

  it('is taken where it is answered without a body', async () => {
    const { tickets } = scripted(() => new Response(null, { status: 204 }), json(one))
    assert.equal((await tickets.change(number, { change: 'close' }, intent)).status, 'open')
  })

  for (const [what, answers, no] of [
    ['somebody else answers', [() => new Response('<html>')], ['unreachable', 'unreadable']],
    ['another ticket comes back', [json({ id: '1' })], ['unreachable', 'unreadable']],
    ['nothing can be read back', [json(one), json({}, 500)], ['unreachable', undefined]],
    ['it has gone from our sight', [json(one), json({ code: '404' }, 404)], ['unreachable', 'unreadable']],
    ['reading back wants a person', [json(one), json({ code: '900329' }, 403)], ['unreachable', '900329']],
  ] as const)
    it(`is not known to be done, and not refused, where ${what}`, async () => {
      assert.deepEqual(await noOf(scripted(...answers).tickets.change(number, { change: 'close' }, intent)), no)
    })

  it('has another id after a no, and the same after silence', async () => {
    const refusing = scripted(json({ code: '800040' }, 400), json(one), json(one))
    assert.deepEqual(await noOf(refusing.tickets.change(number, { change: 'close' }, intent)), ['refused', '800040'])
    await refusing.tickets.change(number, { change: 'close' }, intent)
    const silent = scripted(null, json(one))
    await noOf(silent.tickets.change(number, { change: 'close' }, intent))
    await silent.tickets.change(number, { change: 'close' }, intent)
    const ids = (said: typeof silent.said) =>
      new Set(said.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers.get('MS-RequestId'))).size
    assert.deepEqual([ids(refusing.said), ids(silent.said)], [2, 1])
  })

  it('is there already where the operator refuses and it is so', async () => {
    const no = json({ code: '800040' }, 400)
    const closed = scripted(no, json({ id: number, status: 'closed' })).tickets
    assert.equal((await closed.change(number, { change: 'close' }, intent)).status, 'closed')
    const critical = { change: 'severity', severity: 'critical' } as const
    assert.equal((await scripted(no, json(one)).tickets.change(number, critical, intent)).severity, 'critical')
    // The same words may be meant twice.
    const note = { change: 'note', text: 'Sample note' } as const
    assert.deepEqual(await noOf(scripted(no, json(one)).tickets.change(number, note, intent)), ['refused', '800040'])
  })

  it('is asked for once more, under another id, where only everybody’s are refused', async () => {
    const { said, tickets } = scripted(roleMissing, json(one))
    await tickets.change(number, { change: 'close' }, intent)
    const patches = said.filter(({ method }) => method === 'PATCH')
    assert.deepEqual(patches.map(askedAll), ['true', null])
    assert.equal(new Set(patches.map(({ headers }) => headers.get('MS-RequestId'))).size, 2)
  })
})
