import { askWhom } from './customer/ask-whom.ts'
import { languageCalled } from './staff/language.ts'
import type { Talk } from './talk.ts'
import type { Intent } from './understanding/intent.ts'
import type { Heard } from './vocabulary/heard.ts'

/** Whether what was said is for the open question; what a button says is told by where it stood. */
export async function isAnswer(
  { pressed, answers }: Extract<Heard, { kind: 'said' }>,
  intent: Intent | null,
  open: string,
  talk: Talk,
): Promise<boolean> {
  if (pressed) return answers !== undefined && intent?.verb !== 'never-mind'
  return !(await interrupts(intent, open, talk))
}

/**
 * Whether a sentence leaves the open question for a moment, or for good. A name that fits no customer, and a language
 * nobody speaks, are an answer: people describe a problem in words that look like commands.
 */
async function interrupts(intent: Intent | null, open: string, talk: Talk): Promise<boolean> {
  const { desk, find } = talk
  if (intent === null) return false
  if (open === askWhom.name) return true
  if (intent.verb === 'become') return talk.demo !== null
  if (intent.verb === 'language') return intent.said === '' || languageCalled(intent.said, talk) !== null
  // “fraud” is why something is to be suspended, or what a ticket is about.
  if (intent.verb === 'alerts' && intent.bare) return false
  const who = whoIn(intent)
  if (who === null) return true
  return find((await desk.book.today()).directory, who).kind !== 'none'
}

/** Whom a sentence names, as it was said. */
export function whoIn(intent: Intent | null): string | null {
  return intent !== null && 'who' in intent ? intent.who : null
}
