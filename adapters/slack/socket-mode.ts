import { SocketModeReceiver, type Receiver } from '@slack/bolt'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import { quietLogger } from './quiet-logger.ts'
import { asSlackFault } from './slack-faults.ts'
import type { SlackHosts } from './slack-hosts.ts'

/** What became of the connection. */
export type Connection =
  | { readonly state: 'connected' }
  /** Slack ends each after some hours, or the network did. */
  | { readonly state: 'lost'; readonly againInMs: number }
  | { readonly state: 'failed'; readonly cause: Error; readonly againInMs: number }

interface SocketModeOptions {
  readonly appToken: string
  readonly hosts: Pick<SlackHosts, 'api' | 'socket'>
  /** Waits before the next try; ends early, in whatever way, when it is aborted. */
  readonly wait: (ms: number, until: AbortSignal) => Promise<void>
  readonly now: Clock
  readonly onConnection: (change: Connection) => void
  /** Hears of what was sent and cannot be read. */
  readonly onFailure: (cause: unknown) => void
  readonly helloWithinMs?: number
}

const callWithinMs = 8_000
const hangUpWithinMs = 2_000
const longestWaitMs = 60_000
/** What held as long as this may be opened again at once. */
const steadyMs = 60_000

/**
 * Deliveries over a connection that the desk opens itself: no public address is needed. One at a time; whatever becomes
 * of it, it is opened again until it is stopped.
 */
export function socketMode(options: SocketModeOptions) {
  const { appToken, hosts, wait, now, onConnection, onFailure, helloWithinMs = 20_000 } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger,
    // By itself it tries again with nobody listening for how that ends, and a Slack out of reach ends the process.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: hosts.api,
        timeout: callWithinMs,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        allowAbsoluteUrls: false,
        fetch: (url, init) =>
          fetch(url, { ...init, signal: AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])]) }),
      },
    },
  })
  const { client } = receiver
  client.on('authenticated', ({ url }: { readonly url: string }) => {
    if (!hosts.socket(new URL(url)))
      throw new OutsideFault({ service: 'slack', kind: 'refused', code: 'socket-address' })
  })
  // Here too it throws with nobody listening, at whatever has another shape than it knows.
  const [read] = client.listeners('ws_message') as ((...message: unknown[]) => Promise<void>)[]
  client.removeAllListeners('ws_message')
  client.on('ws_message', (...message: unknown[]) => void read?.(...message).catch(onFailure))

  /** Also a peer that does not answer a goodbye is left: asked a second time, the client waits for nothing. */
  const hangUp = async (): Promise<void> => {
    const timer = setTimeout(() => void client.disconnect(), hangUpWithinMs)
    await client.disconnect().finally(() => clearTimeout(timer))
  }

  const connect = async (): Promise<void> => {
    const impatience = setTimeout(() => void hangUp(), helloWithinMs)
    try {
      await receiver.start()
    } catch (cause) {
      // Hung up on before it was greeted: the client gives no reason.
      if (cause === undefined) throw new OutsideFault({ service: 'slack', kind: 'unreachable', code: 'no-hello' })
      throw asSlackFault(cause)
    } finally {
      clearTimeout(impatience)
    }
  }

  /** One connection, from its beginning to its end; how long it held, in ms. */
  const hold = async (): Promise<number> => {
    await connect()
    const since = msOf(now())
    const ended = new Promise<void>((resolve) => void client.once('disconnected', () => resolve()))
    // Asked to stop while it was being opened: the client opens it all the same.
    if (signal.aborted) await hangUp()
    else onConnection({ state: 'connected' })
    await ended
    return msOf(now()) - since
  }

  const stayConnected = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      let againInMs: number
      try {
        const heldMs = await hold()
        if (signal.aborted) return
        failures = heldMs >= steadyMs ? 0 : failures + 1
        againInMs = delayAfter(failures)
        onConnection({ state: 'lost', againInMs })
      } catch (cause) {
        if (signal.aborted) return
        failures += 1
        const asked = cause instanceof OutsideFault ? (cause.facts.retryAfterMs ?? 0) : 0
        againInMs = Math.max(asked, delayAfter(failures))
        onConnection({ state: 'failed', cause: cause as Error, againInMs })
      }
      await wait(againInMs, signal).catch(() => undefined)
    }
  }

  let staying: Promise<void> | null = null
  return {
    receiver: receiver as Receiver,
    start(): void {
      staying ??= stayConnected()
    },
    /** Hangs up and leaves nothing behind. */
    async stop(): Promise<void> {
      stopping.abort()
      await hangUp()
      await staying
    },
  }
}

function delayAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestWaitMs, 1_000 * 2 ** (failures - 1))
}
