import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
// The parser's own numbering.
const literal = 0
const number = 2
const select = 5
const plural = 6
const pound = 7

export interface Argument {
  /** How a message uses it; plural and `{n, number}` both need a number. */
  readonly kinds: ReadonlySet<'text' | 'number' | 'choice'>
  /** The exact numbers and words that have a branch of their own. */
  readonly branches: ReadonlySet<string>
}

/** What a message asks for, through all its nested branches. */
export function argumentsOf(message: string, tag: string): ReadonlyMap<string, Argument> {
  const found = new Map<string, { kinds: Set<'text' | 'number' | 'choice'>; branches: Set<string> }>()
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      const type: number = element.type
      if (type === literal || type === pound || !('value' in element)) continue
      const name = element.value
      const known = found.get(name) ?? { kinds: new Set(), branches: new Set() }
      found.set(name, known)
      known.kinds.add(type === select ? 'choice' : type === plural || type === number ? 'number' : 'text')
      if ('options' in element) {
        for (const [branch, { value }] of Object.entries(element.options)) {
          known.branches.add(branch)
          walk(value)
        }
      }
    }
  }
  walk(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst())
  return found
}
