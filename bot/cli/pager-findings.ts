import type { PagerWay } from '../../domain/paging/pager-call.ts'
import type { Pager } from '../../domain/ports/pager.ts'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'

const tryIt = 'npm run desk -- doctor --page'

/** Whether whoever is on duty could be called, as far as that shows without calling; and who watches the desk. */
export async function pagerFindings({ desk, config }: OpenDesk): Promise<readonly Finding[]> {
  const { pagers } = desk.paging
  const nobody = 'pager: none, so nobody is called where no chat reaches anybody; set SMTP_URL or DESK_PAGER_URL'
  return [
    ...(pagers.length > 0
      ? await Promise.all(pagers.map(finding))
      : [config.mode === 'demo' ? ok(nobody) : look(nobody)]),
    watched(config.pager.heartbeatUrl !== null, config.mode),
  ]
}

/** Calls whoever is on duty, as a test, and says of each way what came of it. */
export async function pagerTest({ desk }: OpenDesk, by: string): Promise<readonly Finding[]> {
  const tried = await desk.paging.test(by)
  return tried.map(({ way, came }) => {
    if (came instanceof OutsideFault) return failed(way, came)
    const line = `pager test: the ${names[way]} was taken${way === 'mail' ? ` for ${came.taken} of ${came.taken + came.refused} addresses` : ''}`
    return came.refused === 0 ? ok(line) : wrong(`${line}; see which address in DESK_PAGER_MAIL is refused`)
  })
}

async function finding(pager: Pager): Promise<Finding> {
  const { way } = pager
  try {
    const answers = await pager.looks()
    return answers === null
      ? ok(`pager: ${names[way]} set up; to try it, ${tryIt}`)
      : ok(`pager: the ${names[way]} server answers; to see one arrive, ${tryIt}`)
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return failed(way, fault)
  }
}

function failed(way: PagerWay, fault: OutsideFault): Finding {
  return wrong(`pager: ${names[way]}: ${saidBy(fault)}; ${remedies[way][fault.facts.kind]}`)
}

function watched(isWatched: boolean, mode: OpenDesk['config']['mode']): Finding {
  if (isWatched) return ok('heartbeat: sent each minute while the desk works')
  const line = 'heartbeat: none, so nobody outside notices a dead desk; set DESK_HEARTBEAT_URL'
  return mode === 'demo' ? ok(line) : look(line)
}

const names: Readonly<Record<PagerWay, string>> = { mail: 'mail', webhook: 'webhook' }

const mailKnown = {
  unauthorised: 'check user and password in SMTP_URL',
  refused:
    'check the addresses in DESK_MAIL_FROM and DESK_PAGER_MAIL; or the server does not encrypt as SMTP_URL says (smtp or smtps), or shows a certificate that nobody vouches for',
  unreachable: 'check host and port in SMTP_URL and the network, then try again',
}
const webhookKnown = {
  unauthorised: 'check that the receiver has the secret in DESK_PAGER_SECRET',
  refused: 'check the address in DESK_PAGER_URL; a redirect is not followed',
  unreachable: 'check the address in DESK_PAGER_URL and the network, then try again',
}
const remedies: Readonly<Record<PagerWay, Readonly<Record<FaultKind, string>>>> = {
  mail: { ...mailKnown, throttled: mailKnown.unreachable, busy: mailKnown.unreachable, 'not-found': mailKnown.refused },
  webhook: {
    ...webhookKnown,
    throttled: 'the receiver is asked too often; try again in some minutes',
    busy: webhookKnown.unreachable,
    'not-found': webhookKnown.refused,
  },
}
