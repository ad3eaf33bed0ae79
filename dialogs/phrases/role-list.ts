import type { Role } from '../../domain/staff/powers.ts'
import type { Words } from '../words/words.ts'

/** Somebody's roles, by their names. */
export function roleList(roles: readonly Role[], words: Words): string {
  return words.list(roles.map((role) => words.say(`role.${role}`)))
}
