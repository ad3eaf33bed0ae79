import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { policyReader } from '../adapters/policy-yaml/policy-reader.ts'
import { differencesOf } from '../domain/policy/policy-facts.ts'
import { openPolicyInForce, type PolicyInForce } from '../domain/policy/policy-in-force.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'
import type { Clock } from '../domain/shared/time.ts'
import type { Config } from './config.ts'

/** Where the partner's own policy is edited; it rules once two people have activated it. */
export const policyFileName = 'policy.yaml'

/** The edited file, as it lies there now; null where there is none. */
export async function draftIn(folder: string): Promise<{ readonly file: string; readonly text: string } | null> {
  try {
    return { file: policyFileName, text: await readFile(join(folder, policyFileName), 'utf8') }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
}

/**
 * The version in the store that rules. At the very first start that is the file in the folder, else the default; a file
 * that says something else later is named in the log, and rules nothing. Throws as the reader does.
 */
export async function policyInForce(parts: {
  readonly store: DeskStore
  readonly now: Clock
  readonly folder: string
  readonly mode: Config['mode']
  readonly log: Logger
}): Promise<PolicyInForce> {
  const { folder, mode, log } = parts
  const draft = await draftIn(folder)
  const opened = await openPolicyInForce({
    ...parts,
    reader: policyReader,
    first: async () => {
      if (draft) {
        // Where it is faulty it is named by its place.
        policyReader.read(draft.text, join(folder, policyFileName))
        return { from: 'file', file: policyFileName, text: draft.text }
      }
      const usual = new URL('../adapters/policy-yaml/default-policy.yaml', import.meta.url)
      return { from: 'default', file: 'default-policy.yaml', text: await readFile(usual, 'utf8') }
    },
    // Whoever tries the desk on a Saturday plays both people, and would need a third.
    adjust: (policy, { from }) => (mode === 'demo' && from === 'default' ? { ...policy, fridayBrakeHours: 0 } : policy),
  })
  const { number, file, text } = opened.version()
  log.info({ version: number, file }, 'policy in force')
  if (draft && draft.text !== text) {
    const { policy, faults } = policyReader.check(draft.text)
    if (policy === null) log.warn({ faults }, 'the edited policy cannot be read; the version in force rules on')
    else if (differencesOf(policyReader.read(text, file), policy).length > 0)
      log.warn({ version: number, file: policyFileName }, 'the edited policy is not in force: two people activate it')
  }
  return opened
}
