import assert from 'node:assert/strict'
import type { AdaptiveCard } from '../../../adapters/teams/card.ts'
import { wordlessCut } from '../../../adapters/shared/fitted.ts'
import { cardOf, teamsActivity } from '../../../adapters/teams/teams-activity.ts'
import type { Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSound, textsOf } from './card-checks.ts'

const text = (words: string): Part => ({ kind: 'text', text: words })

describe('a reply in Teams', () => {
  it('is text when it is one plain line', () => {
    assert.deepEqual(teamsActivity({ parts: [text('Contoso *owes* EUR 5.')] }, wordlessCut), {
      type: 'message',
      text: 'Contoso \\*owes\\* EUR 5.',
      textFormat: 'markdown',
    })
  })

  for (const [what, reply] of [
    ['a title', { title: 'Overdue', parts: [text('a')] }],
    ['a tone', { tone: 'warning', parts: [text('a')] }],
    ['two parts', { parts: [text('a'), text('b')] }],
    ['two lines', { parts: [text('a\nb')] }],
    ['a tone of its own', { parts: [{ kind: 'text', text: 'a', tone: 'good' }] }],
    ['a weight', { parts: [{ kind: 'text', text: 'a', weight: 'strong' }] }],
    ['a button', { parts: [text('a')], buttons: [{ label: 'B', says: 'b' }] }],
    ['facts', { parts: [{ kind: 'facts', facts: [['a', 'b']] }] }],
  ] as const satisfies readonly (readonly [string, Reply])[]) {
    it(`is a card when it has ${what}, and says itself once`, () => {
      const activity = teamsActivity(reply, wordlessCut)
      assert.equal(activity?.text, undefined)
      assert.deepEqual(
        activity?.attachments?.map(({ contentType }) => contentType),
        ['application/vnd.microsoft.card.adaptive'],
      )
      assert.notEqual(activity?.summary, '')
      assertSound(activity?.attachments?.[0]?.content as AdaptiveCard)
    })
  }

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
    ['a table without rows', { parts: [{ kind: 'table', columns: [{ title: 'A' }], rows: [] }] }],
  ] as const satisfies readonly (readonly [string, Reply])[]) {
    it(`is not sent when it says ${what}`, () => assert.equal(teamsActivity(reply, wordlessCut), null))
  }

  describe('that is too long', () => {
    const words = {
      notShown: (count: number) => `${count} more are not shown`,
      charactersNotShown: (count: number) => `${count} characters are missing`,
    }
    const rows = Array.from({ length: 400 }, (_, at) => [`Customer ${at} GmbH & Co. KG`, 'EUR 48,200.00', 'suspend'])
    const columns = [{ title: 'Customer' }, { title: 'Owes' }, { title: 'Stage' }]

    it('loses rows at the end and says how many', () => {
      const card = cardOf({ title: 'Overdue', parts: [text('All of them'), { kind: 'table', columns, rows }] }, words)
      assertSound(card)
      const texts = textsOf(card.body)
      const shown = texts.filter((each) => each.startsWith('Customer ')).length
      assert(shown > 30 && shown < 400)
      assert.equal(texts.at(-1), `${400 - shown} more are not shown`)
      assert.equal(texts[0], 'Overdue')
    })

    it('keeps as text what is decided beside a long note, and its buttons', () => {
      const subscriptions = ['Business seats × 25', 'Phones × 5'].map(text)
      const parts = [text('Waiting for a second person.'), text(`Note: ${'x'.repeat(3_990)}`), ...subscriptions]
      const { fallbackText } = cardOf({ title: 'Suspend?', parts, buttons: [{ label: 'Approve', says: 'a' }] }, words)
      assert(fallbackText.length <= 4_000)
      assert.match(
        fallbackText,
        /^Suspend\?\nWaiting.*\nNote: x{3000,}…\nBusiness seats × 25\nPhones × 5\n\[Approve\]$/,
      )
    })

    it('says how much is missing of a text that is to be copied', () => {
      const card = cardOf({ title: 'Ticket', parts: [{ kind: 'copyable', text: 'ä'.repeat(40_000) }] }, words)
      assertSound(card)
      const [, copied = '', missing] = textsOf(card.body)
      assert(copied.length > 5_000)
      assert.equal(missing, `${40_000 - copied.length} characters are missing`)
    })

    it('loses nothing of what is short beside it', () => {
      const facts: Part = { kind: 'facts', facts: [['Customer', 'Contoso']] }
      const card = cardOf(
        { parts: [facts, { kind: 'table', columns, rows }], buttons: [{ label: 'Next', says: 'n' }] },
        words,
      )
      assert.deepEqual(card.body[0], { type: 'FactSet', facts: [{ title: 'Customer', value: 'Contoso' }] })
      assert.equal(card.actions?.length, 1)
    })

    for (const [what, part] of [
      ['facts', { kind: 'facts', facts: Array.from({ length: 2_000 }, (_, at) => [`${at}`, 'x'.repeat(20)]) }],
      [
        'bars',
        { kind: 'bars', bars: Array.from({ length: 500 }, (_, at) => ({ label: `${at}`, value: 'v', share: 1 })) },
      ],
      [
        'choices',
        {
          kind: 'choices',
          id: 'c',
          label: 'C',
          multiple: true,
          options: Array.from({ length: 2_000 }, (_, at) => ({ label: `${at}`, value: `${at}` })),
          chosen: [],
        },
      ],
      ['text', { kind: 'text', text: 'x'.repeat(100_000) }],
      ['lines', { kind: 'copyable', text: 'line\n'.repeat(20_000) }],
      ['an input', { kind: 'input', id: 'i', label: 'I', value: 'x'.repeat(100_000), multiline: true }],
      ['one enormous cell', { kind: 'table', columns, rows: [['x'.repeat(100_000)]] }],
      ['surrogates', { kind: 'text', text: '\u{1F600}'.repeat(50_000) }],
    ] as const satisfies readonly (readonly [string, Part])[]) {
      it(`fits all the same: ${what}`, () => {
        const card = cardOf({ parts: [part] }, words)
        assertSound(card)
        assert(JSON.stringify(card).isWellFormed())
      })
    }
  })
})
