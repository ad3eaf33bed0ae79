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

export interface Plural {
  readonly argument: string
  readonly type: 'cardinal' | 'ordinal'
  readonly branches: ReadonlySet<string>
}

/** Each plural of a message, nested ones too, by itself. */
export function pluralsOf(message: string, tag: string): readonly Plural[] {
  const inside = (elements: readonly Element[]): readonly Plural[] =>
    elements.flatMap((element) => {
      if (!('options' in element)) return []
      const deeper = Object.values(element.options).flatMap(({ value }) => inside(value))
      if (!('pluralType' in element)) return deeper
      const branches = new Set(Object.keys(element.options))
      return [{ argument: element.value, type: element.pluralType ?? 'cardinal', branches }, ...deeper]
    })
  return inside(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst())
}

/** What a message says whatever it is told: the text between its arguments, branch by branch. */
export function textsOf(message: string, tag: string): readonly string[] {
  const inside = (elements: readonly Element[]): readonly string[] => {
    const branches = elements.flatMap((element) =>
      'options' in element ? Object.values(element.options).flatMap(({ value }) => inside(value)) : [],
    )
    const own = elements.map((element) =>
      (element.type as number) === literal && 'value' in element ? element.value : ' … ',
    )
    return [own.join(''), ...branches]
  }
  return inside(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst())
}
