import assert from 'node:assert/strict'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'

const local = 'http://127.0.0.1:4000/api'

describe('where the desk calls Slack', () => {
  it('is slack.com unless told otherwise, with a slash at the end', () => {
    assert.equal(slackHosts(null, false).api, 'https://slack.com/api/')
    assert.equal(slackHosts('https://slack-gov.com/api', false).api, 'https://slack-gov.com/api/')
  })

  describe('with an answer', () => {
    for (const [url, answered] of [
      ['https://hooks.slack.com/commands/T1/1', true],
      ['https://hooks.slack-gov.com/actions/T1/1', true],
      ['http://hooks.slack.com/commands/T1/1', false],
      ['https://slack.com.evil.example/commands', false],
      ['https://hooks.slack.com.evil.example/commands', false],
      ['https://hooks.slack.com@evil.example/commands', false],
      ['https://evil.example/hooks.slack.com', false],
      ['https://xhooks.slack.com/commands', false],
      ['https://files.slack.com/commands', false],
      ['http://127.0.0.1:9/', false],
      ['http://169.254.169.254/latest/meta-data', false],
      ['file:///etc/passwd', false],
      ['hooks.slack.com', false],
      ['', false],
    ] as const)
      it(`is ${answered ? '' : 'not '}${url || 'nowhere'}`, () =>
        assert.equal(slackHosts(null, false).answers(url), answered))
  })

  it('with its token is where files are', () => {
    const files = (url: string) => slackHosts(null, false).files(new URL(url))
    assert.equal(files('https://files.slack.com/files-pri/T1-F1/download/list.csv'), true)
    assert.equal(files('https://files.slack-gov.com/files-pri/T1-F1/download/list.csv'), true)
    for (const url of [
      'http://files.slack.com/x',
      'https://hooks.slack.com/x',
      'https://files.slack.com.evil.example/x',
    ])
      assert.equal(files(url), false, url)
  })

  it('is the stand-in too, where one was set, and no other machine or port', () => {
    const hosts = slackHosts(local, false)
    assert.equal(hosts.answers('http://127.0.0.1:4000/response/1'), true)
    assert.equal(hosts.files(new URL('http://127.0.0.1:4000/files/1')), true)
    assert.equal(hosts.answers('http://127.0.0.1:4001/response/1'), false)
    assert.equal(hosts.answers('https://hooks.slack.com/commands'), true)
  })

  it('is this machine alone in a demo', () => {
    const hosts = slackHosts(local, true)
    assert.equal(hosts.answers('http://127.0.0.1:4001/response/1'), true)
    assert.equal(hosts.answers('https://hooks.slack.com/commands'), false)
    assert.equal(hosts.files(new URL('https://files.slack.com/x')), false)
  })
})
