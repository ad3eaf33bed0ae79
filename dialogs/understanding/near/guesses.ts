import type { Catalogue } from '../../words/catalogue.ts'
import { isAct } from '../acts.ts'
import type { Intent } from '../intent.ts'
import { mayBeNegated } from '../negated.ts'
import { sentenceOf } from '../sentence.ts'
import { nearMissesIn } from './near-misses.ts'
import type { NearMiss } from './near-miss.ts'

/** What was perhaps meant, the nearest first; `sure` leaves no doubt, and is never said of an act. */
export interface Guesses {
  readonly sure: string | null
  readonly choices: readonly string[]
}

/** More are no help. */
const mostChoices = 3

/** Guesses in several languages, the speaker's own first. Nothing here is done: a choice is a sentence that is said again. */
export function guesser(catalogues: readonly Pick<Catalogue, 'tag' | 'grammar'>[]): (said: string) => Guesses {
  const near = catalogues.map((catalogue) => nearMissesIn(catalogue))
  const isDenied = mayBeNegated(catalogues.map(({ grammar }) => grammar))
  return (said) => {
    const { text, cut } = sentenceOf(said)
    const denied = isDenied(text)
    const all = cut ? [] : near.flatMap((each, order) => each(text).map((miss) => ({ ...miss, order })))
    const each = new Map<string, NearMiss>()
    for (const miss of all.sort((a, b) => a.cost - b.cost || a.order - b.order || a.said.length - b.said.length)) {
      const key = meaningOf(miss.intent)
      if (!(denied && isAct(miss.intent)) && !each.has(key)) each.set(key, miss)
    }
    const [first, ...farther] = each.values()
    if (!first) return { sure: null, choices: [] }
    const others = farther.filter(({ cost }) => cost < first.cost + 1)
    const sure = others.length === 0 && first.slip && !isAct(first.intent)
    return {
      sure: sure ? first.said : null,
      choices: [first, ...others].slice(0, mostChoices).map((miss) => miss.said),
    }
  }
}

/** Two sentences that mean the same are one choice. */
function meaningOf(intent: Intent): string {
  return JSON.stringify(intent)
}
