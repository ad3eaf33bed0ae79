import { checkPolicy } from '../../adapters/policy-yaml/read-policy.ts'
import type { DesklessCommand } from './session.ts'
import { several } from './several.ts'

/**
 * `policy check FILE`: every fault with its line, in plain words, and what may surprise. Exit code 1 where something must
 * be mended; nothing is changed by it.
 */
export const policyCheck: DesklessCommand = async (_args, session) => {
  const { file } = session
  const print = (line: string) => session.print(line)
  if (!file) {
    print('Name a policy: npm run desk -- policy check FILE.yaml')
    return 2
  }
  const { faults, remarks } = checkPolicy(new TextDecoder().decode(file.bytes))
  for (const fault of faults) print(`fault  ${fault}`)
  for (const remark of remarks) print(`look   ${remark}`)
  if (faults.length > 0) {
    print(`${file.name} cannot be activated: ${several(faults.length, 'fault')}.`)
    return 1
  }
  print(
    `${file.name} can be activated. What it would change is said by: npm run desk -- policy propose ${file.name} --as NAME`,
  )
  return 0
}
