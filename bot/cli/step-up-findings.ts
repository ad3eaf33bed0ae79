import type { Role } from '../../domain/staff/powers.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, type Finding } from './finding.ts'
import { several } from './several.ts'

const enrol = 'npm run desk -- totp enrol --for NAME'

/** Whether those can give a code of whom the policy asks one; nothing where it asks nobody. */
export async function stepUpFindings({ desk, policy }: OpenDesk): Promise<readonly Finding[]> {
  if (policy.stepUp === null && policy.breakGlass === null) return []
  const enrolled = new Set((await desk.secondFactors.enrolled()).map(({ staff }) => staff))
  const able = (await desk.staff.all()).filter(({ id }) => enrolled.has(id))
  const withRole = (role: Role) => able.filter(({ roles }) => roles.includes(role)).length
  return [
    ...(policy.stepUp === null ? [] : [approversFinding(withRole('approver'))]),
    ...(policy.breakGlass === null ? [] : [leadsFinding(withRole('fraud-lead'))]),
  ]
}

function approversFinding(count: number): Finding {
  return count === 0
    ? look(`step-up: no approver has an authenticator app, so what is above its limits cannot be approved; ${enrol}`)
    : ok(`step-up: ${several(count, 'approver')} with an authenticator app`)
}

function leadsFinding(count: number): Finding {
  return count === 0
    ? look(`break-glass: no fraud lead has an authenticator app, so nobody can break it; ${enrol}`)
    : ok(`break-glass: ${several(count, 'fraud lead')} with an authenticator app`)
}
