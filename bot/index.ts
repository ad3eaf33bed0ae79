import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { createDeskServer } from './server.ts'

const log = pino({ name: 'partner-desk' })
const server = createDeskServer(randomUUID, ({ reference, path, cause }) => log.error({ reference, path, err: cause }))
const port = await server.listen(Number(process.env['PORT'] ?? 3978), '127.0.0.1')
log.info({ port }, 'listening')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
