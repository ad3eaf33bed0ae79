import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { asTicketNumber, newestFirst, ticketOf } from '../../../../adapters/partner-center/tickets/ticket-of.ts'

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/partner-center/${name}.json`, import.meta.url), 'utf8'))
const id = '616122292874576'

describe('a ticket of the operator’s', () => {
  it('is read from the published sample of one', () => {
    assert.deepEqual(ticketOf(fixture('service-request')), {
      number: id,
      title: '[PD-142] Invoice of March counts two seats twice',
      severity: 'critical',
      status: 'open',
      createdAt: '2026-03-22T20:31:17.240Z',
      modifiedAt: '2026-03-29T23:31:15.373Z',
      closedAt: null,
      notes: [{ by: 'Account', at: '2026-03-29T23:31:15.373Z', text: 'Sample note' }],
    })
  })

  it('is read from the published list, with numbers for words and no notes', () => {
    const { items } = fixture('service-requests-page') as { readonly items: readonly unknown[] }
    assert.deepEqual(items.map(ticketOf), [
      {
        number: '615112491169010',
        title: '[PD-142] Invoice of March counts two seats twice',
        severity: 'unknown',
        status: 'open',
        createdAt: '2026-03-24T01:07:00.863Z',
        modifiedAt: '2026-03-24T01:17:10.610Z',
        closedAt: null,
        notes: [],
      },
    ])
  })

  for (const [said, severity] of [
    ['critical', 'critical'],
    ['Moderate', 'moderate'],
    [3, 'minimal'],
    ['1', 'critical'],
    [0, 'unknown'],
    [9, 'unknown'],
    ['urgent', 'unknown'],
    [null, 'unknown'],
    [{}, 'unknown'],
  ] as const)
    it(`has the severity ${severity} where it says ${JSON.stringify(said)}`, () => {
      assert.equal(ticketOf({ id, severity: said })?.severity, severity)
    })

  for (const [said, status] of [
    ['open', 'open'],
    ['Closed', 'closed'],
    ['attention_needed', 'attention-needed'],
    ['AttentionNeeded', 'attention-needed'],
    [3, 'attention-needed'],
    [2, 'closed'],
    ['none', 'unknown'],
    [0, 'unknown'],
    ['resolved', 'unknown'],
    [undefined, 'unknown'],
  ] as const)
    it(`has the status ${status} where it says ${JSON.stringify(said)}`, () => {
      assert.equal(ticketOf({ id, status: said })?.status, status)
    })

  it('may be written in any case', () => {
    const read = ticketOf({ ID: id, TITLE: 'Loud', Severity: 'MINIMAL', createddate: '2026-03-01T08:00:00' })
    assert.deepEqual(
      [read?.number, read?.title, read?.severity, read?.createdAt],
      [id, 'Loud', 'minimal', '2026-03-01T08:00:00.000Z'],
    )
  })

  it('needs its number and nothing else', () => {
    assert.deepEqual(ticketOf({ id }), {
      number: id,
      title: '',
      severity: 'unknown',
      status: 'unknown',
      createdAt: null,
      modifiedAt: null,
      closedAt: null,
      notes: [],
    })
    for (const raw of [{ title: 'No number' }, null, 'text', 7, [], [{ id }]]) assert.equal(ticketOf(raw), null)
  })

  for (const [said, number] of [
    [615112491169010, '615112491169010'],
    [' 615112491169010 ', '615112491169010'],
    ['3b33e682-00c3-41ee-9dd2-a548adf56438', '3b33e682-00c3-41ee-9dd2-a548adf56438'],
    [Number.MAX_SAFE_INTEGER + 1, null],
    [-1, null],
    [1.5, null],
    ['', null],
    ['..', null],
    ['7/../8', null],
    ['帳單', null],
    [{ id }, null],
  ] as const)
    it(`is called ${number} where its id is ${JSON.stringify(said)}`, () => {
      assert.equal(asTicketNumber(said), number)
      assert.equal(ticketOf({ id: said })?.number ?? null, number)
    })

  it('was never closed in the years 0001 and 9999, nor while it is open', () => {
    const closedAt = (status: string, lastClosedDate: string) => ticketOf({ id, status, lastClosedDate })?.closedAt
    for (const never of ['0001-01-01T00:00:00', '9999-12-31T23:59:59.997', 'soon'])
      assert.equal(closedAt('closed', never), null)
    assert.equal(closedAt('closed', '2026-03-01T08:00:00'), '2026-03-01T08:00:00.000Z')
    assert.equal(closedAt('open', '2026-03-01T08:00:00'), null)
    assert.equal(closedAt('attention_needed', '2026-03-01T08:00:00'), null)
  })

  it('has its notes oldest first, as far as they say anything', () => {
    const notes = [
      { createdByName: 'Ada', createdDate: '2026-03-02T08:00:00', text: 'Second' },
      { CreatedByName: '', CreatedDate: '0001-01-01T00:00:00', Text: 'Without a date' },
      { createdByName: 'Ben', createdDate: '2026-03-01T08:00:00', text: 'First' },
      { createdByName: 'Nobody', text: ' ' },
      'In words alone',
      null,
      7,
    ]
    assert.deepEqual(
      ticketOf({ id, notes })?.notes.map(({ by, at, text }) => [by, at?.slice(0, 10), text]),
      [
        [null, undefined, 'Without a date'],
        [null, undefined, 'In words alone'],
        ['Ben', '2026-03-01', 'First'],
        ['Ada', '2026-03-02', 'Second'],
      ],
    )
    assert.deepEqual(ticketOf({ id, notes: 'none' })?.notes, [])
  })

  it('has a note as long as a letter whole', () => {
    const text = 'word '.repeat(4_000).trim()
    assert.equal(ticketOf({ id, notes: [{ text }] })?.notes[0]?.text, text)
  })

  it('comes before what is older, and before what names no day', () => {
    const list = [
      { id: '1', createdDate: '2026-03-01T08:00:00' },
      { id: '2' },
      { id: '3', createdDate: '2026-03-02T08:00:00' },
      { id: '4', createdDate: '2026-03-01T08:00:00' },
    ].flatMap((raw) => ticketOf(raw) ?? [])
    assert.deepEqual(
      newestFirst(list).map(({ number }) => number),
      ['3', '4', '1', '2'],
    )
  })
})
