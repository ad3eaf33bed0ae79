import type { RouteOnly } from '../../domain/routes/route.ts'
import { joint } from '../words/joint.ts'
import type { Words } from '../words/words.ts'

/**
 * Which fraud alerts a channel was chosen for, in words: “fraud, Contoso, high or above, 21Vianet, 22:00 to 06:00”;
 * `customer` is the name of the one it is for.
 */
export function narrowingText(only: RouteOnly | null, customer: string | null, words: Words): string {
  const { lane = null, severity = null, hours = null } = only ?? {}
  const parts = [
    words.say('route.fraud'),
    ...(customer === null ? [] : [customer]),
    ...(severity === null ? [] : [words.say(`routes.at-least.${severity}`)]),
    ...(lane === null ? [] : [words.say(`lane.${lane}`)]),
    ...(hours === null ? [] : [words.say('routes.hours', { from: clock(hours.from), to: clock(hours.to) })]),
  ]
  return parts.join(joint(words.grammar, 'parts'))
}

/** Minutes after midnight as a clock shows them: `22:00`. */
export function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
