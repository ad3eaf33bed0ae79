import { isLoopback } from '../../adapters/shared/loopback.ts'
import type { MailServer } from '../../adapters/shared/mail-server.ts'
import type { Environment } from './environment.ts'

/** Where all mail is handed over; null where nobody said. Adds to `faults` what cannot be used, and tells no secret. */
export function mailServerOf({ SMTP_URL }: Environment, mode: 'demo' | 'live', faults: string[]): MailServer | null {
  return SMTP_URL === undefined ? null : mailServer(SMTP_URL, mode, faults)
}

/** Nothing behind the address is taken: options there could switch encryption off. */
function mailServer(text: string, mode: 'demo' | 'live', faults: string[]): MailServer | null {
  const url = URL.parse(text)
  const plainAddress =
    url !== null &&
    (url.protocol === 'smtp:' || url.protocol === 'smtps:') &&
    url.hostname !== '' &&
    ['', '/'].includes(url.pathname) &&
    url.search === '' &&
    url.hash === ''
  const auth = plainAddress ? authOf(url) : 'faulty'
  if (!plainAddress || auth === 'faulty') {
    faults.push(
      'SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465, without anything behind it; characters such as @ or / in the password are written as %40 or %2F',
    )
    return null
  }
  const here = isLoopback(url)
  if (mode === 'demo' && !here) {
    faults.push('SMTP_URL must be a mail server on this machine in demo mode')
    return null
  }
  const atOnce = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (atOnce ? 465 : 587) : Number(url.port),
    encryption: atOnce ? 'at-once' : here ? 'none' : 'upgraded',
    auth,
  }
}

function authOf({ username, password }: URL): MailServer['auth'] | 'faulty' {
  try {
    return username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  } catch {
    return 'faulty'
  }
}

/** `desk@example.com`, and nothing that could end it early or begin another. */
export const isAddress = (text: string) => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text)

/** `desk@example.com`, or with a name before it in `<>`; a line break would begin a header of somebody else's. */
export function isMailbox(text: string): boolean {
  const [, inside] = /^[^<>\r\n]*<([^<>]+)>$/.exec(text) ?? []
  return isAddress(inside ?? text)
}

/** The name and the address of what {@link isMailbox} takes. */
export function senderOf(text: string): { readonly name: string | null; readonly address: string } {
  const [, name = '', inside] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? []
  const plain = name.trim().replace(/^"(.*)"$/, '$1')
  return { name: plain === '' ? null : plain, address: inside ?? text }
}
