import { never } from '../../domain/shared/outcome.ts'
import { plain, spoken } from '../../dialogs/vocabulary/plain.ts'
import type { Button, Part, Reply } from '../../dialogs/vocabulary/reply.ts'
import type { AdaptiveCard, Element } from './card.ts'
import { cut, harmless } from '../shared/plain-text.ts'
import { renderButton, renderChoices, renderInput } from './render-inputs.ts'
import { renderBars, renderTable } from './render-table.ts'
import { onGround, renderCopyable, renderFacts, renderText, renderTitle } from './render-text.ts'

/** Teams shows six actions of a card and hides the others. */
const mostActions = 6

/**
 * Reply → Adaptive Card 1.5, the newest that bots may send to Teams, with all of it as text for clients that show no
 * cards. However large; `cardOf` sees to the size of both.
 */
export function renderAdaptiveCard(reply: Reply, fallbackText = harmless(plain(reply))): AdaptiveCard {
  const buttons = reply.buttons ?? []
  const few = buttons.length <= mostActions
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak: cut(harmless(spoken(reply)), 500),
    fallbackText,
    body: [...heading(reply), ...reply.parts.flatMap(renderPart), ...(few ? [] : rowsOf(buttons))],
    ...(few && buttons.length > 0 ? { actions: buttons.map(renderButton) } : {}),
    ...(reply.parts.some(({ kind }) => kind === 'table') ? { msteams: { width: 'Full' } } : {}),
  }
}

function renderPart(part: Part): readonly Element[] {
  switch (part.kind) {
    case 'text':
      return renderText(part)
    case 'facts':
      return renderFacts(part)
    case 'table':
      return renderTable(part)
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

/** The title; on a coloured ground across the card where the reply has a tone. */
function heading({ title, tone = 'plain' }: Reply): readonly Element[] {
  return title === undefined || title.trim() === '' ? [] : onGround(tone, [renderTitle(title)], { bleed: true })
}

/** More buttons than a card's own row holds go into rows of the body, where all are in sight. */
function rowsOf(buttons: readonly Button[]): readonly Element[] {
  return Array.from({ length: Math.ceil(buttons.length / mostActions) }, (_, row) => ({
    type: 'ActionSet',
    actions: buttons.slice(row * mostActions, (row + 1) * mostActions).map(renderButton),
  }))
}
