import { readMeaning } from '../../../adapters/shared/button-meaning.ts'
import type { Button, Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { unescapeMrkdwn } from '../unescape-mrkdwn.ts'
import { blocksOf, buttonsIn } from '../slack-person.ts'

type Json = Record<string, unknown>

/** What stands in a message as text, as a screen reader reads it. */
export function textOfSlack(message: Json, nameOf = (user: string) => user): string {
  const text = typeof message['text'] === 'string' ? message['text'] : ''
  // Slack's own sign for a person is the only thing in it that has such brackets.
  return unescapeMrkdwn(text.replace(/<@(\w+)>/g, (_, user: string) => nameOf(user)))
}

/** What a person can press and fill in there; a form is told by the button that opens it. */
export function readSlack(message: Json): Reply {
  const [title = ''] = textOfSlack(message).split('\n')
  return {
    title,
    parts: blocksOf(message).flatMap(partsOf),
    buttons: buttonsIn(message).map(({ label, value }): Button => {
      const carried = JSON.parse(value) as { readonly fills?: string }
      const meaning = readMeaning(carried)
      if (meaning && 'acts' in meaning) return { label, acts: meaning.acts }
      const answers = carried.fills ?? meaning?.answers
      return { label, says: meaning?.says ?? '', ...(answers === undefined ? {} : { answers }) }
    }),
  }
}

interface Element {
  readonly type: string
  readonly options?: readonly { readonly value: string; readonly text: { readonly text: string } }[]
  readonly initial_value?: string
  readonly initial_option?: { readonly value: string }
  readonly initial_options?: readonly { readonly value: string }[]
}

function partsOf(block: Json): readonly Part[] {
  if (block['type'] !== 'input') return []
  const {
    type,
    options,
    initial_value: typed,
    initial_option: one,
    initial_options: several = [],
  } = block['element'] as Element
  const id = String(block['block_id'])
  const label = (block['label'] as { text: string }).text
  if (!options) return [{ kind: 'input', id, label, value: typed ?? '', multiline: true }]
  const multiple = type === 'checkboxes' || type === 'multi_static_select'
  return [
    {
      kind: 'choices',
      id,
      label,
      multiple,
      options: options.map(({ value, text }) => ({ value, label: text.text })),
      chosen: [...(one ? [one] : []), ...several].map(({ value }) => value),
    },
  ]
}
