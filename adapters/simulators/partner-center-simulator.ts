import type { Lane } from '../../domain/customers/lane.ts'
import type { NewId } from '../../domain/shared/ids.ts'
import { later, type Clock } from '../../domain/shared/time.ts'
import { loopbackGuard } from '../shared/host-guard.ts'
import { createHttpServer, type OnFailure } from '../shared/http-server.ts'
import { addAzureRoutes } from './partner-center/azure-routes.ts'
import { addControlRoutes } from './partner-center/control-routes.ts'
import { controlsOf, type Controls } from './partner-center/controls.ts'
import { addCustomerFactRoutes } from './partner-center/customer-fact-routes.ts'
import { addCustomerRoutes } from './partner-center/customer-routes.ts'
import { openFaults } from './partner-center/faults.ts'
import { addFraudEventRoutes } from './partner-center/fraud-event-routes.ts'
import { letFraudCome } from './partner-center/fraud-incident.ts'
import { addGraphRoutes } from './partner-center/graph-routes.ts'
import { addInvoiceRoutes } from './partner-center/invoice-routes.ts'
import { simulatorSeed, type SimulatorSeed } from './partner-center/seed.ts'
import { addSubscriptionRoutes } from './partner-center/subscription-routes.ts'
import { served } from './partner-center/serve.ts'
import type { Simulation } from './partner-center/simulation.ts'
import { switchesSchema, type SwitchChange } from './partner-center/switches.ts'
import { addTicket } from './partner-center/keep-tickets.ts'
import { openThrottle } from './partner-center/throttle.ts'
import {
  addTicketControlRoutes,
  letAnswersCome,
  ticketControlsOf,
  type TicketControls,
} from './partner-center/ticket-controls.ts'
import { addTicketRoutes } from './partner-center/ticket-routes.ts'
import { addUsageRoutes } from './partner-center/usage-routes.ts'
import { openTokenDesk, type PartnerAccount } from './partner-center/tokens.ts'
import { addWebhookControlRoutes, webhookControlsOf, type WebhookControls } from './partner-center/webhook-controls.ts'
import { addWebhookRoutes } from './partner-center/webhook-routes.ts'
import { openWebhookSender } from './partner-center/webhook-sender.ts'
import { addCustomer, emptyWorld, loadWorld, saveWorld } from './partner-center/world.ts'

export interface SimulatorOptions {
  readonly lane: Lane
  readonly seed: SimulatorSeed
  readonly now: Clock
  readonly newId: NewId
  /** 0 or left out picks a free one. */
  readonly port?: number
  readonly switches?: SwitchChange
  /** Keeps the operator's world here; a world found here goes before the seed. */
  readonly file?: string
  /** Hears of mistakes of the simulation itself. */
  readonly onFailure?: OnFailure
}

export interface PartnerCenterSimulator extends Controls, WebhookControls, TicketControls {
  readonly lane: Lane
  readonly port: number
  /** What a client needs to sign in and call. */
  readonly connection: PartnerAccount & {
    readonly apiUrl: string
    readonly loginUrl: string
    readonly graphUrl: string
  }
  /** Breaks off what is held, lets the rest finish and stops listening. */
  close(): Promise<void>
}

/** One lane's operator on this machine, over real HTTP on 127.0.0.1. */
export async function startPartnerCenterSimulator(options: SimulatorOptions): Promise<PartnerCenterSimulator> {
  const { lane, now, newId, file, port: wantedPort = 0, onFailure = () => undefined } = options
  const { partner, customers, tickets, invoices } = simulatorSeed.parse(options.seed)
  const account: PartnerAccount = accountOf(lane, partner)
  const kept = file === undefined ? null : loadWorld(file)
  const world = kept ?? emptyWorld()
  const simulation: Simulation = {
    lane,
    world,
    faults: openFaults(),
    throttle: openThrottle(),
    tokens: openTokenDesk(lane, account, () => simulation.switches, newId),
    newId,
    switches: switchesSchema.parse(options.switches ?? {}),
    now: () => later(now(), world.aheadMs),
    save: () => (file === undefined ? undefined : saveWorld(file, world)),
    hanging: new Set(),
    fraudListeners: new Set(),
  }
  if (kept === null) {
    for (const customer of customers) addCustomer(world, customer, simulation.now())
    for (const ticket of tickets) addTicket(world, lane, ticket)
    world.invoices.push(...invoices)
  }
  simulation.save()

  const server = createHttpServer(`simulated-${lane}`, newId, onFailure, { guard: loopbackGuard })
  const controls = controlsOf(simulation)
  server.routes.post(
    '/:tenant/oauth2/token',
    served(simulation, ({ params, body }) =>
      simulation.tokens.issue(params['tenant'] ?? '', new URLSearchParams(body.toString()), simulation.now()),
    ),
  )
  addCustomerRoutes(server.routes, simulation)
  addSubscriptionRoutes(server.routes, simulation)
  addAzureRoutes(server.routes, simulation)
  addCustomerFactRoutes(server.routes, simulation)
  addFraudEventRoutes(server.routes, simulation)
  addGraphRoutes(server.routes, simulation)
  addUsageRoutes(server.routes, simulation)
  addInvoiceRoutes(server.routes, simulation)
  addTicketRoutes(server.routes, simulation)
  const sender = openWebhookSender(simulation)
  const webhooks = webhookControlsOf(sender)
  // 10.3: the one fast signal of fraud; its ResourceUri is a query of the feed, and it has no ResourceName.
  controls.onFraudEvent(() => {
    const resourceUri = 'https://api.partnercenter.microsoft.com/v1/fraudEvents?EventStatus=Active'
    webhooks.deliver({ event: 'azure-fraud-event-detected', resourceUri, without: ['ResourceName'] })
  })
  addWebhookRoutes(server.routes, simulation, sender)
  const ofTickets = ticketControlsOf(simulation)
  addControlRoutes(server.routes, controls)
  addTicketControlRoutes(server.routes, ofTickets)
  addWebhookControlRoutes(server.routes, webhooks)
  const port = await server.listen(wantedPort, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  // A storm goes on also while nobody calls.
  const clockwork = setInterval(() => {
    letFraudCome(simulation)
    letAnswersCome(simulation)
  }, 200).unref()
  sender.origin = url

  return {
    ...controls,
    ...webhooks,
    ...ofTickets,
    lane,
    port,
    connection: { ...account, apiUrl: url, loginUrl: url, graphUrl: `${url}/graph` },
    async close() {
      clearInterval(clockwork)
      for (const breakOff of simulation.hanging) breakOff()
      await sender.close()
      await server.close()
      simulation.save()
    },
  }
}

function accountOf(lane: Lane, given: SimulatorSeed['partner']): PartnerAccount {
  const { tenantId, clientId, clientSecret, refreshToken } = given ?? {}
  return {
    tenantId: tenantId ?? `partner-${lane}`,
    clientId: clientId ?? `desk-${lane}`,
    clientSecret: clientSecret ?? `simulated-secret-${lane}`,
    refreshToken: refreshToken ?? `simulated-consent-${lane}`,
  }
}
