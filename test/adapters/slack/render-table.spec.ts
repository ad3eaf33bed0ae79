import assert from 'node:assert/strict'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import type { Table } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundMessage } from './block-checks.ts'
import { words } from './words.ts'

const raw = (text: string) => ({ type: 'raw_text', text })
const number = (value: number, text: string) => ({ type: 'raw_number', value, text })
const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false })
const overdue: Table = {
  kind: 'table',
  columns: [
    { title: 'Customer', width: 2 },
    { title: 'Owes', align: 'end' },
    { title: 'Days', align: 'end' },
  ],
  rows: [
    ['Contoso', 'EUR 48,200.00', '70'],
    ['Fabrikam\nInc', '-EUR\u00A09.50', '1,070'],
  ],
}
type Style = 'data_table' | 'table' | 'sections'

function blocksOf(parts: readonly Table[], style: Style, title?: string) {
  return assertSoundMessage(slackMessage({ parts, ...(title === undefined ? {} : { title }) }, words, style))
}
const rowsOf = (table: Table, style: Style) => {
  const [block] = blocksOf([table], style)
  assert(block?.type === 'data_table' || block?.type === 'table')
  return block.rows
}

describe('a table in Slack', () => {
  it('can be sorted, its sums as sums', () => {
    assert.deepEqual(blocksOf([overdue], 'data_table', 'Overdue')[1], {
      type: 'data_table',
      caption: 'Overdue',
      page_size: 20,
      rows: [
        [raw('Customer'), raw('Owes'), raw('Days')],
        [raw('Contoso'), number(48_200, 'EUR 48,200.00'), number(70, '70')],
        [raw('Fabrikam Inc'), number(-9.5, '-EUR\u00A09.50'), number(1_070, '1,070')],
      ],
    })
  })

  it('has a caption even under no title', () => {
    const [block] = blocksOf([overdue], 'data_table')
    assert.equal(block?.type === 'data_table' && block.caption, 'Customer · Owes · Days')
  })

  for (const [what, cells] of [
    ['two currencies', ['EUR 5.00', 'CNY 5.00']],
    ['two sums in one cell', ['EUR 5.00', 'EUR 5.00, CNY 5.00']],
    ['a currency beside a bare number', ['EUR 5.00', '5.00']],
    ['numbers written another way', ['1.234,50', '48 200,00']],
    ['a thousand, or one and a bit', ['1.234', '2.000']],
    ['a blank', ['5', '']],
  ] as const)
    it(`takes nothing for numbers where there is ${what}`, () => {
      const rows = rowsOf(
        { ...overdue, columns: [{ title: 'Owes', align: 'end' }], rows: cells.map((cell) => [cell]) },
        'data_table',
      )
      assert.deepEqual(
        rows.slice(1),
        cells.map((cell) => [raw(cell === '' ? '–' : cell)]),
      )
    })

  it('is set in the older block with its sums to the right', () => {
    assert.deepEqual(blocksOf([overdue], 'table'), [
      {
        type: 'table',
        rows: [
          [raw('Customer'), raw('Owes'), raw('Days')],
          [raw('Contoso'), raw('EUR 48,200.00'), raw('70')],
          [raw('Fabrikam Inc'), raw('-EUR\u00A09.50'), raw('1,070')],
        ],
        column_settings: [
          { is_wrapped: true },
          { is_wrapped: true, align: 'right' },
          { is_wrapped: true, align: 'right' },
        ],
      },
    ])
  })

  it('is a line for each row where there are no tables, or no titles', () => {
    const lines = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Contoso', style: { bold: true } },
            { type: 'text', text: ' · EUR 48,200.00 · 70\n' },
            { type: 'text', text: 'Fabrikam Inc', style: { bold: true } },
            { type: 'text', text: ' · -EUR\u00A09.50 · 1,070' },
          ],
        },
      ],
    }
    const named = { type: 'context', elements: [plainText('Customer · Owes · Days')] }
    assert.deepEqual(blocksOf([overdue], 'sections'), [named, lines])
    const untitled = { ...overdue, columns: overdue.columns.map((column) => ({ ...column, title: ' ' })) }
    assert.deepEqual(blocksOf([untitled], 'data_table'), [lines])
  })

  it('is a line for each row where a message has a table already', () => {
    const types = (style: Style) => blocksOf([overdue, overdue], style).map(({ type }) => type)
    assert.deepEqual(types('data_table'), ['data_table', 'data_table'])
    assert.deepEqual(types('table'), ['table', 'context', 'rich_text'])
  })

  it('shows what no column has a place for in the last one, and a sign where there is nothing', () => {
    const wide = (count: number) => Array.from({ length: count }, (_, at) => `${at}`)
    const columns = wide(23).map((title) => ({ title }))
    for (const style of ['data_table', 'table'] as const) {
      const [header, full, short] = rowsOf({ kind: 'table', columns, rows: [wide(25), ['only']] }, style)
      assert.equal(header?.at(-1)?.text, '19 · 20 · 21 · 22')
      assert.equal(full?.at(-1)?.text, '19 · 20 · 21 · 22 · 23 · 24')
      assert.deepEqual(
        short?.map(({ text }) => text),
        ['only', ...Array<string>(19).fill('–')],
      )
    }
  })

  for (const [count, style, most] of [
    [101, 'data_table', 101],
    [300, 'data_table', 200],
    [101, 'table', 99],
    [300, 'table', 99],
  ] as const)
    it(`of ${count} rows shows ${most} as ${style}, and says what is missing`, () => {
      const rows = Array.from({ length: count }, (_, at) => [`Customer ${at}`, 'EUR 5.00', '7'])
      // Longer than the table: it must not be cut for the table's sake.
      const note = { kind: 'text', text: 'x '.repeat(1_400).trim() } as const
      const blocks = assertSoundMessage(slackMessage({ parts: [note, { ...overdue, rows }] }, words, style))
      const table = blocks.find((block) => block.type === 'data_table' || block.type === 'table')
      assert.equal(table?.rows.length, most + 1)
      assert.deepEqual(
        blocks.slice(2),
        most === count ? [] : [{ type: 'context', elements: [plainText(`${count - most} more are not shown`)] }],
      )
      assert(JSON.stringify(blocks[0]).includes(note.text))
    })

  it('loses rows for the sake of another table, too', () => {
    const rows = Array.from({ length: 100 }, (_, at) => [`Customer ${at} ${'x'.repeat(150)}`, 'EUR 5.00', '7'])
    const blocks = blocksOf(
      [
        { ...overdue, rows },
        { ...overdue, rows },
      ],
      'data_table',
    )
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['data_table', 'context', 'data_table', 'context'],
    )
  })

  it('comes as near as it may to all the characters of a message', () => {
    for (const [style, most] of [
      ['data_table', 20_000],
      ['table', 10_000],
    ] as const) {
      for (let length = 100; length < 215; length += 1) {
        const rows = Array.from({ length: 200 }, () => ['x'.repeat(length)])
        const read = rowsOf({ kind: 'table', columns: [{ title: 'A' }], rows }, style).flat()
        const characters = read.reduce((sum, { text }) => sum + text.length, 0)
        if (read.length < (style === 'table' ? 100 : 201)) assert(characters > most * 0.94)
      }
    }
  })

  it('of many long rows shows as many as there is room for, and says what is missing', () => {
    const rows = Array.from({ length: 300 }, (_, at) => [`Customer ${at} ${'x'.repeat(300)}`, 'EUR 5.00', '7'])
    for (const style of ['data_table', 'table'] as const) {
      const blocks = blocksOf([{ ...overdue, rows }], style)
      const [table, note] = blocks
      assert(table?.type === style)
      const shown = table.rows.length - 1
      assert(shown > 25 && shown < 70)
      assert.deepEqual(note, { type: 'context', elements: [plainText(`${300 - shown} more are not shown`)] })
      assert.equal(blocks.length, 2)
    }
  })
})
