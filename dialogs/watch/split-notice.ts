import type { Customer } from '../../domain/customers/customer.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { nameKey } from '../understanding/normalise.ts'

/** Nobody's name has more words before what the operator wrote begins. */
const mostWords = 6

/**
 * Where the name and the operator's words stand behind one another without a mark between them: the name is as many of
 * the first words as name one customer. Words that only begin like a longer name belong to the text.
 */
export async function orSplitNotice(intent: Intent | null, { desk, find }: Talk): Promise<Intent | null> {
  if (intent === null || !('run' in intent)) return intent
  const { directory } = await desk.book.today()
  const ends = [...intent.run.matchAll(/[^\s:：,，]+/gu)]
    .slice(0, mostWords)
    .map(({ 0: word, index }) => index + word.length)
  let named: number | null = null
  let several: number | null = null
  for (const [at, end] of ends.entries()) {
    const said = intent.run.slice(0, end)
    const found = find(directory, said)
    const spelled = found.kind === 'one' && (at === 0 || isSpelled(said, found.customer))
    if (spelled) named = end
    else if (named !== null) break
    else if (found.kind === 'some' && !found.guessed) several = end
  }
  const end = named ?? several ?? ends[0] ?? 0
  const text = intent.run.slice(end).replace(/^[\s:：,，]+/u, '')
  const { run, ...meant } = intent
  return { ...meant, who: run.slice(0, end), text: text === '' ? null : text }
}

/** Whether every word stands in one of the customer's names as it was typed. */
function isSpelled(said: string, { name, accounts }: Customer): boolean {
  const known = new Set([name, ...accounts.map((account) => account.name)].flatMap((each) => wordsOf(each)))
  return wordsOf(said).every((word) => known.has(word))
}

function wordsOf(text: string): readonly string[] {
  return nameKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
