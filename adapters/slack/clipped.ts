import type { Button, Part, Reply } from '../../dialogs/vocabulary/reply.ts'
import type { CutWords } from '../shared/fitted.ts'
import { meaningOf } from '../shared/button-meaning.ts'
import { cut } from '../shared/plain-text.ts'
import { limits } from './limits.ts'
import { rowsWithin, type TableStyle } from './render-table.ts'

/** What is longer says no more; a person's name may be anything. */
const longestTitle = 1_000

/**
 * The reply without what Slack has no place for, however small the rest: rows, options and buttons beyond its counts,
 * and those that carry more than it carries. How many are left out is said in their place.
 */
export function clipped(reply: Reply, tables: TableStyle, words: CutWords): Reply {
  const { title, parts, buttons = [] } = reply
  const kept = buttons.filter(carriable).slice(0, limits.actionsElements)
  return {
    ...reply,
    ...(title === undefined ? {} : { title: cut(title, longestTitle) }),
    parts: [...parts.flatMap((part) => clippedPart(part, tables, words)), ...note(buttons.length - kept.length, words)],
    buttons: kept,
  }
}

function carriable(button: Button): boolean {
  return JSON.stringify(meaningOf(button)).length <= limits.buttonValue
}

function clippedPart(part: Part, tables: TableStyle, words: CutWords): readonly Part[] {
  if (part.kind === 'table') {
    const rows = rowsWithin(part, tables)
    return [{ ...part, rows }, ...note(part.rows.length - rows.length, words)]
  }
  if (part.kind === 'choices') {
    const options = part.options
      .filter(({ value }) => value !== '' && value.length <= limits.optionValue)
      .slice(0, limits.selectOptions)
    return [{ ...part, options }, ...note(part.options.length - options.length, words)]
  }
  return [part]
}

function note(dropped: number, words: CutWords): readonly Part[] {
  return dropped === 0 ? [] : [{ kind: 'text', text: words.notShown(dropped), weight: 'quiet' }]
}
