import fc from 'fast-check'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { harbor, seats } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, intent, scriptedFetch } from './a-lane.ts'

const text = fc.oneof(
  fc.json(),
  fc.string(),
  // Nearly right: the shapes the client looks for, with anything inside.
  fc
    .record({ id: fc.constant(seats), status: fc.jsonValue(), attributes: fc.jsonValue() })
    .map((it) => JSON.stringify(it)),
  fc
    .record({ items: fc.jsonValue(), links: fc.jsonValue(), continuationToken: fc.jsonValue() })
    .map((it) => JSON.stringify(it)),
  fc.record({ code: fc.jsonValue(), description: fc.jsonValue() }).map((it) => JSON.stringify(it)),
)
const status = fc.constantFrom(200, 201, 202, 302, 400, 401, 403, 404, 409, 429, 500)

describe('whatever the operator answers', () => {
  for (const [what, ask] of [
    ['customers', async (lane) => void (await Array.fromAsync(lane.customers()))],
    ['subscriptions', async (lane) => void (await lane.subscriptions(harbor))],
    ['one subscription', async (lane) => void (await lane.subscription(harbor, seats))],
    ['suspension', async (lane) => void (await lane.suspend(harbor, seats, intent))],
  ] as const satisfies readonly (readonly [
    string,
    (lane: ReturnType<typeof openPartnerCenterLane>) => Promise<void>,
  ])[])
    it(`asking for ${what} ends in an answer or in a fault of the outside`, () =>
      fc.assert(
        fc.asyncProperty(status, text, async (code, body) => {
          const { fetch } = scriptedFetch(() => new Response(body, { status: code }))
          const lane = openPartnerCenterLane(aConfig, instantDeps({ fetch, timings: { retryWaitsMs: [] } }).deps)
          await ask(lane).catch((thrown: unknown) => {
            if (!(thrown instanceof OutsideFault)) throw thrown
          })
        }),
      ))
})
