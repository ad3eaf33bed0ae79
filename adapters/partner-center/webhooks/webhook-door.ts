import { verify, type KeyObject } from 'node:crypto'
import type { Handler, Request } from 'restify'
import { isLane, type Lane } from '../../../domain/customers/lane.ts'
import type { Clock } from '../../../domain/shared/time.ts'
import { copyKey, type WebhookNotice } from '../../../domain/webhooks/webhook-event.ts'
import type { Received } from '../../../domain/webhooks/webhook-inbox.ts'
import { answer } from '../../shared/http-server.ts'
import { readBody, UnreadableBody } from '../../shared/request-body.ts'
import { sha256 } from '../../shared/sha256.ts'
import { readNotice } from './read-notice.ts'
import { signatureClaim, type Refusal, type SignatureClaim } from './signed-delivery.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Where the operator's events are taken. */
export const webhookPath = '/webhooks/partner-center/:lane'

/** Under the desk's public address. */
export function webhookAddress(publicUrl: string, lane: Lane): string {
  return publicUrl + webhookPath.replace(':lane', lane)
}

/** Events have five short fields. */
const largest = 64 * 1024

export type WebhookOutcome = Exclude<Received, 'out-of-time'> | Refusal | 'unreadable-body'

interface WebhookDoorParts {
  /** Whose signatures count in a lane; null where it is not configured. */
  readonly keysOf: (lane: Lane) => SigningKeys | null
  /** Resolves once the event is kept for good. */
  readonly receive: (lane: Lane, key: string, notice: WebhookNotice) => Promise<Received>
  readonly now: Clock
  /** Hears of every delivery; the lane is null where it names none of ours. */
  readonly onAnswered: (lane: Lane | null, outcome: WebhookOutcome) => void
}

/**
 * Takes signed events. A stranger learns nothing: 404 where there is no such lane, 401 to everything that is not proven,
 * without a word. What costs least is looked at first; a certificate is fetched only for a body that was read whole.
 */
export function webhookDoor({ keysOf, receive, now, onAnswered }: WebhookDoorParts): Handler {
  return async (req, res) => {
    const named = req.params['lane'] ?? ''
    const lane = isLane(named) ? named : null
    const keys = lane && keysOf(lane)
    if (!lane || !keys) return turnAway('unknown-lane', 404)
    const claim = signatureClaim(req.headers)
    if (typeof claim === 'string') return turnAway(claim)
    const body = await bodyOf(req, lane)
    const refusal = await whyNotSigned(body, claim, keys)
    if (refusal !== null) return turnAway(refusal)
    const notice = readNotice(body)
    if (notice === null) return turnAway('unreadable', 400)
    const received = await receive(lane, sha256(copyKey(lane, notice, now())), notice)
    if (received === 'out-of-time') return turnAway(received)
    onAnswered(lane, received)
    answer(res, 200)

    function turnAway(refusal: Refusal, status = 401): void {
      onAnswered(lane && keys ? lane : null, refusal)
      // Whatever is still on its way is not worth reading.
      if (!req.complete) res.setHeader('Connection', 'close')
      answer(res, status)
    }
  }

  async function bodyOf(req: Request, lane: Lane): Promise<Buffer> {
    try {
      return await readBody(req, largest)
    } catch (fault) {
      if (fault instanceof UnreadableBody) onAnswered(lane, 'unreadable-body')
      throw fault
    }
  }
}

/** Over the bytes as they came (facts/partner-center 10.2): JSON that was read and written again is another text. */
async function whyNotSigned(body: Buffer, claim: SignatureClaim, keys: SigningKeys): Promise<Refusal | null> {
  const { signatures, certificateUrl } = claim
  const fits = (key: KeyObject) => signatures.some((signature) => verify('RSA-SHA256', body, key, signature))
  const found = await keys.at(certificateUrl)
  if ('refusal' in found) return found.refusal
  if (fits(found.key)) return null
  const afresh = await keys.at(certificateUrl, true)
  if ('refusal' in afresh) return afresh.refusal
  return afresh.key !== found.key && fits(afresh.key) ? null : 'signature'
}
