import { policyReader } from '../../adapters/policy-yaml/policy-reader.ts'
import type { OpenDesk } from '../open-desk.ts'
import { policyFileName } from '../open-policy.ts'
import { look, ok, wrong, type Finding } from './finding.ts'

/** Which version of the policy rules, and whether an edited one waits to be activated. */
export async function policyFindings({ desk, config, languages }: OpenDesk): Promise<readonly Finding[]> {
  const words = languages.best('en')
  const { number, from, since, text } = desk.policies.inForce()
  const line = `policy: version ${number} since ${words.moment(since)}`
  const edited = await desk.policies.drafted()
  const faults = text === '' ? [] : policyReader.check(text).faults
  const weak =
    faults.length === 0
      ? []
      : [look(`policy: version ${number} was taken by an older desk; mend it when you edit it. ${faults.join('; ')}`)]
  if (typeof edited === 'object') {
    const what = `${policyFileName} cannot be activated: ${edited.faults.join('; ')}`
    return [wrong(`${line}; ${what}. Mend it, and see: npm run desk -- policy check`), ...weak]
  }
  if (edited === 'differs') {
    const how = 'two people activate it. In chat, say “policy activate”'
    return [look(`${line}; ${policyFileName} says something else and is not in force: ${how}`), ...weak]
  }
  if (from === 'default' && edited === 'none' && config.mode !== 'demo') {
    return [
      look(`${line}, the default; for one of your own, put ${policyFileName} into the data folder and activate it`),
    ]
  }
  return [ok(from === 'default' ? `${line}, the default` : line), ...weak]
}
