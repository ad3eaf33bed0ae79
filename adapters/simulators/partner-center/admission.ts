import type { Handle, ApiCall } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal } from './wire-answer.ts'

export const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Lets a call in whose token, rate and headers are in order (facts/partner-center 3.3, 4.1, 4.6). */
export function admitted(simulation: Simulation, mayAppOnly: () => boolean, handle: Handle): Handle {
  return (call) => {
    const { tokens, throttle, switches } = simulation
    const now = simulation.now()
    const bearer = tokens.bearer(call.header('Authorization'), now)
    const tooMany = throttle.admit(switches.requestsPerMinute, now)
    if (tooMany !== null) return tooMany
    if (bearer.kind === 'app' && !mayAppOnly())
      throw new OperatorRefusal(403, 900329, 'This call wants a token of the app and a user.')
    checkHeaders(call, switches.contractVersion === 'required')
    if (switches.standing !== 'sound') throw ourTrouble[switches.standing]
    return handle(call)
  }
}

/** The partner's own standing (facts/partner-center 6.6). */
const ourTrouble = {
  'programme-inactive': new OperatorRefusal(403, 800039, 'The reseller programme is not active.'),
  'role-missing': new OperatorRefusal(403, 900308, 'Insufficient privileges to complete the operation.'),
  'blocked-by-policy': new OperatorRefusal(403, 900309, 'Access has been blocked by Conditional Access policies.'),
} as const

/** Gives a request that was answered before its answer again, whatever it asks now (4.1): one id, one act. */
export function remembered(simulation: Simulation, answerOnce: Handle): Handle {
  return (call) => {
    const { world, switches } = simulation
    const id = call.header('MS-RequestId')?.toLowerCase()
    if (id === undefined || switches.requestMemory === 'none') return answerOnce(call)
    const before = world.answers[id]
    if (before !== undefined) return { ...before, replayed: true }
    const answer = answerOnce(call)
    if (answer.status < 300 || switches.requestMemory === 'every-answer') world.answers[id] = structuredClone(answer)
    return answer
  }
}

function checkHeaders(call: ApiCall, contractVersion: boolean): void {
  const malformed = (name: string) => new OperatorRefusal(400, 800002, `${name} is missing or malformed.`)
  for (const name of ['MS-RequestId', 'MS-CorrelationId'])
    if (!guid.test(call.header(name) ?? '')) throw malformed(name)
  if (contractVersion && call.header('MS-Contract-Version') !== 'v1') throw malformed('MS-Contract-Version')
  if (!/\bapplication\/json\b/.test(call.header('Accept') ?? '')) throw malformed('Accept')
}
