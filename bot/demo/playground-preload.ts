// Runs inside the local Teams client before it does: by itself it listens on every interface, and outlives a parent
// that was killed (facts/local-clients).
import { Server } from 'node:net'

const home = '127.0.0.1'
const listen = Reflect.get(Server.prototype, 'listen') as (...args: unknown[]) => Server

Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  const [first, ...rest] = args
  if (typeof first === 'number') {
    // What may stand between the port and the callback is a host and a backlog: ours go before its own.
    return listen.call(this, first, home, ...rest.filter((arg) => typeof arg === 'function'))
  }
  if (typeof first === 'object' && first !== null && 'port' in first)
    return listen.call(this, { ...first, host: home }, ...rest)
  return listen.apply(this, args)
}

const end = () => process.exit()
process.stdin.on('end', end).on('error', end).resume()
