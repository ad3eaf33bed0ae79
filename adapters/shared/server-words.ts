import { cut, harmless } from './plain-text.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { MailServer } from './mail-server.ts'

/** What a mail server answered, as far as people may read it. */
export interface ServerWords {
  /** The code with points in it (RFC 3463), such as `5.1.1`; null where it gives none. */
  readonly code: string | null
  readonly sentence: string
}

const longest = 300

/** Its answer without the numbers before each line and without our own credentials; null where it gave none. */
export function serverWords(cause: unknown, auth: MailServer['auth']): ServerWords | null {
  const { response } = cause as Readonly<Record<'response', unknown>>
  if (typeof response !== 'string') return null
  const lines = response.split(/\r?\n/).map((line) => /^(?:\d{3}[ -]?)?(?:([245](?:\.\d{1,3}){2})\s+)?(.*)$/.exec(line))
  const sentence = harmless(lines.map((line) => line?.[2]?.trim() ?? '').join(' ')).trim()
  return {
    code: lines.find((line) => line?.[1] !== undefined)?.[1] ?? null,
    sentence: cut(
      secretsOf(auth).reduce((words, secret) => words.replaceAll(secret, '…'), sentence),
      longest,
    ),
  }
}

/** As we know them, and as they go over the wire (RFC 4616, RFC 4954). */
function secretsOf(auth: MailServer['auth']): readonly string[] {
  if (auth === null) return []
  const { user, pass } = auth
  const base64 = [`\0${user}\0${pass}`, pass].map((text) => Buffer.from(text, 'utf8').toString('base64'))
  return [...base64, pass].filter((secret) => secret !== '')
}

/** Said by a server that knows who asks; what it says of a password stays with it. */
export function quoting(fault: OutsideFault, cause: unknown, { auth }: MailServer): OutsideFault {
  const words = fault.facts.kind === 'unauthorised' ? null : serverWords(cause, auth)
  if (words === null) return fault
  return new OutsideFault({
    ...fault.facts,
    ...(words.code !== null && { code: words.code }),
    ...(words.sentence !== '' && { description: words.sentence }),
  })
}
