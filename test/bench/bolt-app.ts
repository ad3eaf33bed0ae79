import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import type { AddressInfo } from 'node:net'

// The least a bolt app can be: what the desk's own acknowledgement is measured against.
const receiver = new HTTPReceiver({ signingSecret: 'bench', endpoints: '/slack/events', logLevel: LogLevel.ERROR })
const app = new App({ receiver, authorize: async () => ({}), logLevel: LogLevel.ERROR })
app.command(/.*/, async ({ ack }) => ack())
const server = await app.start({ port: 0, host: '127.0.0.1' })
process.stdout.write(`Desk    http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
process.once('SIGTERM', () => process.exit())
