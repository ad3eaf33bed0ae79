import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Lane } from '../../domain/customers/lane.ts'
import type { Clock, Instant } from '../../domain/shared/time.ts'
import { nodeDisk, type Disk } from '../shared/disk.ts'
import { makeFolder, removeLeftovers, writeDurably } from '../shared/durable-file.ts'
import type { Keyring } from '../shared/keyring.ts'
import { sha256 } from '../shared/sha256.ts'
import { instant } from '../shared/stored-values.ts'

/** In whose name a lane signs in: the operator gives another refresh token each time (facts/partner-center 3.2). */
export interface RefreshTokens {
  /** Null: there is none, the app speaks for itself. */
  readonly current: string | null
  /** When the current one was given; null while the configured one is in use. */
  readonly rotatedAt: Instant | null
  /** Why what was kept is not used, or what was given is not kept; null while all is well. */
  readonly trouble: string | null
  /** Resolves when the token is kept, or when {@link trouble} says why not; only then it is the current one. */
  rotate(token: string): Promise<void>
}

/** For a process that keeps nothing. */
export function unkeptRefreshTokens(configured: string | null): RefreshTokens {
  let current = configured
  return {
    get current() {
      return current
    },
    rotatedAt: null,
    trouble: null,
    rotate: async (token) => void (current = token),
  }
}

interface Shelf {
  /** Made when missing. */
  readonly folder: string
  readonly lane: Lane
  /** The partner account; what was kept for another account is not believed. */
  readonly account: string
  /** What the administrator set; a new one goes before everything that came of an earlier one. */
  readonly configured: string
  readonly keyring: Keyring
  readonly now: Clock
  readonly disk?: Disk | undefined
  readonly onTrouble: (lane: Lane, cause: unknown) => void
}

const kept = z.object({ lineage: z.string(), rotatedAt: instant, sealed: z.string() })

/** What was kept of the configured token's descendants, else the configured one. What an older key sealed is sealed anew. */
export async function openRefreshTokens(shelf: Shelf): Promise<RefreshTokens> {
  const { folder, lane, account, configured, keyring, now, disk = nodeDisk, onTrouble } = shelf
  const path = join(folder, `refresh-token.${lane}.json`)
  const purpose = `refresh-token ${lane} ${account}`
  // Which configured token it descends from, without telling it.
  const lineage = sha256(`${account} ${configured}`)
  let current = configured
  let rotatedAt: Instant | null = null
  let trouble: string | null = null

  async function keep(token: string, at: Instant): Promise<void> {
    try {
      const value: z.output<typeof kept> = { lineage, rotatedAt: at, sealed: await keyring.seal(token, purpose) }
      await writeDurably(disk, path, [JSON.stringify(value)])
      trouble = null
    } catch (cause) {
      told('the newest refresh token could not be kept', cause)
    }
  }

  function told(what: string, cause: unknown): void {
    trouble = `${what}: ${cause instanceof Error ? cause.message : String(cause)}`
    onTrouble(lane, cause)
  }

  try {
    await makeFolder(disk, folder)
    await removeLeftovers(disk, folder, (name) => name === basename(path))
    const found = await readKept(path)
    if (found?.lineage === lineage) {
      const { plain, stale } = await keyring.open(found.sealed, purpose)
      current = plain
      rotatedAt = found.rotatedAt
      if (stale) await keep(plain, found.rotatedAt)
    }
  } catch (cause) {
    // The configured one may still be taken; what was kept stays, for when its key is back.
    told('the kept refresh token cannot be used', cause)
  }

  return {
    get current() {
      return current
    },
    get rotatedAt() {
      return rotatedAt
    },
    get trouble() {
      return trouble
    },
    async rotate(token) {
      const at = now()
      await keep(token, at)
      current = token
      rotatedAt = at
    },
  }
}

async function readKept(path: string): Promise<z.output<typeof kept> | null> {
  try {
    return kept.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new Error(`${path} is damaged`, { cause })
  }
}
