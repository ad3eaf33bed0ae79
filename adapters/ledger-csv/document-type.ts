import { languages } from './ledger-words.ts'
import { plainWord } from './plain-word.ts'

/** What a row says it is; `unknown` keeps the words, and the sign decides. */
export type DocumentType =
  { readonly kind: 'invoice' | 'credit' | 'payment' | 'unsaid' } | { readonly kind: 'unknown'; readonly text: string }

const kinds = ['invoice', 'credit', 'payment'] as const
const words = new Map(
  languages.flatMap(({ types }) =>
    kinds.flatMap((kind) => types[kind].map((word) => [plainWord(word), { kind }] as const)),
  ),
)
const unsaid: DocumentType = { kind: 'unsaid' }
const known = new Map<string, DocumentType>([['', unsaid]])

export function documentTypeOf(text: string): DocumentType {
  let found = known.get(text)
  if (!found) known.set(text, (found = words.get(plainWord(text)) ?? { kind: 'unknown', text }))
  return found
}
