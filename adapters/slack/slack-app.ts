import { App, type Receiver } from '@slack/bolt'
import type { Delivery } from './delivery.ts'
import { deliveryKey } from './delivery-key.ts'
import { quietLogger } from './quiet-logger.ts'
import { readEvent } from './read-event.ts'
import { readCommand, readForm, readPress } from './read-interaction.ts'
import type { Ack } from './sent-window.ts'

interface SlackAppOptions {
  readonly receiver: Receiver
  /** Whether a delivery is heard for the first time; remembered from then on. */
  readonly isFirst: (key: string) => boolean
  readonly hear: (delivery: Delivery, ack: Ack) => Promise<void>
  readonly onFailure: (cause: unknown) => void
}

/**
 * Bolt between the doors and the desk: whichever way Slack's deliveries come in, each is acknowledged, heard once, and
 * read the same way. No token and no call at the start: a Slack that is down keeps nobody from starting.
 */
export function slackApp({ receiver, isFirst, hear, onFailure }: SlackAppOptions): App {
  const app = new App({
    receiver,
    authorize: async () => ({}),
    convoStore: false,
    ignoreSelf: false,
    logger: quietLogger,
    tokenVerificationEnabled: false,
  })
  const heard = async (delivery: Delivery | null, ack: (answer?: never) => Promise<void>) => {
    if (delivery) await hear(delivery, once(ack as unknown as Ack, onFailure))
    else await ack()
  }
  const noAck = async (): Promise<void> => undefined

  app.use(async (args) => {
    const key = deliveryKey(args.body)
    if (key === null || isFirst(key)) return args.next()
    if ('ack' in args) await (args.ack as () => Promise<void>)()
  })
  app.event(/.*/, ({ body }) => heard(readEvent(body), noAck))
  app.command(/.*/, ({ body, ack }) => heard(readCommand(body), ack as never))
  app.action(/.*/, ({ body, ack }) => heard(readPress(body), ack as never))
  app.view({ callback_id: /.*/, type: 'view_closed' }, ({ body, ack }) => heard(readForm(body), ack as never))
  app.view(/.*/, ({ body, ack }) => heard(readForm(body), ack as never))
  app.error(async (cause) => onFailure(cause))
  return app
}

/** Where Slack cannot be told any more, the delivery is heard all the same: it does not count as new again. */
function once(ack: Ack, onFailure: (cause: unknown) => void): Ack {
  let acked = false
  return async (answer) => {
    if (acked) return
    acked = true
    await ack(answer).catch(onFailure)
  }
}
