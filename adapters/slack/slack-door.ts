import { setTimeout as wait } from 'node:timers/promises'
import type { TurnContext } from 'botbuilder-core'
import type { Handler } from 'restify'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { Clock } from '../../domain/shared/time.ts'
import type { TurnLimits } from '../shared/turn-lock.ts'
import type { AcknowledgedFirst } from './acknowledged-first.ts'
import type { Delivery } from './delivery.ts'
import { hearing, type Reader } from './hear-delivery.ts'
import type { Ack } from './sent-window.ts'
import { slackApp } from './slack-app.ts'
import { SlackBotAdapter } from './slack-bot-adapter.ts'
import { slackReceiver } from './slack-receiver.ts'
import type { SlackSays } from './slack-says.ts'
import type { SlackWorkspace } from './slack-workspace.ts'
import { socketMode, type Connection } from './socket-mode.ts'

interface SlackDoorOptions {
  readonly workspace: SlackWorkspace
  /** Null: no requests are taken over HTTP. */
  readonly signingSecret: string | null
  /** Null: no connection is opened. */
  readonly appToken: string | null
  readonly now: Clock
  /** What a turn does; `heardIn(context.activity)` says what was heard. */
  readonly turn: (context: TurnContext) => Promise<void>
  /** What is said to somebody, in their language; null: to nobody in particular. */
  readonly says: (to: Reader | null) => Promise<SlackSays>
  /** Whether a delivery is heard for the first time; remembered from then on, restarts included. */
  readonly isFirst: (key: string) => boolean
  /** Fetches a file that was sent. Throws `OutsideFault`. */
  readonly read: (url: string) => Promise<Uint8Array>
  /** The desk was removed from a channel, or from the whole workspace: from the places of which this holds. */
  readonly onRemoved: (gone: (address: Address) => boolean, from: 'channel' | 'workspace') => Promise<void>
  /** Hears why somebody was not answered; for the log. */
  readonly onTurnedAway: (why: string) => void
  /** Logs what went wrong; gives the reference a person is to quote. */
  readonly onFailure: (cause: unknown) => string
  /** Hears what becomes of the connection of Socket Mode. */
  readonly onConnection?: (change: Connection) => void
  readonly limits?: TurnLimits
  /** When a turn begins; unless told, after what has come in meanwhile is acknowledged. */
  readonly begins?: AcknowledgedFirst
}

interface SlackDoor {
  /** `POST /slack/events`; null where only Socket Mode is used. */
  readonly handler: Handler | null
  /** Opens the connection, where there is one to open; whatever becomes of it, the desk runs. */
  start(): void
  /** Waits for the turns that run. */
  settled(): Promise<void>
  /** Takes nothing more, and waits for the turns that run. */
  close(): Promise<void>
}

/** How Slack's deliveries come in: over HTTP, over a connection of our own, or both. */
export function slackDoor(options: SlackDoorOptions): SlackDoor {
  const { workspace, signingSecret, appToken, now, isFirst, onTurnedAway, onFailure } = options
  const { onConnection = () => undefined } = options
  const hearOne = hearing({ ...options, ...workspace, adapter: new SlackBotAdapter() })
  const running = new Set<Promise<void>>()
  const hear = (delivery: Delivery, ack: Ack): Promise<void> => {
    const work = hearOne(delivery, ack).finally(() => running.delete(work))
    running.add(work)
    return work
  }

  const http = signingSecret === null ? null : slackReceiver({ signingSecret, now, onTurnedAway, onFailure })
  const socket =
    appToken === null
      ? null
      : socketMode({
          appToken,
          hosts: workspace.hosts,
          now,
          wait: (ms, signal) => wait(ms, undefined, { signal }),
          onConnection,
          onFailure,
        })
  const [first, ...others] = [http, socket].flatMap((each) => (each ? [each.receiver] : []))
  if (!first) throw new Error('Slack needs a signing secret, or a token for Socket Mode')
  const app = slackApp({ receiver: first, isFirst, hear, onFailure })
  for (const other of others) other.init(app)

  const settled = async (): Promise<void> => void (await Promise.allSettled(running))
  return {
    handler: http?.handle ?? null,
    start: () => socket?.start(),
    settled,
    async close() {
      await socket?.stop()
      await settled()
    },
  }
}
