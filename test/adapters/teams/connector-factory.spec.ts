import assert from 'node:assert/strict'
import { ConnectorFactory, type ConnectorClient } from 'botframework-connector'
import sinon from 'sinon'
import { DirectConnectors } from '../../../adapters/teams/connector-factory.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'

interface Policied {
  readonly client: { readonly pipeline: { getOrderedPolicies(): readonly { readonly name: string }[] } }
}

/** A connector whose pipeline finds so many retry policies to remove. */
class Pipelines extends ConnectorFactory {
  readonly pipeline = { removePolicy: sinon.stub(), addPolicy: sinon.stub() }

  constructor(found: number) {
    super()
    this.pipeline.removePolicy.returns(Array.from({ length: found }, () => ({})))
  }

  override create(): Promise<ConnectorClient> {
    return Promise.resolve({ client: { pipeline: this.pipeline } } as unknown as ConnectorClient)
  }
}

describe('connectors', () => {
  let teams: TeamsConnector
  before(async () => {
    teams = await openTeamsConnector()
  })
  after(() => teams.close())
  const connect = () => new LoopbackAuthentication(undefined).connect(teams.serviceUrl)

  it('have exactly one retry policy taken out', async () => {
    const names = ((await connect()) as unknown as Policied).client.pipeline
      .getOrderedPolicies()
      .map(({ name }) => name)
    assert(!names.includes('defaultRetryPolicy'))
    assert.equal(names.filter((name) => name === 'deskTimeLimit').length, 1)
    for (const found of [0, 2]) {
      const other = new DirectConnectors(new Pipelines(found), () => true)
      await assert.rejects(other.create('http://x'), /retry policy/, `${found} policies`)
    }
  })

  it('have a time limit put in', async () => {
    const inner = new Pipelines(1)
    await new DirectConnectors(inner, () => true).create('http://x')
    const [policy] = inner.pipeline.addPolicy.firstCall.args as [
      { sendRequest(request: object, next: (request: object) => unknown): unknown },
    ]
    const request = { timeout: 0 }
    policy.sendRequest(request, (sent) => assert.equal(sent, request))
    assert.equal(request.timeout, 6_000)
  })

  for (const failure of [
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 429, retryAfter: '1' },
    { status: 412 },
  ]) {
    it(`ask once and no more when the answer is ${failure.status}`, async () => {
      teams.fail(failure)
      const before = teams.requests.length
      const via = await connect()
      await assert.rejects(via.conversations.sendToConversation('a:1', { type: 'message', text: 'x' }))
      assert.equal(teams.requests.length, before + 1)
      teams.fail(null)
    })
  }
})
