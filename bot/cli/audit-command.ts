import { sha256 } from '../../adapters/shared/sha256.ts'
import { several } from './several.ts'
import { verifyChain } from '../../domain/audit/audit-entry.ts'
import type { Command } from './session.ts'

/** `audit verify`: names the first entry that was changed, removed or put in. Exit code 1 where one was. */
export const auditCommand: Command = async ([verb], session, { store }) => {
  if (verb !== 'verify') {
    session.print('Say: audit verify')
    return 2
  }
  const { entries, head, broken } = await verifyChain(store.auditTrail(), sha256)
  if (broken === null) {
    session.print(`The audit is whole: ${several(entries, 'entry', 'entries')}, head ${head.slice(0, 16)}.`)
    return 0
  }
  const what = {
    missing: 'is missing, or stands in the wrong place',
    changed: 'was changed after it was written',
    'not-chained': 'does not follow from the entry before it',
  }[broken.fault]
  const before =
    entries === 0 ? '' : entries === 1 ? ' The entry before it holds.' : ` The ${entries} entries before it hold.`
  session.print(`The audit is broken: entry ${broken.seq} ${what}.${before}`)
  return 1
}
