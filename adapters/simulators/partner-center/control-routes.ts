import type { Handler } from 'restify'
import { z } from 'zod'
import { answer, type HttpServer } from '../../shared/http-server.ts'
import { readJsonObject } from '../../shared/request-body.ts'
import { flipAzureSchema, flipSchema, type Controls } from './controls.ts'
import { faultSchema } from './faults.ts'
import { againSchema, raiseSchema, resolveSchema, stormSchema } from './fraud-orders.ts'
import { customerCondition, seedCustomer } from './seed.ts'
import { payOrder, seedInvoice } from './simulated-invoice.ts'
import { switchChange } from './switches.ts'

const conditionOrder = z.strictObject({ customer: z.string(), condition: customerCondition })

/** The controls over HTTP, for another process on this machine. */
export function addControlRoutes({ get, post, del }: HttpServer['routes'], controls: Controls): void {
  get('/simulator/log', async (_req, res) => answer(res, 200, { entries: controls.log() }))
  get('/simulator/subscriptions', async (_req, res) => answer(res, 200, { subscriptions: controls.subscriptions() }))
  post(
    '/simulator/faults',
    ordered(faultSchema, (fault) => controls.fault(fault)),
  )
  del('/simulator/faults', async (_req, res) => {
    controls.clearFaults()
    answer(res, 204)
  })
  post(
    '/simulator/switches',
    ordered(switchChange, (change) => controls.set(change)),
  )
  post(
    '/simulator/flip',
    ordered(flipSchema, (flip) => controls.flip(flip)),
  )
  get('/simulator/azure', async (_req, res) => answer(res, 200, { azure: controls.azure() }))
  post(
    '/simulator/flip-azure',
    ordered(flipAzureSchema, (flip) => controls.flipAzure(flip)),
  )
  get('/simulator/fraud', async (_req, res) => answer(res, 200, { fraud: controls.fraud() }))
  post(
    '/simulator/fraud',
    ordered(raiseSchema, (order) => controls.raiseFraud(order)),
  )
  post(
    '/simulator/fraud-again',
    ordered(againSchema, (order) => controls.seeFraudAgain(order)),
  )
  post(
    '/simulator/fraud-storm',
    ordered(stormSchema, (order) => controls.fraudStorm(order)),
  )
  post(
    '/simulator/resolve-fraud',
    ordered(resolveSchema, (order) => controls.resolveFraud(order)),
  )
  post(
    '/simulator/invoices',
    ordered(seedInvoice, (order) => controls.invoice(order)),
  )
  post(
    '/simulator/pay-invoice',
    ordered(payOrder, ({ id, amount }) => controls.payInvoice(id, amount)),
  )
  post(
    '/simulator/use-azure',
    ordered(z.strictObject({ customer: z.string(), amount: z.number() }), ({ customer, amount }) =>
      controls.useAzure(customer, amount),
    ),
  )
  get('/simulator/budgets', async (_req, res) => answer(res, 200, { budgets: controls.budgets() }))
  post(
    '/simulator/customers',
    ordered(seedCustomer, (customer) => controls.add(customer)),
  )
  post(
    '/simulator/condition',
    ordered(conditionOrder, ({ customer, condition }) => controls.condition(customer, condition)),
  )
  post(
    '/simulator/advance',
    ordered(z.strictObject({ ms: z.number().int().nonnegative() }), ({ ms }) => controls.advance(ms)),
  )
  get('/simulator/now', async (_req, res) => answer(res, 200, { now: controls.now() }))
  post(
    '/simulator/revoke-tokens',
    ordered(z.strictObject({}), () => controls.revokeTokens()),
  )
  post(
    '/simulator/consent',
    ordered(z.strictObject({ refreshToken: z.string().min(1) }), ({ refreshToken }) => controls.consent(refreshToken)),
  )
}

/** A control that takes an order, as a JSON object, with the id in its path, and answers what comes of it, if anything. */
export function ordered<Schema extends z.ZodType>(
  schema: Schema,
  carryOut: (order: z.output<Schema>, id: string) => object | void,
): Handler {
  return async (req, res) => {
    const order = schema.safeParse(await readJsonObject(req, 1_000_000))
    if (!order.success) return answer(res, 400, { error: z.prettifyError(order.error) })
    try {
      const done = carryOut(order.data, String(req.params?.['id'] ?? ''))
      answer(res, done === undefined ? 204 : 200, done ?? undefined)
    } catch (cause) {
      return answer(res, 409, { error: cause instanceof Error ? cause.message : 'refused' })
    }
  }
}
