import type { Logger } from 'pino'
import type { Connection } from '../adapters/slack/socket-mode.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { loggable } from './logging.ts'

/** Writes down what becomes of the connection to Slack, and what to do where only a person can do it. */
export function logConnection(change: Connection, log: Logger): void {
  const chat = 'slack'
  switch (change.state) {
    case 'connected':
      return log.info({ chat }, 'Socket Mode connected')
    case 'lost':
      return log.warn({ chat, againInMs: change.againInMs }, 'Socket Mode connection lost')
    case 'failed': {
      const { cause, againInMs } = change
      const refused = cause instanceof OutsideFault && cause.facts.kind === 'unauthorised'
      return log.warn(
        { chat, againInMs, ...loggable(cause) },
        refused
          ? 'Socket Mode: SLACK_APP_TOKEN is not accepted; make an app-level token with the scope connections:write and set it'
          : 'Socket Mode cannot connect',
      )
    }
  }
}
