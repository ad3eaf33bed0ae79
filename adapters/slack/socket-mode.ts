import { SocketModeReceiver, type Receiver } from '@slack/bolt'
import { quietLogger } from './quiet-logger.ts'

interface SocketModeOptions {
  readonly appToken: string
  /** Base of the Web API. */
  readonly api: string
  readonly wait: (ms: number) => Promise<void>
  readonly onFailure: (cause: unknown) => void
}

const longestWaitMs = 60_000

/** Deliveries over a connection that the desk opens itself: no public address is needed. It tries again until it is stopped. */
export function socketMode({ appToken, api, wait, onFailure }: SocketModeOptions) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger,
    installerOptions: { clientOptions: { slackApiUrl: api } },
  })
  let stopped = false
  const connect = async (): Promise<void> => {
    for (let tries = 0; !stopped; tries += 1) {
      try {
        await receiver.start()
        return
      } catch (cause) {
        onFailure(cause)
        await wait(Math.min(longestWaitMs, 1_000 * 2 ** tries))
      }
    }
  }
  return {
    receiver: receiver as Receiver,
    start: () => void connect(),
    async stop(): Promise<void> {
      stopped = true
      await receiver.stop().catch(() => undefined)
    },
  }
}
