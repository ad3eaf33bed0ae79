import { setImmediate as pause } from 'node:timers/promises'
import { checkPolicy } from '../../adapters/policy-yaml/read-policy.ts'
import { rehearsalLines } from '../../dialogs/policy/rehearsal-lines.ts'
import { activationRefused } from '../../dialogs/policy/policy-refusals.ts'
import { plainLines } from '../../dialogs/vocabulary/plain.ts'
import { byHandDirectory } from '../../domain/customers/by-hand-directory.ts'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import { tryPolicy } from '../../domain/policy/try-policy.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Session } from './session.ts'

const mostTold = 60

/**
 * `policy rehearse [FILE] [--out FILE]`: who would be reminded, noticed, suspended or spared under it, compared with the
 * policy in force; without FILE, the edited file in the data folder. Nothing is changed by it.
 */
export async function policyRehearse(out: string | null, session: Session, open: OpenDesk): Promise<number> {
  const { desk, store, policy, languages } = open
  const proposed = await proposedBy(session, open)
  if (proposed === null) return 1
  const words = languages.best('en')
  const ledger = () => desk.ledger.current()
  const operators = byHandDirectory(open.directory, { ledger, laneOf: desk.laneOf })
  const rehearsal = await tryPolicy(proposed, { store, ledger: desk.ledger, operators, policy, now: open.now, pause })
  const lines = rehearsalLines(rehearsal, words)
  if (out !== null) {
    await session.save(`${lines.join('\n')}\n`)
    return 0
  }
  for (const line of lines.slice(0, mostTold)) session.print(line)
  if (lines.length > mostTold) session.print(words.say('rehearsal.more', { count: lines.length - mostTold }))
  return 0
}

/** The policy of the file that is named, else of the edited file in the data folder; null once told why there is none. */
async function proposedBy(session: Session, { desk, languages }: OpenDesk): Promise<CollectionsPolicy | null> {
  const { file } = session
  if (!file) {
    const outcome = await desk.policies.edited()
    if (outcome.ok) return outcome.value.policy
    for (const line of plainLines(activationRefused(outcome.refusal, languages.best('en')).parts)) session.print(line)
    session.print('Or name a policy: npm run desk -- policy rehearse FILE.yaml')
    return null
  }
  const { policy, faults } = checkPolicy(new TextDecoder().decode(file.bytes))
  if (policy !== null && faults.length === 0) return policy
  for (const fault of faults) session.print(`fault  ${fault}`)
  session.print(`${file.name} cannot be rehearsed before its faults are mended.`)
  return null
}
