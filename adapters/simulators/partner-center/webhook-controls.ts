import { z } from 'zod'
import { answer, type HttpServer } from '../../shared/http-server.ts'
import { ordered } from './control-routes.ts'
import {
  deliverySchema,
  type DeliveryOrder,
  type SimulatedDelivery,
  type SimulatedRegistration,
  type WebhookSender,
} from './webhook-sender.ts'

const registrationSchema = z.strictObject({ url: z.string(), events: z.array(z.string()) })

/** The hand behind the curtain, for events. */
export interface WebhookControls {
  /** As it stands; null where nobody registered. */
  registration(): SimulatedRegistration | null
  /** Somebody else changes it, or takes it away. */
  registerElsewhere(registration: { readonly url: string; readonly events: readonly string[] } | null): void
  /** The signature from now on travels in the other header. */
  signInOwnHeader(inOwnHeader: boolean): void
  /** Sends an event, if it was asked for: late, wrongly signed or lacking fields where told so. */
  deliver(order: DeliveryOrder): void
  /** Sends once more, byte for byte, what was delivered last. Throws where nothing was. */
  replay(): void
  /** What was sent, oldest first. */
  deliveries(): readonly SimulatedDelivery[]
}

export function webhookControlsOf(sender: WebhookSender): WebhookControls {
  return {
    registration: () => structuredClone(sender.registration),
    registerElsewhere(registration) {
      sender.registration = registration && {
        ...registration,
        inOwnHeader: false,
        modifiedAt: '2026-01-01T00:00:00.000Z',
      }
    },
    signInOwnHeader(inOwnHeader) {
      sender.registration = sender.registration && { ...sender.registration, inOwnHeader }
    },
    deliver: (order) => void sender.deliver(order),
    replay: () => sender.replay(),
    deliveries: () => sender.deliveries(),
  }
}

/** The controls over HTTP, for another process on this machine. */
export function addWebhookControlRoutes({ get, post }: HttpServer['routes'], controls: WebhookControls): void {
  get('/simulator/webhook', async (_req, res) =>
    answer(res, 200, { registration: controls.registration(), deliveries: controls.deliveries() }),
  )
  post(
    '/simulator/deliver',
    ordered(deliverySchema, (order) => controls.deliver(order)),
  )
  post(
    '/simulator/replay',
    ordered(z.strictObject({}), () => controls.replay()),
  )
  post(
    '/simulator/register-elsewhere',
    ordered(registrationSchema, (registration) => controls.registerElsewhere(registration)),
  )
}
