import { App, type Receiver } from '@slack/bolt'
import type { Delivery } from './delivery.ts'
import { deliveryKey } from './delivery-key.ts'
import type { Ack } from './form-answers.ts'
import { quietLogger } from './quiet-logger.ts'
import { readEvent } from './read-event.ts'
import { readCommand, readForm, readPress } from './read-interaction.ts'

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
    if (delivery) await hear(delivery, once(ack as unknown as Ack))
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

function once(ack: Ack): Ack {
  let acked = false
  return async (answer) => {
    if (acked) return
    acked = true
    await ack(answer)
  }
}
