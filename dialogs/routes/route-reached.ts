import type { Address } from '../../domain/cases/placed-card.ts'
import type { Route } from '../../domain/routes/route.ts'
import type { Talk } from '../talk.ts'

type Shower = Pick<Talk, 'words' | 'languages'>

/** The channel of a route by its name, with its own language where one was chosen, and whether it counts. */
export async function routeReached(
  { place, placeName: name }: Pick<Route, 'place' | 'placeName'>,
  { desk, words, languages }: Shower & Pick<Talk, 'desk'>,
): Promise<string> {
  const address = await desk.cards.address(place)
  if (address?.dead) return words.say('routes.lost', { name })
  return address?.outsiders
    ? words.say('routes.overheard', { name })
    : withLanguage(name, address, { words, languages })
}

/** `#collections (繁體中文)`; the name alone where nobody chose a language for it. */
export function withLanguage(name: string, address: Address | null, { words, languages }: Shower): string {
  const chosen = languages.find(({ tag }) => tag === address?.language)
  return chosen ? words.say('routes.in-language', { name, language: chosen.name }) : name
}
