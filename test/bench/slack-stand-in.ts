import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The least a Slack can be: it takes whatever it is told, in a process of its own, so that the desk has its core.
const server = createServer((req, res) => {
  req.resume()
  req.on('end', () => {
    res.setHeader('Content-Type', 'application/json')
    res.end(JSON.stringify({ ok: true, team_id: 'partner', channel: 'D1', ts: '1.1', user: { team_id: 'partner' } }))
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Slack   http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit())
