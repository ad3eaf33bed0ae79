import { rehearsedRungs, type Difference, type Rehearsal } from '../../domain/policy/rehearse.ts'
import type { Words } from '../words/words.ts'

/** What a rehearsal found, a line each: over which days, how many came to each rung, and then customer by customer. */
export function rehearsalLines(rehearsal: Rehearsal | null, words: Words): readonly string[] {
  if (rehearsal === null) return [words.say('rehearsal.nothing')]
  return [...rehearsalHead(rehearsal, words), ...rehearsal.differences.map((each) => differenceLine(each, words))]
}

/** Over which days, how many came to each rung, and whether nobody would be treated otherwise. */
export function rehearsalHead(rehearsal: Rehearsal, words: Words): readonly string[] {
  const { from, to, today, reached, differences } = rehearsal
  const days = { from: words.day(from), to: words.day(to), today: words.day(today) }
  return [
    words.say('rehearsal.days', days),
    words.say('rehearsal.notices'),
    ...rehearsedRungs.map((rung) =>
      words.say('rehearsal.reached', { rung: words.say(`stage.${rung}`), ...reached[rung] }),
    ),
    ...(differences.length === 0 ? [words.say('rehearsal.same')] : []),
  ]
}

/** One customer who would be treated otherwise. */
export function differenceLine({ name, rung: of, now, then }: Difference, words: Words): string {
  const rung = words.say(`stage.${of}`)
  if (now === null) return words.say('rehearsal.added', { name, rung, then: then === null ? '' : words.day(then) })
  if (then === null) return words.say('rehearsal.spared', { name, rung, now: words.day(now) })
  return words.say('rehearsal.moved', { name, rung, now: words.day(now), then: words.day(then) })
}
