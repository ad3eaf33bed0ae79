import assert from 'node:assert/strict'
import type { WebhookOutcome } from '../../adapters/partner-center/webhooks/webhook-door.ts'
import { certificatePath } from '../../adapters/simulators/partner-center/webhook-sender.ts'
import { signedBySimulator } from '../../adapters/simulators/partner-center/signing-identity.ts'
import { createHttpServer } from '../../adapters/shared/http-server.ts'
import type { Config } from '../../bot/config.ts'
import { openWebhooks } from '../../bot/open-webhooks.ts'
import { aSimulator, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { anOpenDesk } from './an-open-desk.ts'

describe('the door for events, as the desk opens it', () => {
  afterEach(stopSimulators)

  /** What comes of an event that the simulator signed, and what the log tells. */
  async function knock(mode: Config['mode'], times = 1) {
    const simulator = await aSimulator({ lane: 'china' })
    const open = await anOpenDesk()
    const outcomes: WebhookOutcome[] = []
    const logged: object[] = []
    const access = open.accessOf('china')
    assert(access)
    const handler = openWebhooks(
      {
        ...open,
        config: { ...open.config, mode },
        accessOf: (lane) => (lane === 'china' ? { ...access, api: new URL(simulator.connection.apiUrl) } : null),
      },
      {
        metrics: { webhook: (_lane, outcome) => void outcomes.push(outcome) },
        log: { info: (facts: object) => void logged.push(facts), warn: (facts: object) => void logged.push(facts) },
      },
    )
    const server = createHttpServer(
      'door',
      () => 'ref',
      () => undefined,
    )
    server.routes.post('/:lane', handler)
    const port = await server.listen(0, '127.0.0.1')
    const body = JSON.stringify({ EventName: 'test-created', ResourceUri: 'https://secret.example/' })
    for (let time = 0; time < times; time += 1)
      await fetch(`http://127.0.0.1:${port}/china`, {
        method: 'POST',
        body,
        headers: {
          Authorization: `Signature ${signedBySimulator(body)}`,
          'X-MS-Certificate-Url': `${simulator.connection.apiUrl}${certificatePath}`,
          'X-MS-Signature-Algorithm': 'rsa-sha256',
        },
      })
    await server.close()
    return { outcomes, logged }
  }

  it('believes the simulator in a demo', async () => {
    const { outcomes, logged } = await knock('demo')
    assert.deepEqual(outcomes, ['kept'])
    assert.deepEqual(logged, [{ lane: 'china', outcome: 'kept' }])
  })

  it('and never in live mode, of which the log tells once a minute', async () => {
    const { outcomes, logged } = await knock('live', 3)
    assert.deepEqual(outcomes, ['certificate-host', 'certificate-host', 'certificate-host'])
    assert.deepEqual(logged, [{ lane: 'china', outcome: 'certificate-host' }])
  })
})
