import type { Grammar } from '../words/catalogue.ts'
import type { Intent } from './intent.ts'
import { fold } from './normalise.ts'
import { literal } from './pattern.ts'

/**
 * What is done, written down or asked of a second person by the sentence alone: nothing is shown first. The brake is missing
 * on purpose: whoever calls “stop?!” in an emergency is heard, and it halts no more than people can start again.
 */
const atOnce: ReadonlySet<Intent['verb']> = new Set<Intent['verb']>([
  ...(['final-notice', 'assign', 'skip', 'undo', 'unlink', 'role', 'restart', 'act', 'watch-only'] as const),
  ...(['policy-given', 'credit-limit', 'credit-hold', 'credit-release', 'budget'] as const),
  ...(['route', 'route-fraud', 'route-customer', 'route-digest', 'language-here'] as const),
])

const marks = String.raw`[\s!.。~〜\p{Extended_Pictographic}]*`

/** Whether a sentence alone does what it says. */
export function isDoneAtOnce(intent: Intent): boolean {
  return intent.verb === 'assign' ? intent.person !== null : atOnce.has(intent.verb)
}

/**
 * Tells a question from an order in a folded sentence: the order without what makes it a question, null where it is none.
 * “contoso由Mei負責嗎？” asks whether it is so; “can you assign contoso to Mei?” asks somebody to do it.
 */
export function askedAs({
  requests,
  questions,
  spaces,
}: Pick<Grammar, 'requests' | 'questions' | 'spaces'>): (sentence: string) => string | null {
  const shapes = (words: readonly string[]) => words.map((word) => literal(fold(word), spaces)).join('|')
  const ends = ['[?]', ...questions.map((word) => literal(fold(word), spaces))].join('|')
  const last = new RegExp(String.raw`${marks}(?:(?:${ends})${marks})+$`, 'u')
  const [before, after] = spaces ? [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`] : ['', '']
  // Beside other courtesies: “hi Desk, could you please”.
  const request = requests.length === 0 ? null : new RegExp(`${before}(?:${shapes(requests)})${after}`, 'iu')
  return (sentence) => {
    const order = sentence.replace(last, '')
    return order === sentence || order === '' || request?.test(sentence) === true ? null : order
  }
}
