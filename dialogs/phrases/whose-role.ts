import { isSuspicion, type HoldReason } from '../../domain/holds/hold.ts'
import { powers, type Power, type Role, type Verb } from '../../domain/staff/powers.ts'
import type { Words } from '../words/words.ts'

/** The roles that may ask for it: `collector, approver, or administrator`. */
export function rolesToAsk(verb: Verb, words: Words): string {
  const { asks }: Power = powers[verb]
  return oneOf(asks, words)
}

/** Why somebody may not ask for it, and whose role allows it: read from the one table, so it stays true. */
export function mayNotAsk(verb: Verb, why: string, words: Words): string {
  const { asks }: Power = powers[verb]
  return withRoles(why, asks, words)
}

/** The same for saying yes or no to it. */
export function mayNotDecide(verb: Verb, why: string, words: Words): string {
  const { approves = [] }: Power = powers[verb]
  return withRoles(why, approves, words)
}

function withRoles(why: string, roles: readonly Role[], words: Words): string {
  return words.sentences([why, words.say('refusal.takes-role', { roles: oneOf(roles, words) })])
}

function oneOf(roles: readonly Role[], words: Words): string {
  return words.either(roles.map((role) => words.say(`role.${role}`)))
}

/** Who may lift a hold instead. */
export function mayNotLift(reason: HoldReason, words: Words): string {
  const hold = { reason: words.say(`hold.${reason}`) }
  if (isSuspicion(reason)) return words.say('refusal.may-not-lift-suspicion', hold)
  return mayNotAsk(`resume from ${reason}`, words.say('refusal.may-not-resume', hold), words)
}
