import { ConnectorFactory, type ConnectorClient } from 'botframework-connector'
import type { TrustsServiceUrl } from './teams-cloud.ts'

/** Longer than Teams ever takes when well; two of them still fit into the 15 s that a turn has. */
const timeLimitMs = 6_000

interface Pipeline {
  removePolicy(policy: { readonly name: string }): readonly unknown[]
  addPolicy(policy: {
    readonly name: string
    sendRequest(request: { timeout: number }, next: (request: object) => Promise<unknown>): Promise<unknown>
  }): void
}

/** Somebody wants our token sent where it does not belong. */
export class UntrustedServiceUrl extends Error {}

/**
 * Connectors that go only where they may, answer in time and do not repeat by themselves: the SDK's own retry holds a
 * turn for seconds and may post a message twice, and its options to turn that off are ignored (botbuilder 4.23).
 */
export class DirectConnectors extends ConnectorFactory {
  readonly #inner: ConnectorFactory
  readonly #trusts: TrustsServiceUrl

  constructor(inner: ConnectorFactory, trusts: TrustsServiceUrl) {
    super()
    this.#inner = inner
    this.#trusts = trusts
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!this.#trusts(serviceUrl)) throw new UntrustedServiceUrl('untrusted service URL')
    const connector = await this.#inner.create(serviceUrl, audience)
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client
    const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' })
    if (removed.length !== 1) throw new Error('the connector has another retry policy than we know')
    pipeline.addPolicy({
      name: 'deskTimeLimit',
      sendRequest: (request, next) => {
        request.timeout = timeLimitMs
        return next(request)
      },
    })
    return connector
  }
}
