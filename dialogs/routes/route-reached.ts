import type { Desk } from '../../domain/desk.ts'
import type { Route } from '../../domain/routes/route.ts'
import type { Words } from '../words/words.ts'

/** The channel of a route by its name, and whether it counts. */
export async function routeReached(
  { place, placeName: name }: Route,
  { cards }: Pick<Desk, 'cards'>,
  words: Words,
): Promise<string> {
  const address = await cards.address(place)
  if (address?.dead) return words.say('routes.lost', { name })
  return address?.outsiders ? words.say('routes.overheard', { name }) : name
}
