import type { DeskStore } from '../ports/desk-store.ts'
import { accountIn, type Chats } from '../staff/chats.ts'
import { mayAsk } from '../staff/powers.ts'
import { staffNamed } from '../staff/staff-named.ts'
import type { Staff } from '../staff/staff.ts'

/** Reads who works here, and tells whom a written name means: only those who may look after customers. */
export async function colleagues({
  store,
  chats,
}: {
  readonly store: Pick<DeskStore, 'list'>
  readonly chats: Pick<Chats, 'root'>
}): Promise<(name: string) => Staff | null> {
  const everybody = (await store.list('staff')).map(({ value }) => value)
  const named = staffNamed(everybody.filter((one) => accountIn(one, chats.root) !== null))
  return (name) => {
    const one = named(name)
    return one !== null && mayAsk(one.roles, 'see customer') ? one : null
  }
}
