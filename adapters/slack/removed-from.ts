import type { Address } from '../../domain/cases/placed-card.ts'
import type { Removed } from './delivery.ts'
import { placeOf } from './origin.ts'

/** Which places the desk is no longer in. */
export function removedFrom(removed: Removed): (address: Address) => boolean {
  const { team } = removed
  if (removed.from === 'workspace') {
    const within = placeOf({ team, user: '', at: null })
    return ({ place }) => place.startsWith(within)
  }
  const gone = placeOf({ team, user: '', at: { channel: removed.channel, name: '', thread: null } })
  return ({ place }) => place === gone
}
