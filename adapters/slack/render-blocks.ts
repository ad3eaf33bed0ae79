import type { KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/outcome.ts'
import type { Part, Reply } from '../../dialogs/vocabulary/reply.ts'
import { limits } from './limits.ts'
import { renderBars } from './render-bars.ts'
import { renderChoices, renderInput } from './render-inputs.ts'
import { renderTable, type TableStyle } from './render-table.ts'
import { renderCopyable, renderFacts, renderTexts, renderTitle } from './render-text.ts'

/** Title and parts of a Reply, from top to bottom; its buttons are for others to place. */
export function renderBlocks({ title = '', tone, parts }: Reply, tables: TableStyle): readonly KnownBlock[] {
  let left: number = limits.tables
  const styleOf = (): TableStyle => {
    if (tables !== 'table') return tables
    left -= 1
    return left >= 0 ? tables : 'sections'
  }
  return [
    ...(title.trim() === '' ? [] : renderTitle(title, tone)),
    ...together(parts).flatMap((group) =>
      Array.isArray(group) ? renderTexts(group) : renderPart(group, styleOf, title),
    ),
  ]
}

type TextPart = Extract<Part, { kind: 'text' }>
type OtherPart = Exclude<Part, TextPart>

function renderPart(part: OtherPart, styleOf: () => TableStyle, title: string): readonly KnownBlock[] {
  switch (part.kind) {
    case 'facts':
      return renderFacts(part)
    case 'table':
      return renderTable(part, styleOf(), title)
    case 'bars':
      return renderBars(part)
    case 'copyable':
      return renderCopyable(part)
    case 'choices':
      return renderChoices(part)
    case 'input':
      return renderInput(part)
    default:
      return never(part)
  }
}

/** The parts, with the texts that follow each other taken as one. */
function together(parts: readonly Part[]): readonly (OtherPart | TextPart[])[] {
  const groups: (OtherPart | TextPart[])[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.kind !== 'text') groups.push(part)
    else if (Array.isArray(last)) last.push(part)
    else groups.push([part])
  }
  return groups
}
