import assert from 'node:assert/strict'
import type { AdaptiveCard, Element } from '../../../adapters/teams/card.ts'

/** What each element may carry, as far as the desk uses it: a slip of the pen shows nothing in Teams. */
const known: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text', 'style', 'size', 'weight', 'wrap', 'spacing'],
  RichTextBlock: ['inlines', 'horizontalAlignment', 'spacing'],
  TextRun: ['text', 'color', 'size', 'weight', 'isSubtle', 'fontType', 'selectAction'],
  Container: ['items', 'style', 'bleed', 'spacing'],
  FactSet: ['facts'],
  ColumnSet: ['columns', 'spacing'],
  Column: ['width', 'items'],
  Table: ['columns', 'firstRowAsHeader', 'showGridLines', 'rows', 'fallback'],
  TableRow: ['cells'],
  TableCell: ['items'],
  'Input.Text': ['id', 'label', 'style', 'isMultiline', 'value', 'maxLength'],
  'Input.ChoiceSet': ['id', 'label', 'isMultiSelect', 'style', 'wrap', 'choices', 'value'],
  ActionSet: ['actions'],
  'Action.Execute': ['title', 'verb', 'data', 'style', 'fallback'],
  'Action.Submit': ['title', 'data', 'style'],
}

/** Checks the shape of a card all the way down. */
export function assertSound(card: AdaptiveCard): void {
  assert.equal(card.version, '1.5')
  assert(card.body.length + (card.actions ?? []).length > 0, 'an empty card')
  assert((card.actions ?? []).length <= 6, 'more actions than Teams shows')
  assert(JSON.stringify(card).length <= 24_000, 'too large')
  for (const element of [...card.body, ...(card.actions ?? [])]) assertElement(element)
}

function assertElement(element: Element): void {
  const { type, ...properties } = element
  const allowed = known[type]
  assert(allowed, `no element ${type}`)
  for (const [name, value] of Object.entries(properties)) {
    assert(allowed.includes(name), `${type} has no ${name}`)
    assert.notEqual(value, undefined, `${type}.${name} is undefined`)
  }
  const { columns, fallback, items, inlines, rows, cells, actions } = properties as Record<string, Element[]>
  if (type === 'Table') for (const row of rows ?? []) assert.equal((row['cells'] as unknown[]).length, columns?.length)
  if (type !== 'Table' && columns) columns.forEach(assertElement)
  for (const inner of [items, inlines, rows, cells, actions]) inner?.forEach(assertElement)
  if (fallback) assertElement(fallback as unknown as Element)
}

/** Every text a person can read on a card, in order. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? ['text', 'title', 'value', 'label'].includes(name)
        ? [inner]
        : []
      : name === 'fallback' || name === 'data'
        ? []
        : textsOf(inner),
  )
}
