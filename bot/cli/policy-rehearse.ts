import { setImmediate as soon } from 'node:timers/promises'
import { checkPolicy } from '../../adapters/policy-yaml/read-policy.ts'
import { rehearsalLines } from '../../dialogs/policy/rehearsal-lines.ts'
import { byHandDirectory } from '../../domain/customers/by-hand-directory.ts'
import { rehearse } from '../../domain/policy/rehearse.ts'
import type { LedgerOfDay } from '../../domain/receivables/past-ledgers.ts'
import { addDays, dayAt } from '../../domain/shared/time.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Session } from './session.ts'

/** How many days are lived, before today and after. */
const lived = { back: 90, ahead: 30 }
const mostTold = 60

/**
 * `policy rehearse FILE [--out FILE]`: who would be reminded, noticed, suspended or spared under it, compared with the
 * policy in force. Nothing is changed by it.
 */
export async function policyRehearse(out: string | null, session: Session, open: OpenDesk): Promise<number> {
  const { file } = session
  const { desk, store, policy, languages } = open
  if (!file) {
    session.print('Name a policy: npm run desk -- policy rehearse FILE.yaml')
    return 2
  }
  const { policy: proposed, faults } = checkPolicy(new TextDecoder().decode(file.bytes))
  if (proposed === null || faults.length > 0) {
    for (const fault of faults) session.print(`fault  ${fault}`)
    session.print(`${file.name} cannot be rehearsed before its faults are mended.`)
    return 1
  }
  const words = languages.best('en')
  const today = dayAt(open.now(), policy.calendar.timeZone)
  const ledger = () => desk.ledger.current()
  const values = async <K extends 'match' | 'final-notice' | 'agreement'>(kind: K) =>
    (await store.list(kind)).map(({ value }) => value)
  const [confirmed, notices, agreements] = [
    await values('match'),
    await values('final-notice'),
    await values('agreement'),
  ]
  const days = desk.ledger.past(addDays(today, -lived.back), addDays(today, lived.ahead))
  const rehearsal = await rehearse(unhurried(days), {
    now: { ...policy },
    then: proposed,
    today,
    operators: byHandDirectory(open.directory, { ledger, laneOf: desk.laneOf }).customers(),
    confirmed,
    notices,
    agreements,
  })
  const lines = rehearsalLines(rehearsal, words)
  if (out !== null) {
    await session.save(`${lines.join('\n')}\n`)
    return 0
  }
  for (const line of lines.slice(0, mostTold)) session.print(line)
  if (lines.length > mostTold) session.print(words.say('rehearsal.more', { count: lines.length - mostTold }))
  return 0
}

/** Lets a desk that runs do other things between two days. */
async function* unhurried(days: AsyncIterable<LedgerOfDay>): AsyncGenerator<LedgerOfDay> {
  for await (const day of days) {
    yield day
    await soon()
  }
}
