import { webhookAddress } from '../../adapters/partner-center/webhooks/webhook-door.ts'
import { capabilities, lanes, type Lane } from '../../domain/customers/lane.ts'
import type { WebhookTrouble } from '../../domain/webhooks/lane-webhook.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, wrong, type Finding } from './finding.ts'
import { several } from './several.ts'

/** Of each configured lane whether its operator tells of events, when that was last proven, and how often it is asked. */
export async function webhookFindings(open: OpenDesk): Promise<readonly Finding[]> {
  const configured = lanes.filter((lane) => open.accessOf(lane) !== null)
  return (await Promise.all(configured.map((lane) => findingsOf(lane, open)))).flat()
}

async function findingsOf(lane: Lane, { config, desk }: OpenDesk): Promise<readonly Finding[]> {
  const { record, proven, pollEveryMs, unknown } = await desk.webhooks.road(lane)
  const polled = `its fraud feeds are asked every ${several(Math.round(pollEveryMs / 60_000), 'minute')}`
  if (capabilities[lane].webhooks !== 'yes')
    return [ok(`webhook ${lane}: none; nobody has published where its operator takes registrations`)]
  const strange = unknown.map(({ name, count, lastAt }) =>
    look(
      `webhook ${lane}: ${several(count, 'event')} of the unknown type “${name}”, the last ${minuteOf(lastAt)}; kept`,
    ),
  )
  return [standing(), ...strange]

  function standing(): Finding {
    const { registered, trouble, provenAt, taken } = record
    const { publicUrl, mode } = config
    if (mode === 'live' && publicUrl === null)
      return look(`webhook ${lane}: not registered, ${polled}; set PUBLIC_URL and the desk registers itself`)
    if (trouble?.what === 'registration')
      return wrong(`webhook ${lane}: ${told(trouble)}; ${polled}; the desk tries again every few minutes`)
    if (registered === null)
      return look(`webhook ${lane}: not registered yet, ${polled}; the desk does it by itself while it runs`)
    const elsewhere = publicUrl !== null && mode === 'live' && registered.url !== webhookAddress(publicUrl, lane)
    if (elsewhere)
      return look(`webhook ${lane}: registered for another address, ${registered.url}; restart the desk and it changes`)
    const since = provenAt === null ? 'never proven' : `last proven ${minuteOf(provenAt)}`
    const back = taken === null ? '' : `; somebody had changed it, which the desk undid ${minuteOf(taken.at)}`
    const line = `webhook ${lane}: registered for ${registered.url}, ${since}, so ${polled}${back}`
    if (trouble !== null) return wrong(`${line}; ${told(trouble)}. Check that this address can be reached from outside`)
    return proven ? ok(line) : look(`${line}; a test is on its way`)
  }
}

function told(trouble: WebhookTrouble): string {
  switch (trouble.what) {
    case 'registration': {
      const said = [trouble.kind, ...(trouble.code === null ? [] : [trouble.code])].join(', ')
      return `the operator did not let itself be asked ${minuteOf(trouble.at)} (${said})`
    }
    case 'test-refused':
      return `the operator tried, and heard ${trouble.code ?? 'nothing'} ${minuteOf(trouble.at)}`
    case 'test-unheard':
      return `the test event asked for before ${minuteOf(trouble.at)} did not arrive`
  }
}

const minuteOf = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
