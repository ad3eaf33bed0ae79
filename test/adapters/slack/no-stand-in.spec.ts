import assert from 'node:assert/strict'
import sinon from 'sinon'
import { slackApi } from '../../../adapters/slack/slack-api.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'

describe('a demo that was told of no stand-in for Slack', () => {
  it('calls nobody, and says for good that nothing arrives there', async () => {
    const fetched = sinon.stub(globalThis, 'fetch').rejects(new Error('the demo went out'))
    const hosts = slackHosts(null, true)
    const now = () => '2025-03-31T02:00:00.000Z' as const
    const api = slackApi({ token: 'xoxb-demo', hosts, now, wait: async () => undefined })
    const message = () => ({ text: 'Hello', blocks: [] })
    await assert.rejects(
      api.post({ channel: 'C1', thread: null }, message),
      (fault) => fault instanceof OutsideFault && fault.facts.kind === 'refused',
    )
    await assert.rejects(
      api.respond('https://hooks.slack.com/commands/1', message, {}),
      (fault) => fault instanceof OutsideFault && fault.facts.kind === 'refused',
    )
    assert.equal(fetched.callCount, 0)
  })
})
