import fc from 'fast-check'
import type { Part, Reply, Tone } from '../../../dialogs/vocabulary/reply.ts'

/** Names as people who mean harm, or nothing at all, would write them. */
const hostile = [
  '<!channel>',
  '<@U024BE7LH> & <#C024BE7LR|general>',
  '<https://evil.example|Contoso>',
  '*Contoso*',
  '_Contoso_ and ~Contoso~',
  '```\nContoso\n```',
  '> Contoso',
  ':rotating_light: Contoso',
  '&lt;!channel&gt; &amp;',
  'Adatum \u202E00.9\u202C \u2066x\u2069',
  '\u200Eשלום\u200F',
  'a\u0000b\tc\r\nd',
  '北京示例科技有限公司',
  '👩‍👩‍👧 🦊',
  ' ',
  '',
]

const name = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 20 }))
const longName = fc
  .tuple(fc.constantFrom('x', '🦊', '北', '&', '"', 'word ', 'line\n'), fc.integer({ min: 60, max: 4_000 }))
  .map(([piece, count]) => piece.repeat(count))
const tone = fc.constantFrom<Tone>('plain', 'good', 'warning', 'danger')

/** Replies of every kind of part, with texts such as these. */
function replies(words: fc.Arbitrary<string>, most: number): fc.Arbitrary<Reply> {
  const few = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: most })
  const table = fc.integer({ min: 0, max: most }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(fc.record({ title: words, align: fc.constant('end' as const) }, { requiredKeys: ['title'] }), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: few(fc.array(words, { maxLength: columns + 2 })),
    }),
  )
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record(
      { kind: fc.constant('text' as const), text: words, tone, weight: fc.constantFrom('strong' as const, 'quiet') },
      { requiredKeys: ['kind', 'text'] },
    ),
    fc.record({ kind: fc.constant('facts' as const), facts: few(fc.tuple(words, words)) }),
    table,
    fc.record({
      kind: fc.constant('bars' as const),
      bars: few(fc.record({ label: words, value: words, share: fc.double({ min: 0, max: 1 }) })),
    }),
    fc.record({ kind: fc.constant('copyable' as const), text: words }),
    fc
      .record({ label: words, multiple: fc.boolean(), options: few(words), chosen: few(fc.nat(most)) })
      .map(({ label, multiple, options, chosen }) => ({
        kind: 'choices' as const,
        id: '',
        label,
        multiple,
        options: options.map((each, at) => ({ label: each, value: `v${at}` })),
        chosen: chosen.map((at) => `v${at}`),
      })),
    fc.record({
      kind: fc.constant('input' as const),
      id: fc.constant(''),
      label: words,
      value: words,
      multiline: fc.boolean(),
    }),
  )
  const button = fc.record(
    { label: words, tone, says: words.map((text) => text.slice(0, 300)), answers: fc.constant('q-1') },
    { requiredKeys: ['label', 'says'] },
  )
  return fc
    .record(
      { title: words, tone, parts: fc.array(part, { maxLength: most }), buttons: few(button) },
      { requiredKeys: ['parts'] },
    )
    .map((reply) => ({
      ...reply,
      parts: reply.parts.map((each, at) => ('id' in each ? { ...each, id: `i${at}` } : each)),
    }))
}

/** Nothing in them is so long that it would have to be cut. */
export const shortReplies = replies(name, 6)
/** Nothing in them is of a length a person would write. */
export const longReplies = replies(fc.oneof(name, longName), 25)
