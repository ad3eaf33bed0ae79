import assert from 'node:assert/strict'
import { z } from 'zod'

// What Slack takes, written down from its documentation and not from our own limits.
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.literal(false) })
const style = z.strictObject({ bold: z.literal(true) })
const user = z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^\w+$/) })
const run = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() })
const link = z.strictObject({ type: z.literal('link'), url: z.url().startsWith('https://').max(3_000) })
const richTextElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(z.union([run, link, user])).min(1) }),
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(run).min(1) }),
])
const option = z.strictObject({ text: plainText(75), value: z.string().min(1).max(75) })
const actionId = z.string().min(1).max(255)
const options = (most: number) => z.array(option).min(1).max(most)
const element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: z.literal('value'),
    multiline: z.boolean(),
    max_length: z.number().min(1).max(3_000),
    initial_value: z.string().min(1).max(3_000).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: z.literal('value'),
    options: options(10),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: z.literal('value'),
    options: options(100),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: z.literal('value'),
    options: options(10),
    initial_options: options(10).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: z.literal('value'),
    options: options(100),
    initial_options: options(100).optional(),
  }),
])
const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  value: z.string().min(1).max(2_000),
  style: z.enum(['primary', 'danger']).optional(),
})
const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) })
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) })
const everywhere = [
  z.strictObject({ type: z.literal('header'), text: plainText(150) }),
  z.strictObject({ type: z.literal('section'), text: plainText(3_000) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plainText(3_000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(richTextElement).length(1) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: z.string().min(1).max(255),
    optional: z.literal(true),
    label: plainText(2_000),
    element,
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(5) }),
] as const
const dataTable = z.strictObject({
  type: z.literal('data_table'),
  caption: z.string().min(1),
  page_size: z.number().int().min(1).max(100),
  rows: z
    .array(
      z
        .array(z.union([rawText, rawNumber]))
        .min(1)
        .max(20),
    )
    .min(2)
    .max(201),
})
const table = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(rawText).min(1).max(20)).min(2).max(100),
  column_settings: z.array(z.strictObject({ is_wrapped: z.boolean(), align: z.literal('right').optional() })).max(20),
})
const block = z.discriminatedUnion('type', [...everywhere, dataTable, table])
const viewBlock = z.discriminatedUnion('type', everywhere)
const message = z.strictObject({ text: z.string().min(1).max(4_000), blocks: z.array(block).min(1).max(50) })
const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.string().min(1).max(255).optional(),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  notify_on_close: z.literal(true).optional(),
  private_metadata: z.string().max(3_000).optional(),
  blocks: z.array(viewBlock).max(100),
})
const home = z.strictObject({ type: z.literal('home'), blocks: z.array(viewBlock).max(100) })

export type SoundBlock = z.infer<typeof block>

/** Checks a message all the way down: what Slack would refuse fails, and so does what the desk never means to send. */
export function assertSoundMessage(payload: unknown): readonly SoundBlock[] {
  const { text, blocks } = message.parse(payload)
  assertUnique(blocks)
  const tables = blocks.filter((each) => each.type === 'data_table' || each.type === 'table')
  for (const { rows } of tables) for (const row of rows) assert.equal(row.length, rows[0]?.length, 'a ragged table')
  for (const { type, rows } of tables)
    if (type === 'data_table')
      assert(
        rows[0]?.every((cell) => cell.type === 'raw_text'),
        'a header of numbers',
      )
  const characters = (type: string) =>
    tables
      .flatMap((each) => (each.type === type ? each.rows.flat() : []))
      .reduce((sum, cell) => sum + cell.text.length, 0)
  assert(characters('data_table') <= 20_000, 'too many characters in data tables')
  assert(characters('table') <= 10_000, 'too many characters in tables')
  assert(tables.filter(({ type }) => type === 'table').length <= 1, 'more than one table')
  const read = textsOf(blocks.filter(({ type }) => !type.endsWith('table')))
  assert(read.join('').length <= 12_000, 'blocks too long')
  // Whom a block rings, the text rings as well; nobody else.
  const rung = new Set([...JSON.stringify(blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => `<@${id}>`))
  const bare = text.replace(/<@\w+>/g, (ring) => (rung.has(ring) ? '' : ring))
  assert(!/[<>]|&(?!amp;|lt;|gt;)/.test(bare), 'an entity that is none')
  assertWellFormed(payload)
  return blocks
}

export function assertSoundView(payload: unknown): readonly SoundBlock[] {
  const { blocks, ...rest } = z.discriminatedUnion('type', [modal, home]).parse(payload)
  assertUnique(blocks)
  const asks = blocks.some(({ type }) => type === 'input')
  if (rest.type === 'modal' && asks) assert(rest.submit, 'inputs in a modal that cannot be sent')
  assert(JSON.stringify(payload).length <= 250_000, 'view too large')
  assertWellFormed(payload)
  return blocks
}

function assertUnique(blocks: readonly SoundBlock[]): void {
  const ids = blocks.flatMap((each) => (each.type === 'input' ? [each.block_id] : []))
  assert.equal(new Set(ids).size, ids.length, 'a block_id twice')
  const actions = blocks.flatMap((each) => (each.type === 'actions' ? each.elements.map((one) => one.action_id) : []))
  assert.equal(new Set(actions).size, actions.length, 'an action_id twice')
  for (const each of blocks) {
    if (each.type !== 'input' || each.element.type === 'plain_text_input') continue
    const all = each.element.options.map((one) => JSON.stringify(one))
    const initial =
      'initial_options' in each.element
        ? (each.element.initial_options ?? [])
        : 'initial_option' in each.element && each.element.initial_option
          ? [each.element.initial_option]
          : []
    for (const one of initial) assert(all.includes(JSON.stringify(one)), 'chosen, but not among the options')
  }
}

function assertWellFormed(value: unknown): void {
  if (typeof value === 'string') assert(value.isWellFormed(), 'half a letter')
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(assertWellFormed)
}

/** Everything a person can read in blocks, in order. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner === 'string') return ['text', 'url', 'initial_value'].includes(name) ? [inner] : []
    return ['initial_option', 'initial_options'].includes(name) ? [] : textsOf(inner)
  })
}
