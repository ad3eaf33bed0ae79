/** The person's turns pile up; nothing was done, and the same may be sent again later. */
export class TooBusy extends Error {}

/** A turn took longer than any may. It may still be running; nobody waits for it any more. */
export class TurnOverran extends Error {}

/** How long people wait, and how many; times in milliseconds. */
export interface TurnLimits {
  /** How many turns of one person in one place may wait behind the one that runs. */
  readonly waiting: number
  readonly waitMs: number
  readonly turnMs: number
}

/** Azure Bot Service gives up on an answer after 10 to 15 seconds; waiting and running share them. */
export const usualLimits: TurnLimits = { waiting: 5, waitMs: 8_000, turnMs: 12_000 }

type TurnLock = <Result>(key: string, turn: () => Promise<Result>) => Promise<Result>

/**
 * One turn at a time for one key, in order of arrival: dialog state is saved by whoever comes last, so two turns of
 * one person at once would lose what one of them heard.
 */
export function turnLock({ waiting, waitMs, turnMs }: TurnLimits): TurnLock {
  /** Present while a turn runs; those behind it, first come first. */
  const queues = new Map<string, (() => void)[]>()

  return async (key, turn) => {
    const queue = queues.get(key)
    if (!queue) queues.set(key, [])
    else if (queue.length >= waiting) throw new TooBusy('too many turns are waiting')
    else await turnToCome(queue, waitMs)
    try {
      return await within(turnMs, turn())
    } finally {
      const next = queues.get(key)?.shift()
      if (next) next()
      else queues.delete(key)
    }
  }
}

function turnToCome(queue: (() => void)[], waitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(start), 1)
      reject(new TooBusy('waited too long for a turn'))
    }, waitMs)
    queue.push(start)
  })
}

function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TurnOverran(`a turn took longer than ${ms} ms`)), ms)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
