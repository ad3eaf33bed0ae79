import { hash, hkdfSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'

/** Seals what the desk keeps but nobody else may read: refresh tokens, second factors. */
export interface Keyring {
  /** One line of text that this keyring opens again, for the same purpose only. Sealed twice, it differs. */
  seal(plain: string, purpose: string): Promise<string>
  /** Throws {@link CannotOpen}. `stale`: sealed with an older key; seal it again before that key goes away. */
  open(sealed: string, purpose: string): Promise<{ readonly plain: string; readonly stale: boolean }>
}

/** What is at rest was sealed with another key, for another purpose, or was damaged. */
export class CannotOpen extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause })
    this.name = 'CannotOpen'
  }
}

/** The first key seals, every key opens. Keys are text of any form, which should not be guessable. */
export function openKeyring(keys: readonly string[]): Keyring {
  const known = keys.map(keyOf)
  const [first] = known
  if (first === undefined) throw new Error('a keyring needs a key')

  return {
    seal: (plain, purpose) =>
      new CompactEncrypt(new TextEncoder().encode(plain))
        // The header is authenticated with the content: a purpose cannot be exchanged for another.
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: first.id, purpose })
        .encrypt(first.secret),

    async open(sealed, purpose) {
      const said = headerOf(sealed)
      const key = known.find(({ id }) => id === said.kid)
      if (key === undefined)
        throw new CannotOpen(
          'no key in DESK_KEY opens what was sealed with an earlier one: put that key into DESK_KEY again, after the newer one and a comma',
        )
      if (said['purpose'] !== purpose)
        throw new CannotOpen(
          `what was sealed with DESK_KEY is not a “${purpose}”: restore it, or set anew what it held`,
        )
      try {
        const { plaintext } = await compactDecrypt(sealed, key.secret, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return { plain: new TextDecoder().decode(plaintext), stale: key !== first }
      } catch (cause) {
        throw damaged(cause)
      }
    },
  }
}

interface Key {
  /** Names the key without telling it. */
  readonly id: string
  readonly secret: Uint8Array
}

function keyOf(text: string): Key {
  const secret = new Uint8Array(hkdfSync('sha256', text, '', 'partner-desk: what is kept at rest', 32))
  const id = hash('sha256', new Uint8Array(hkdfSync('sha256', text, '', 'partner-desk: name of a key', 32))).slice(
    0,
    16,
  )
  return { id, secret }
}

function headerOf(sealed: string): ReturnType<typeof decodeProtectedHeader> {
  try {
    return decodeProtectedHeader(sealed)
  } catch (cause) {
    throw damaged(cause)
  }
}

const damaged = (cause: unknown) =>
  new CannotOpen('what was sealed with DESK_KEY is damaged: restore it, or set anew what it held', cause)
