import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openKeyring, type Keyring } from '../adapters/shared/keyring.ts'

/**
 * The desk's own keyring. A demo that was given no key makes one and keeps it beside what it seals, which protects
 * nothing: there is nothing of anybody's in a demo.
 */
export async function deskKeyring(keys: readonly string[], folder: string): Promise<Keyring> {
  return openKeyring(keys.length > 0 ? keys : [await demoKey(join(folder, 'demo.key'))])
}

async function demoKey(path: string): Promise<string> {
  try {
    const made = randomBytes(48).toString('base64')
    await writeFile(path, made, { flag: 'wx', mode: 0o600 })
    return made
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    return readFile(path, 'utf8')
  }
}
