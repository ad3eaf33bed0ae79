import { readMeaning } from '../../../adapters/shared/button-meaning.ts'
import type { Button, Part, Reply } from '../../../dialogs/vocabulary/reply.ts'

type Json = Record<string, unknown>

interface Card {
  readonly body?: readonly Json[]
  readonly actions?: readonly Json[]
  readonly fallbackText: string
}

/** What stands in a message as text, as a client shows it that knows no cards. */
export function textOfTeams(activity: Json): string {
  return cardOf(activity)?.fallbackText ?? unescaped(typeof activity['text'] === 'string' ? activity['text'] : '')
}

/** What a person can press and fill in there. */
export function readTeams(activity: Json): Reply {
  const [title = ''] = textOfTeams(activity).split('\n')
  const card = cardOf(activity)
  const elements = all([...(card?.body ?? []), ...(card?.actions ?? [])])
  return {
    title,
    parts: elements.flatMap(partOf),
    buttons: elements
      .filter(({ type }) => type === 'Action.Execute')
      .map((action): Button => {
        const meaning = readMeaning((action['data'] as Json)['desk'])
        const label = String(action['title'])
        if (meaning && 'acts' in meaning) return { label, acts: meaning.acts }
        const answers = meaning?.answers
        return { label, says: meaning?.says ?? '', ...(answers === undefined ? {} : { answers }) }
      }),
  }
}

/** The data that a press of this button sends. */
export function dataOf(activity: Json, label: string): Json | null {
  const card = cardOf(activity)
  const found = all([...(card?.body ?? []), ...(card?.actions ?? [])]).find(
    ({ type, title }) => type === 'Action.Execute' && title === label,
  )
  return (found?.['data'] as Json | undefined) ?? null
}

function cardOf(activity: Json): Card | null {
  const [attachment] = (activity['attachments'] as readonly { readonly content: Card }[] | undefined) ?? []
  return attachment?.content ?? null
}

/** Elements and everything in them, in order. */
function all(elements: readonly Json[]): readonly Json[] {
  return elements.flatMap((element) => [
    element,
    ...['items', 'columns', 'rows', 'cells', 'actions'].flatMap((key) =>
      Array.isArray(element[key]) ? all(element[key] as readonly Json[]) : [],
    ),
  ])
}

function partOf({ type, id, label, value = '', choices, isMultiSelect, isMultiline }: Json): readonly Part[] {
  if (type === 'Input.Text')
    return [
      { kind: 'input', id: String(id), label: String(label), value: String(value), multiline: isMultiline === true },
    ]
  if (type !== 'Input.ChoiceSet') return []
  return [
    {
      kind: 'choices',
      id: String(id),
      label: String(label),
      multiple: isMultiSelect === true,
      options: (choices as { title: string; value: string }[]).map((each) => ({
        label: each.title,
        value: each.value,
      })),
      chosen: String(value)
        .split(',')
        .filter((each) => each !== ''),
    },
  ]
}

/** A line by itself goes as Markdown. */
function unescaped(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
