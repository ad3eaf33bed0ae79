import type { Address } from '../domain/cases/placed-card.ts'
import { accountKey, type Staff } from '../domain/staff/staff.ts'
import { said, type Reply } from './vocabulary/reply.ts'

/** Stands in for the name while its place in the line is looked for; no language writes it. */
const mark = '\uE000'

/**
 * A line that names somebody, and rings them where they have an account in that chat. Where the name stands is known by
 * how the line is made and never looked for in it: what else is called so stays a word.
 */
export function mentioning(compose: (name: string) => string, staff: Staff, { place, channel }: Address): Reply {
  const text = compose(staff.name)
  const [before = '', ...after] = compose(mark).split(mark)
  const home = (key: string) => key.slice(0, key.indexOf('/'))
  const account = staff.accounts.find((each) => each.channel === channel && home(accountKey(each)) === home(place))
  if (!account || after.length !== 1 || staff.name.trim() === '') return said(text)
  return said(text, { mention: { at: before.length, name: staff.name, account } })
}
