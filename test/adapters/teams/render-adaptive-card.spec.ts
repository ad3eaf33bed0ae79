import assert from 'node:assert/strict'
import { renderAdaptiveCard } from '../../../adapters/teams/render-adaptive-card.ts'
import type { Button, Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSound } from './card-checks.ts'

const run = (text: string, look: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
})
const body = (...parts: Part[]) => {
  const card = renderAdaptiveCard({ parts })
  assertSound(card)
  return card.body
}

describe('a reply as an Adaptive Card', () => {
  it('lets a line be followed that is nothing but an address of the web, and nothing else', () => {
    const url = 'https://partner.microsoft.com/dashboard'
    assert.deepEqual(body({ kind: 'text', text: url }), [run(url, { selectAction: { type: 'Action.OpenUrl', url } })])
    for (const text of [`See ${url}`, 'http://partner.microsoft.com', 'javascript:alert(1)', `${url}|x`])
      assert.deepEqual(body({ kind: 'text', text }), [run(text)])
    assert.deepEqual(
      body({ kind: 'copyable', text: url }).map((each) => JSON.stringify(each).includes('OpenUrl')),
      [false],
    )
  })

  it('has everything in its place', () => {
    const reply: Reply = {
      title: 'Suspend Contoso?',
      tone: 'warning',
      parts: [{ kind: 'text', text: 'Mei asks.' }],
      buttons: [
        { label: 'Approve', tone: 'danger', acts: { act: 'suspension.approve', case: 'S-12', version: 3 } },
        { label: 'Why?', says: 'why contoso', answers: 'q-1' },
      ],
    }
    const approve = {
      title: 'Approve',
      data: { desk: { acts: { act: 'suspension.approve', case: 'S-12', version: 3 } } },
      style: 'destructive',
    }
    const why = { title: 'Why?', data: { desk: { says: 'why contoso', answers: 'q-1' } } }
    assert.deepEqual(renderAdaptiveCard(reply), {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      speak: 'Suspend Contoso?',
      fallbackText: 'Suspend Contoso?\nMei asks.\n[Approve] [Why?]',
      body: [
        {
          type: 'Container',
          style: 'warning',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: 'Suspend Contoso?',
              style: 'heading',
              size: 'Medium',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        run('Mei asks.'),
      ],
      actions: [
        { type: 'Action.Execute', verb: 'desk', ...approve, fallback: { type: 'Action.Submit', ...approve } },
        { type: 'Action.Execute', verb: 'desk', ...why, fallback: { type: 'Action.Submit', ...why } },
      ],
    })
  })

  it('says aloud how things stand, or what is missing, and nothing that merely follows', () => {
    const title = 'Suspend Contoso?'
    const spoken = (first: Part) => renderAdaptiveCard({ title, parts: [first] }).speak
    assert.equal(spoken({ kind: 'text', text: 'Rejected.', weight: 'strong' }), `${title}\nRejected.`)
    assert.equal(spoken({ kind: 'text', text: 'Choose one.', tone: 'warning' }), `${title}\nChoose one.`)
    assert.equal(spoken({ kind: 'text', text: 'Contoso owes.' }), title)
  })

  it('has no ground under a plain title', () => {
    const [title] = renderAdaptiveCard({ title: 'Overdue', parts: [] }).body
    assert.equal(title?.type, 'TextBlock')
  })

  for (const [tone, style] of [
    ['good', 'good'],
    ['warning', 'warning'],
    ['danger', 'attention'],
  ] as const) {
    it(`puts ${tone} words on a ground, never in pale letters`, () => {
      assert.deepEqual(body({ kind: 'text', text: 'Paid.', tone }), [
        { type: 'Container', style, items: [run('Paid.')] },
      ])
    })
  }

  it('keeps lines apart and paragraphs further', () => {
    assert.deepEqual(body({ kind: 'text', text: '\none\ntwo\n\n\nthree\n' }), [
      run('one'),
      { ...run('two'), spacing: 'None' },
      { ...run('three'), spacing: 'Small' },
    ])
  })

  it('says strong and quiet', () => {
    assert.deepEqual(
      body({ kind: 'text', text: 'Sum', weight: 'strong' }, { kind: 'text', text: 'as of', weight: 'quiet' }),
      [run('Sum', { weight: 'Bolder' }), run('as of', { isSubtle: true, size: 'Small' })],
    )
  })

  it('lists facts', () => {
    assert.deepEqual(
      body({
        kind: 'facts',
        facts: [
          ['Customer', 'Contoso (Berlin) #7'],
          ['Domain', 'a_b.onmicrosoft.com'],
        ],
      }),
      [
        {
          type: 'FactSet',
          facts: [
            { title: 'Customer', value: 'Contoso (Berlin) #7' },
            { title: 'Domain', value: 'a_b.onmicrosoft.com' },
          ],
        },
      ],
    )
  })

  it('puts facts with a word that no phone has room for in columns, which break it', () => {
    const id = '5f3c1d6e-0000-4000-8000-00000000c001'
    const fact = (title: string, value: string, look: object = {}) => ({
      type: 'ColumnSet',
      ...look,
      columns: [
        { type: 'Column', width: 42, items: [run(title, { weight: 'Bolder' })] },
        { type: 'Column', width: 58, items: [run(value)] },
      ],
    })
    const facts = { kind: 'facts', facts: [['Tenant id', id] as const, ['*Ledger*', 'a_b [1](2)'] as const] } as const
    assert.deepEqual(body(facts), [fact('Tenant id', id), fact('*Ledger*', 'a_b [1](2)', { spacing: 'Small' })])
    const long = '顧客がすぐに利用できなくなるサービスとその期限を示す長い説明文です'
    assert.equal(body({ kind: 'facts', facts: [['理由', long]] })[0]?.type, 'FactSet')
  })

  it('sets a table, with lines for clients that know none, as wide as the window', () => {
    const table: Part = {
      kind: 'table',
      columns: [
        { title: 'Customer', width: 2 },
        { title: 'Owes', align: 'end' },
      ],
      rows: [
        ['Contoso', 'EUR 48,200.00'],
        ['Fabrikam', ''],
      ],
    }
    const card = renderAdaptiveCard({ parts: [table] })
    assertSound(card)
    const cell = (text: string, look: object = {}, right = false) => ({
      type: 'TableCell',
      items: [{ ...run(text, look), ...(right ? { horizontalAlignment: 'Right' } : {}) }],
    })
    assert.deepEqual(card.msteams, { width: 'Full' })
    assert.deepEqual(card.body, [
      {
        type: 'Table',
        columns: [{ width: 21 }, { width: 16 }],
        firstRowAsHeader: true,
        showGridLines: false,
        rows: [
          {
            type: 'TableRow',
            cells: [cell('Customer', { weight: 'Bolder' }), cell('Owes', { weight: 'Bolder' }, true)],
          },
          { type: 'TableRow', cells: [cell('Contoso'), cell('EUR 48,200.00', {}, true)] },
          { type: 'TableRow', cells: [cell('Fabrikam'), cell('', {}, true)] },
        ],
        fallback: {
          type: 'Container',
          items: [run('Contoso · EUR 48,200.00'), { ...run('Fabrikam'), spacing: 'Small' }],
        },
      },
    ])
  })

  it('writes small where columns are many, keeps sums whole, and shows no more than five', () => {
    const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((title) => ({ title, align: 'end' as const }))
    const [table] = body({
      kind: 'table',
      columns,
      rows: [['a', 'EUR 1,048,200.00', '', 'd', 'e', 'f', 'g', 'h'], ['short']],
    })
    const { rows, columns: widths } = table as unknown as {
      rows: { cells: { items: { inlines: { text: string; size?: string }[] }[] }[] }[]
      columns: { width: number }[]
    }
    const texts = rows.map(({ cells }) => cells.map(({ items }) => items[0]?.inlines[0]?.text))
    assert.deepEqual(texts, [
      ['A', 'B', 'C', 'D', 'E'],
      ['a', 'EUR 1,048,200.00', '', 'd', 'e · f · g · h'],
      ['short', '', '', '', ''],
    ])
    assert.equal(rows[0]?.cells[0]?.items[0]?.inlines[0]?.size, 'Small')
    assert((widths[1]?.width ?? 0) > '1,048,200.00'.length)
  })

  it('draws bars of letters', () => {
    const bars = [
      { label: '1–30 days', value: 'EUR 41.00', share: 1 },
      { label: 'over 90', value: 'EUR 0.00', share: 0, tone: 'danger' as const },
      { label: 'odd', value: '', share: Number.NaN },
    ]
    const [first, second] = body({ kind: 'bars', bars })
    assert.deepEqual(first, {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 9, items: [run('1–30 days', { size: 'Small' })] },
        { type: 'Column', width: 12, items: [run('████████', { size: 'Small', color: 'Accent' })] },
        { type: 'Column', width: 9, items: [{ ...run('EUR 41.00', { size: 'Small' }), horizontalAlignment: 'Right' }] },
      ],
    })
    assert.equal(second?.['spacing'], 'Small')
    assert.deepEqual((second?.['columns'] as { items: unknown }[])[1]?.items, [
      run('▏', { size: 'Small', color: 'Attention' }),
    ])
  })

  it('keeps every space and line of what is to be copied', () => {
    const look = { fontType: 'Monospace' }
    assert.deepEqual(body({ kind: 'copyable', text: 'a  b\n\n  *c*\r\nd e' }), [
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          run('a\u00A0 b', look),
          { ...run('\u00A0', look), spacing: 'None' },
          { ...run('\u00A0 *c*', look), spacing: 'None' },
          { ...run('d e', look), spacing: 'None' },
        ],
      },
    ])
  })

  it('asks to pick', () => {
    const options = ['s1', 's2'].map((value) => ({ label: `Plan *${value}*`, value }))
    assert.deepEqual(
      body({ kind: 'choices', id: 'plans', label: 'Plans', multiple: true, options, chosen: ['s1', 's2'] }),
      [
        {
          type: 'Input.ChoiceSet',
          id: 'plans',
          label: 'Plans',
          isMultiSelect: true,
          style: 'expanded',
          wrap: true,
          choices: [
            { title: 'Plan *s1*', value: 's1' },
            { title: 'Plan *s2*', value: 's2' },
          ],
          value: 's1,s2',
        },
      ],
    )
    const many = Array.from({ length: 7 }, (_, at) => ({ label: `${at}`, value: `${at}` }))
    const [closed] = body({ kind: 'choices', id: 'one', label: 'One', multiple: false, options: many, chosen: [] })
    assert.deepEqual([closed?.['style'], closed?.['value']], ['compact', ''])
  })

  it('asks to write', () => {
    assert.deepEqual(body({ kind: 'input', id: 'reason', label: 'Reason', value: 'as\ntyped', multiline: true }), [
      { type: 'Input.Text', id: 'reason', label: 'Reason', isMultiline: true, value: 'as\ntyped', maxLength: 4_000 },
    ])
  })

  it('asks for a code without showing what is typed, or was', () => {
    const code = { kind: 'input', id: 'code', label: 'Code', value: '123456', multiline: false, secret: true } as const
    assert.deepEqual(body(code), [{ type: 'Input.Text', id: 'code', label: 'Code', style: 'password', maxLength: 20 }])
    assert(!JSON.stringify(renderAdaptiveCard({ parts: [code] })).includes('123456'))
  })

  it('shows every button, however many', () => {
    const buttons = (count: number): Button[] =>
      Array.from({ length: count }, (_, at) => ({ label: `B${at}`, says: `b${at}` }))
    const six = renderAdaptiveCard({ parts: [], buttons: buttons(6) })
    assert.equal(six.actions?.length, 6)
    const nine = renderAdaptiveCard({ title: 'x', parts: [], buttons: buttons(9) })
    assertSound(nine)
    assert.equal(nine.actions, undefined)
    const sets = nine.body.filter(({ type }) => type === 'ActionSet')
    assert.deepEqual(
      sets.map(({ actions }) => (actions as unknown[]).length),
      [6, 3],
    )
  })

  it('gives tones to buttons', () => {
    const tones = ['plain', 'good', 'warning', 'danger'] as const
    const card = renderAdaptiveCard({ parts: [], buttons: tones.map((tone) => ({ label: tone, tone, says: tone })) })
    assert.deepEqual(
      card.actions?.map(({ style }) => style),
      [undefined, 'positive', undefined, 'destructive'],
    )
  })

  it('leaves out parts that hold nothing', () => {
    const empty: Part[] = [
      { kind: 'text', text: '  \n' },
      { kind: 'facts', facts: [] },
      { kind: 'table', columns: [{ title: 'A' }], rows: [] },
      { kind: 'table', columns: [], rows: [['a']] },
      { kind: 'bars', bars: [] },
      { kind: 'choices', id: 'x', label: 'X', multiple: false, options: [], chosen: [] },
    ]
    assert.deepEqual(renderAdaptiveCard({ parts: empty }).body, [])
  })
})
