// Connects by Socket Mode, hangs up, and ends by itself if nothing is left behind.
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { socketMode } from '../../../adapters/slack/socket-mode.ts'

const mode = socketMode({
  appToken: 'xapp-1',
  hosts: slackHosts(process.env['SLACK_API_URL'] ?? '', true),
  now: () => '2026-03-31T10:00:00.000Z',
  wait: () => Promise.reject(new Error('it need not wait')),
  onFailure(cause) {
    throw cause
  },
  onConnection({ state }) {
    process.stdout.write(`${state}\n`)
    void mode.stop().then(() => process.stdout.write('stopped\n'))
  },
})
mode.start()
