import { notNow } from '../phrases/not-now.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { pickedIn } from './answer-to.ts'
import type { Asked } from './ask-about.ts'
import type { OpenQuestion } from './import-answers.ts'

/** More are picked from a list: a row of buttons that long is not read. */
const mostButtons = 5

/** A question about a list as a card; `parts` stand between the question and how to answer it. */
export function questionReply({ text, how, choices }: Asked, parts: readonly Part[], words: Words): Reply {
  const hint = how === null ? [] : [line(how)]
  if (choices.length <= mostButtons) {
    const buttons = choices.map(({ label, tone, words: [says] }) => ({ label, says, ...(tone && { tone }) }))
    return { title: text, parts: [...parts, ...hint], buttons: [...buttons, notNow(words)] }
  }
  const options = choices.map(({ label, words: [value] }) => ({ label, value }))
  const pick = { kind: 'choices', id: pickedIn, label: words.say('list.how.choose'), multiple: false } as const
  return {
    title: text,
    parts: [...parts, ...hint, { ...pick, options, chosen: [] }],
    buttons: [{ label: words.say('button.choose'), says: 'choose' }, notNow(words)],
  }
}

/** What is kept of a question, to hold an answer against. */
export function openOf({ choices, free }: Asked): OpenQuestion {
  return { choices: choices.map(({ words, answer }) => ({ words: [...words], answer })), free }
}
