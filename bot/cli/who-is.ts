import type { Staff } from '../../domain/staff/staff.ts'
import type { OpenDesk } from '../open-desk.ts'

/** By id, or by a name that only one person has; else a sentence that says what to type behind `option`. */
export async function whoIs(said: string, option: '--as' | '--for', { desk }: OpenDesk): Promise<Staff | string> {
  const everybody = await desk.staff.all()
  const named = everybody.filter(({ name }) => name.toLowerCase() === said.toLowerCase())
  const [found, ...others] = everybody.filter(({ id }) => id === said).concat(named)
  if (found === undefined) return `Nobody at this desk is called ${said}.`
  if (found.id === said || others.length === 0) return found
  const each = named.map(({ id, roles }) => `${option} ${id} (${roles.join(', ') || 'no role'})`)
  return `${named.length} people at this desk are called ${said}. Say which one: ${each.join(' or ')}.`
}
