import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder'
import { createServer } from 'restify'
import { readJsonObject } from '../../adapters/shared/request-body.ts'

// The least a botbuilder bot on restify can be: what the desk's own work is measured against.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`)
  await next()
})

const ignore = () => undefined
const quiet = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  child: () => quiet,
}
const server = createServer({ name: 'echo', log: quiet })
server.post('/api/messages', async (req, res) => {
  req.body = await readJsonObject(req, 256 * 1024)
  await adapter.process(req as unknown as Request, res as unknown as Response, (context) => bot.run(context))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  process.stdout.write(`Desk    http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
process.once('SIGTERM', () => process.exit())
