import { z } from 'zod'
import { later, msOf, type Instant } from '../../../domain/shared/time.ts'
import { signedBySimulator } from './signing-identity.ts'
import type { Simulation } from './simulation.ts'

/** Where the partner wants to be told, and of what; one per account (facts/partner-center 10.1). */
export interface SimulatedRegistration {
  readonly url: string
  readonly events: readonly string[]
  /** The signature then travels in `x-ms-signature`. */
  readonly inOwnHeader: boolean
  readonly modifiedAt: Instant
}

/** One event on its way: attempted ten times, then queued, and nothing is sent again (10.2). */
export interface SimulatedDelivery {
  readonly event: string
  readonly correlation: string
  readonly attempts: readonly { readonly at: Instant; readonly status: number | null }[]
  readonly state: 'under-way' | 'delivered' | 'queued'
}

export const deliverySchema = z.strictObject({
  event: z.string().min(1),
  customer: z.string().optional(),
  subscription: z.string().optional(),
  /** In place of what is made of the customer and the subscription. */
  resourceUri: z.string().optional(),
  /** How long ago it changed: up to 48 h late is as documented (10.3). */
  agedMs: z.number().nonnegative().default(0),
  /** As a stranger would. */
  signature: z.enum(['right', 'wrong', 'none']).default('right'),
  /** Fields that are left out. */
  without: z.array(z.enum(['ResourceUri', 'ResourceName', 'AuditUri', 'ResourceChangeUtcDate'])).default([]),
  /** Sent although nobody asked to be told of it. */
  unasked: z.boolean().default(false),
})
export type DeliveryOrder = z.input<typeof deliverySchema>

/** 10.2 */
const mostAttempts = 10
const attemptMs = 10_000

interface Parcel {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Sends events to whoever registered, signed with the simulator's own certificate. */
export interface WebhookSender {
  registration: SimulatedRegistration | null
  /** Where this simulator answers. */
  origin: string
  /** Sends an event where it was asked for; answers how to find it again, or null where it was not. */
  deliver(order: DeliveryOrder): string | null
  /** Sends once more, byte for byte, what was delivered last. Throws where nothing was. */
  replay(): void
  deliveries(): readonly SimulatedDelivery[]
  close(): Promise<void>
}

export function openWebhookSender(simulation: Simulation): WebhookSender {
  const all: { -readonly [K in keyof SimulatedDelivery]: SimulatedDelivery[K] }[] = []
  const underWay = new Set<Promise<void>>()
  const closing = new AbortController()
  let last: Parcel | null = null
  const sender: WebhookSender = {
    registration: null,
    origin: '',
    deliver(order) {
      const { event, unasked, ...asked } = deliverySchema.parse(order)
      const { registration } = sender
      if (registration === null) return null
      const wanted = registration.events.some((each) => each.toLowerCase() === event.toLowerCase())
      if (!wanted && !unasked) return null
      const parcel = packed(registration, event, asked)
      const delivery = { event, correlation: simulation.newId(), attempts: [], state: 'under-way' as const }
      all.push(delivery)
      track(send(parcel, delivery.correlation, asked.signature === 'right' ? mostAttempts : 1))
      return delivery.correlation
    },
    replay() {
      if (last === null) throw new Error('nothing was delivered yet')
      const correlation = simulation.newId()
      all.push({ event: 'replay', correlation, attempts: [], state: 'under-way' })
      track(send(last, correlation, 1))
    },
    deliveries: () => structuredClone(all),
    async close() {
      closing.abort()
      await Promise.all(underWay)
    },
  }
  return sender

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }

  function packed(
    { url, inOwnHeader }: SimulatedRegistration,
    event: string,
    order: Omit<z.output<typeof deliverySchema>, 'event' | 'unasked'>,
  ): Parcel {
    const { customer, subscription, resourceUri, agedMs, signature, without } = order
    const { switches } = simulation
    const api = 'https://api.partnercenter.microsoft.com'
    // The documented form names `/webhooks` before what lives elsewhere (10.2).
    const about = [
      ...(customer ? ['customers', customer] : []),
      ...(subscription ? ['subscriptions', subscription] : []),
    ]
    const fields = {
      EventName: event,
      ResourceUri: resourceUri ?? `${api}/webhooks/v1/${about.join('/') || 'registration/test'}`,
      ResourceName: event.split('-')[0] ?? event,
      [switches.auditField]: `${api}/auditactivity/v1/auditrecords/${simulation.newId()}`,
      ResourceChangeUtcDate: later(simulation.now(), -agedMs).replace('Z', '0000+00:00'),
    }
    const left: readonly string[] = without.map((name) => (name === 'AuditUri' ? switches.auditField : name))
    const named = Object.entries(fields)
      .filter(([name]) => !left.includes(name))
      .map(([name, value]) => [switches.eventFields === 'camel' ? uncapitalised(name) : name, value] as const)
    const body = JSON.stringify(Object.fromEntries(named), null, 2)
    const signed = signedBySimulator(signature === 'wrong' ? `${body} ` : body)
    return {
      url,
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(signature !== 'none' &&
          (inOwnHeader ? { 'x-ms-signature': signed } : { Authorization: `Signature ${signed}` })),
        'X-MS-Certificate-Url': `${sender.origin}${certificatePath}`,
        'X-MS-Signature-Algorithm': 'rsa-sha256',
      },
    }
  }

  async function send(parcel: Parcel, correlation: string, most: number): Promise<void> {
    const delivery = all.find((each) => each.correlation === correlation)
    if (delivery === undefined) return
    for (let attempt = 1; attempt <= most && !closing.signal.aborted; attempt += 1) {
      const status = await post(parcel)
      delivery.attempts = [...delivery.attempts, { at: simulation.now(), status }]
      if (status !== null && status >= 200 && status <= 299) {
        last = parcel
        delivery.state = 'delivered'
        return
      }
      if (attempt < most) await pause(simulation.switches.deliveryPauseMs)
    }
    delivery.state = 'queued'
  }

  async function post({ url, body, headers }: Parcel): Promise<number | null> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(attemptMs), closing.signal])
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal })
      await response.arrayBuffer()
      return response.status
    } catch {
      return null
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

/** Where the simulator serves its certificate. */
export const certificatePath = '/simulator/certificates/notifications.cer'

const uncapitalised = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** Whether a moment is no longer ago than so many ms. */
export function isWithin(at: Instant, ms: number, now: Instant): boolean {
  return msOf(now) - msOf(at) < ms
}
