import assert from 'node:assert/strict'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import type { Button, Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundMessage, textsOf } from './block-checks.ts'
import { words } from './words.ts'

const text = (words: string): Part => ({ kind: 'text', text: words })
const plainText = (words: string) => ({ type: 'plain_text', text: words, emoji: false })
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const run = (words: string) => ({ type: 'text', text: words })
const bold = (words: string) => ({ type: 'text', text: words, style: { bold: true } })
const boxed = (words: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [run(words)] }],
})

function blocksOf(reply: Reply, tables?: 'data_table' | 'table' | 'sections') {
  return assertSoundMessage(slackMessage(reply, words, tables))
}
const shown = (...parts: Part[]) => blocksOf({ parts })

describe('a reply in Slack', () => {
  it('has everything in its place', () => {
    const reply: Reply = {
      title: 'S-12: suspend Contoso?',
      tone: 'warning',
      parts: [
        { kind: 'text', text: 'Waiting for a second person.', weight: 'strong' },
        {
          kind: 'facts',
          facts: [
            ['Reason', 'non-payment'],
            ['Asked by', 'Mei'],
          ],
        },
        { kind: 'text', text: 'Ledger as of Mar 30', weight: 'quiet' },
      ],
      buttons: [
        { label: 'Approve', tone: 'good', acts: { act: 'suspension.approve', case: 'S-12', version: 3 } },
        { label: 'Reject', tone: 'danger', acts: { act: 'suspension.reject', case: 'S-12', version: 3 } },
        { label: 'Why?', says: 'why contoso', answers: 'q-1' },
      ],
    }
    assert.deepEqual(slackMessage(reply, words), {
      text: 'S-12: suspend Contoso?\nWaiting for a second person.\nReason: non-payment\nAsked by: Mei\nLedger as of Mar 30\n[Approve] [Reject] [Why?]',
      blocks: [
        { type: 'header', text: plainText('⚠️ S-12: suspend Contoso?') },
        richText(bold('Waiting for a second person.')),
        richText(bold('Reason: '), run('non-payment\n'), bold('Asked by: '), run('Mei')),
        { type: 'context', elements: [plainText('Ledger as of Mar 30')] },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: plainText('Approve'),
              action_id: 'desk:1',
              value: '{"acts":{"act":"suspension.approve","case":"S-12","version":3}}',
              style: 'primary',
            },
            {
              type: 'button',
              text: plainText('Reject'),
              action_id: 'desk:2',
              value: '{"acts":{"act":"suspension.reject","case":"S-12","version":3}}',
              style: 'danger',
            },
            {
              type: 'button',
              text: plainText('Why?'),
              action_id: 'desk:3',
              value: '{"says":"why contoso","answers":"q-1"}',
            },
          ],
        },
      ],
    })
  })

  it('is one section when it is one line', () => {
    assert.deepEqual(slackMessage({ parts: [text('Contoso *owes* EUR 5 & more.')] }, words), {
      text: 'Contoso ∗owes* EUR 5 &amp; more.',
      blocks: [{ type: 'section', text: plainText('Contoso *owes* EUR 5 & more.') }],
    })
  })

  for (const [what, reply] of [
    ['nothing', { parts: [] }],
    ['a blank title', { title: '  ', parts: [] }],
    ['a blank line', { parts: [text(' \n ')] }],
    [
      'empty parts',
      {
        parts: [
          { kind: 'facts', facts: [] },
          { kind: 'copyable', text: '' },
        ],
        buttons: [],
      },
    ],
  ] as const satisfies readonly (readonly [string, Reply])[])
    it(`is not sent when it says ${what}`, () => assert.equal(slackMessage(reply, words), null))

  for (const [tone, sign] of [
    ['good', '✅'],
    ['warning', '⚠️'],
    ['danger', '🛑'],
  ] as const)
    it(`puts a sign before ${tone} words`, () => {
      assert.deepEqual(shown({ kind: 'text', text: 'Ledger is old.', tone }, text('Go on.')), [
        richText(run(`${sign} Ledger is old.\nGo on.`)),
      ])
    })

  it('keeps lines together, begins anew where words are strong, and sets quiet ones apart', () => {
    assert.deepEqual(
      shown(
        text('\n one\n\n\n\ntwo '),
        text('three'),
        { kind: 'text', text: 'This subscription:', weight: 'strong' },
        text('Seats × 25'),
        { kind: 'text', text: 'as of today', weight: 'quiet' },
        { kind: 'text', text: 'page 1 of 2', weight: 'quiet' },
        text('four'),
      ),
      [
        richText(run(' one\n\ntwo\nthree')),
        richText(bold('This subscription:\n'), run('Seats × 25')),
        { type: 'context', elements: [plainText('as of today\npage 1 of 2')] },
        richText(run('four')),
      ],
    )
  })

  it('lets an address on a line of its own be followed, and no other', () => {
    const address = 'https://partner.microsoft.com/dashboard/v2/support'
    assert.deepEqual(shown(text('Open:'), text(address), text(`See ${address}`)), [
      richText(run('Open:\n'), { type: 'link', url: address }, run(`\nSee ${address}`)),
    ])
    assert.deepEqual(shown(text('javascript:alert(1)'), text('http://evil.example')), [
      richText(run('javascript:alert(1)\nhttp://evil.example')),
    ])
  })

  it('keeps every space and line of what is to be copied, in one piece', () => {
    assert.deepEqual(shown({ kind: 'copyable', text: 'a  b\n\n  *c* <d>\r\ne' }), [boxed('a  b\n\n  *c* <d>\ne')])
    const long = 'Invoice INV-1 was not paid.\n'.repeat(180)
    assert(long.length > 5_000)
    assert.deepEqual(shown({ kind: 'copyable', text: long }), [boxed(long)])
  })

  it('draws bars of letters under each other, Chinese ones as wide as they are', () => {
    const bars = [
      { label: '1–30 days', value: 'EUR 41.00', share: 0.5 },
      { label: '超過 90 天', value: 'EUR 1,000.00', share: 1, tone: 'danger' as const },
      { label: 'odd', value: '', share: Number.NaN },
    ]
    assert.deepEqual(shown({ kind: 'bars', bars }), [
      boxed('1–30 days  ████        EUR 41.00\n超過 90 天 ████████ EUR 1,000.00\nodd        ▏'),
    ])
  })

  it('says a title in whole below its heading where that cannot hold it', () => {
    const title = `Suspend ${'Contoso '.repeat(30)}?`
    const [header, whole] = blocksOf({ title, parts: [] })
    assert.deepEqual(header, { type: 'header', text: plainText(`${title.slice(0, 149)}…`) })
    assert.deepEqual(whole, richText(bold(title)))
  })

  it('splits a long text at its words, and loses nothing of it', () => {
    for (const long of [
      'x'.repeat(3_001),
      'word '.repeat(601).trim(),
      `a${'🦊'.repeat(2_000)}`,
      'line\n'.repeat(900).trim(),
    ]) {
      const blocks = shown(text('Before'), text(long))
      assert(blocks.length > 1)
      for (const block of blocks) assert(textsOf(block).join('').length <= 3_000)
      const read = textsOf(blocks).map((each) => each.replace(/^Before\n?/, ''))
      assert.equal(read.join(long.includes('\n') ? '\n' : '').replace(/\n+/g, '\n'), long)
    }
  })

  it('has rows of about as many buttons, none of the same name', () => {
    const buttons = (count: number): Button[] =>
      Array.from({ length: count }, (_, at) => ({ label: `B${at}`, says: `b${at}` }))
    const rows = (count: number) =>
      blocksOf({ parts: [], buttons: buttons(count) }).flatMap((block) =>
        block.type === 'actions' ? [block.elements.length] : [],
      )
    assert.deepEqual([1, 5, 6, 11, 25].map(rows), [[1], [5], [3, 3], [4, 4, 3], [5, 5, 5, 5, 5]])
  })

  it('leaves out buttons that are too many or carry too much, and says how many', () => {
    const most: Button[] = Array.from({ length: 30 }, (_, at) => ({ label: `B${at}`, says: `b${at}` }))
    const many = blocksOf({
      title: 'Which?',
      parts: [],
      buttons: [{ label: 'Long', says: 'x'.repeat(2_000) }, ...most],
    })
    const labels = many.flatMap((block) => (block.type === 'actions' ? textsOf(block) : []))
    assert.deepEqual(
      labels,
      most.slice(0, 25).map(({ label }) => label),
    )
    assert.deepEqual(many[1], { type: 'context', elements: [plainText('6 more are not shown')] })
  })

  describe('that is too long', () => {
    it('keeps as text what is decided beside a long note, and its buttons', () => {
      const subscriptions = ['Business seats × 25', 'Phones × 5'].map(text)
      const parts = [text('Waiting for a second person.'), text(`Note: ${'x'.repeat(3_990)}`), ...subscriptions]
      const message = slackMessage({ title: 'Suspend?', parts, buttons: [{ label: 'Approve', says: 'a' }] }, words)
      assertSoundMessage(message)
      assert.match(
        message?.text ?? '',
        /^Suspend\?\nWaiting.*\nNote: x{3000,}…\nBusiness seats × 25\nPhones × 5\n\[Approve\]$/,
      )
      assert(textsOf(message?.blocks).join('').includes('x'.repeat(2_000)))
    })

    it('cuts no entity in two', () => {
      const { text: said = '' } = slackMessage({ title: '&'.repeat(4_000), parts: [] }, words) ?? {}
      assert.match(said, /^(?:&amp;){799}…$/)
    })

    it('says how much is missing of a text that is to be copied', () => {
      const blocks = shown({ kind: 'copyable', text: 'ä'.repeat(40_000) })
      const [copied = '', missing] = textsOf(blocks)
      assert(copied.length > 8_000)
      assert.equal(missing, `⚠️ ${40_000 - copied.length} characters are missing`)
    })

    it('shows a ticket of the longest text in whole', () => {
      const text = 'Zeile "x"\n'.repeat(800)
      const steps = Array.from({ length: 6 }, (_, at): Part => ({
        kind: 'text',
        text: `Step ${at}: ${'do '.repeat(30)}`,
      }))
      const blocks = blocksOf({ title: 'PD-1', parts: [...steps, { kind: 'copyable', text }] })
      assert(textsOf(blocks).includes(text))
    })

    for (const [what, part] of [
      ['facts', { kind: 'facts', facts: Array.from({ length: 2_000 }, (_, at) => [`${at}`, 'x'.repeat(20)]) }],
      [
        'bars',
        { kind: 'bars', bars: Array.from({ length: 900 }, (_, at) => ({ label: `${at}`, value: 'v', share: 1 })) },
      ],
      ['text', { kind: 'text', text: 'x'.repeat(100_000) }],
      ['quiet text', { kind: 'text', text: 'x'.repeat(100_000), weight: 'quiet' }],
      ['one enormous cell', { kind: 'table', columns: [{ title: 'A' }], rows: [['x'.repeat(100_000)]] }],
      ['surrogates', { kind: 'text', text: '\u{1F600}'.repeat(50_000) }],
    ] as const satisfies readonly (readonly [string, Part])[])
      it(`fits all the same: ${what}`, () => {
        for (const style of ['data_table', 'table', 'sections'] as const)
          assert(textsOf(blocksOf({ title: 'T', parts: [part] }, style)).join('').length > 1_900)
      })

    it('has as many blocks as Slack takes, and else less to say', () => {
      const strong = (count: number) =>
        Array.from({ length: count }, (_, at): Part => ({ kind: 'text', text: `S-${at}`, weight: 'strong' }))
      assert.equal(shown(...strong(50)).length, 50)
      const fewer = shown(...strong(51))
      assert.equal(textsOf(fewer).join('').split('S-').length - 1, 51)
      assert(fewer.length < 50)
    })

    it('keeps what is short beside what is long', () => {
      const rows = Array.from({ length: 400 }, (_, at) => [`Customer ${at} GmbH & Co. KG`, 'EUR 48,200.00'])
      const facts: Part = { kind: 'facts', facts: [['Customer', 'Contoso']] }
      const table: Part = { kind: 'table', columns: [{ title: 'Customer' }, { title: 'Owes' }], rows }
      const blocks = blocksOf({ parts: [facts, table], buttons: [{ label: 'Next', says: 'n' }] }, 'sections')
      assert.deepEqual(blocks[0], richText(bold('Customer: '), run('Contoso')))
      assert.equal(blocks.at(-1)?.type, 'actions')
    })
  })
})
