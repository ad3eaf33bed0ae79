import type { Grammar } from '../words/catalogue.ts'
import { isAct } from './acts.ts'
import { bare } from './bare.ts'
import { fold } from './normalise.ts'
import { literal } from './pattern.ts'
import type { Reading } from './reading.ts'

/** What a grammar lists behind this mark stands behind the words of an act; all else before them. */
const behind = '…'

/**
 * Whether what was read as an act is its denial, or somebody else's words: “{name} 停用” of “不要 contoso 停用”. Only the name
 * at either end of a sentence can hide that, since everything else is the grammar's own.
 */
export function negation(grammars: readonly Grammar[]): (reading: Reading) => boolean {
  const before = shapes(grammars, false)
  const after = shapes(grammars, true)
  return ({ intent, head, tail }) =>
    isAct(intent) && ((head !== '' && before.test(bare(head))) || (tail !== '' && after.test(bare(tail))))
}

/** Whether a sentence holds a word of denial anywhere; for guesses, which then offer no act. */
export function mayBeNegated(grammars: readonly Grammar[]): (sentence: string) => boolean {
  const any = anyOf(
    grammars.flatMap(({ negations, spaces }) =>
      negations.map((each) => ({ said: literal(bare(fold(each.replace(behind, ''))), spaces), isWord: spaces })),
    ),
  )
  return (sentence) => any.test(bare(sentence))
}

/** Without spaces, so many letters are no part of a name by chance. */
const longWord = 3

function shapes(grammars: readonly Grammar[], last: boolean): RegExp {
  return anyOf(
    grammars.flatMap(({ negations, spaces }) =>
      negations
        .filter((each) => each.startsWith(behind) === last || (last && !spaces && [...each].length >= longWord))
        .map((each) => edged(bare(fold(each.replace(behind, ''))), spaces, last)),
    ),
  )
}

interface Shape {
  readonly said: string
  /** No letter may stand beside it. */
  readonly isWord: boolean
}

/** A word where words have spaces; else only at an edge, and a single letter only beside the act: 不二家 is a name. */
function edged(word: string, spaces: boolean, last: boolean): Shape {
  const said = literal(word, spaces)
  if (spaces) return { said, isWord: true }
  return { said: last || [...word].length === 1 ? `${said}$` : `^${said}|${said}$`, isWord: false }
}

/** What may stand beside words is looked at once for all of them: a look for each costs as much as all the rest. */
function anyOf(shapes: readonly Shape[]): RegExp {
  const words = shapes.filter(({ isWord }) => isWord).map(({ said }) => said)
  const others = shapes.filter(({ isWord }) => !isWord).map(({ said }) => said)
  const all = [
    ...(words.length === 0 ? [] : [String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`]),
    ...others,
  ]
  return new RegExp(all.length === 0 ? '(?!)' : all.join('|'), 'iu')
}
