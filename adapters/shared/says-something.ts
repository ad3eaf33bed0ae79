import type { Part, Reply } from '../../dialogs/vocabulary/reply.ts'

/** Whether a person would see anything of it. */
export function saysSomething({ title = '', parts, buttons = [] }: Reply): boolean {
  return title.trim() !== '' || buttons.length > 0 || parts.some(partSays)
}

function partSays(part: Part): boolean {
  switch (part.kind) {
    case 'text':
    case 'copyable':
      return part.text.trim() !== ''
    case 'facts':
      return part.facts.length > 0
    case 'table':
      return part.rows.length > 0
    case 'bars':
      return part.bars.length > 0
    case 'choices':
      return part.options.length > 0
    case 'input':
      return true
  }
}
