import assert from 'node:assert/strict'
import { english } from '../../kit/languages.ts'
import { welcome } from '../../../bot/demo/welcome.ts'
import { demoSlack } from '../../../bot/config/slack-config.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'

describe('the welcome of the demo', () => {
  const text = welcome({ port: 3978, playground: 'http://127.0.0.1:56150', slack: demoSlack })
  const things = [...text.matchAll(/^ {2}(\d)\. (.+?)(?: {2,}|$)/gm)].map(([, number, said]) => ({ number, said }))

  it('lists six things to try', () => {
    assert.deepEqual(
      things.map(({ number }) => number),
      ['1', '2', '3', '4', '5', '6'],
    )
  })

  it('lists only what the desk understands', () => {
    const languages = languagesFrom([english], 'en', 'UTC')
    const verbs = things.map(({ said = '' }) => languages.understand(said, languages.best())?.verb)
    assert.deepEqual(verbs, ['overdue', 'customer', 'suspend', 'become', 'ticket', 'become'])
  })

  it('says where the chat is, and where the desk is', () => {
    assert.match(text, /^ {2}Chat {4}http:\/\/127\.0\.0\.1:56150$/m)
    assert.match(text, /^ {2}Desk {4}http:\/\/127\.0\.0\.1:3978$/m)
  })

  it('says where a stand-in for Slack knocks, and what it signs with', () => {
    assert.match(text, /^ {2}Slack {3}http:\/\/127\.0\.0\.1:3978\/slack\/events$/m)
    assert.match(text, /SLACK_SIGNING_SECRET=partner-desk-demo-secret {2}SLACK_BOT_TOKEN=xoxb-demo$/m)
    assert.match(text, /answers go to nowhere; set DESK_MODE=demo and SLACK_API_URL/)
  })

  it('says how to bring a client of one’s own when there is none', () => {
    assert.match(
      welcome({ port: 4000, playground: null, slack: null }),
      /no local client; point one at http:\/\/127\.0\.0\.1:4000\/api\/messages$/m,
    )
  })
})
