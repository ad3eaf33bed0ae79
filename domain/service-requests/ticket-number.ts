import { StaleWrite, type Commit, type DeskStore } from '../ports/desk-store.ts'
import type { CaseId } from '../shared/ids.ts'
import { numberOf, type ServiceRequest } from './service-request.ts'

/** As numbers are compared: nobody tells two tickets apart by large and small letters. */
export function numberKey(number: string): string {
  return number.toUpperCase()
}

/**
 * Part of the commit that gives a ticket its number: the pointer that keeps another one from getting the same at the
 * same instant, and the end of the one to a number that was wrong. Throws {@link StaleWrite} where another was faster.
 */
export async function holdNumber(store: DeskStore, next: ServiceRequest): Promise<Pick<Commit, 'save' | 'remove'>> {
  const before = (await store.get('service-request', next.id))?.value
  const [had, has] = [before, next].map((each) => keyOf(each ? numberOf(each) : null))
  if (had === has) return {}
  const old = had ? await store.get('ticket-number', had) : null
  const held = has ? await store.get('ticket-number', has) : null
  if (held && held.value.case !== next.id) throw new StaleWrite('ticket-number', held.id)
  const value = { case: next.id }
  return {
    ...(has && { save: [{ kind: 'ticket-number', id: has, value, basedOn: held?.version ?? null }] }),
    ...(old?.value.case === next.id && { remove: [{ kind: 'ticket-number', id: old.id, basedOn: old.version }] }),
  }
}

/** Whether a ticket other than this one has the number. */
export async function isHeldByAnother(store: DeskStore, number: string, id: CaseId): Promise<boolean> {
  const held = await store.get('ticket-number', numberKey(number))
  return held !== null && held.value.case !== id
}

function keyOf(number: string | null): string | null {
  return number === null ? null : numberKey(number)
}
