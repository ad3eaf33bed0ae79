import type { SMTPSentMessageInfo, SMTPTransportOptions, Transporter } from 'nodemailer'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** Where mail is handed over. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `at-once`: encrypted from the first byte. `upgraded`: never a word before STARTTLS. `none`: for this machine only. */
  readonly encryption: 'at-once' | 'upgraded' | 'none'
  readonly auth: { readonly user: string; readonly pass: string } | null
}

/** What can be asked of it. */
export type MailTransport = Transporter<SMTPSentMessageInfo>

interface AskOptions {
  /** In ms: until it greets. */
  readonly greetsWithinMs: number
  /** In ms: how long it may say nothing afterwards. */
  readonly silentForMs: number
  /** What the library threw, in our words. */
  readonly faultOf: (cause: unknown) => OutsideFault
}

/**
 * Asks a mail server something on a connection of its own. The mail library is loaded with the first question: neither a
 * start nor a quiet desk pays for it. Throws what `faultOf` makes of any failure.
 */
export async function askMailServer<Answer>(
  { host, port, encryption, auth }: MailServer,
  { greetsWithinMs, silentForMs, faultOf }: AskOptions,
  ask: (transport: MailTransport) => Promise<Answer>,
): Promise<Answer> {
  const { createTransport } = await import('nodemailer')
  const options: SMTPTransportOptions = {
    host,
    port,
    secure: encryption === 'at-once',
    requireTLS: encryption === 'upgraded',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(auth && { auth }),
    connectionTimeout: greetsWithinMs,
    greetingTimeout: greetsWithinMs,
    dnsTimeout: greetsWithinMs,
    socketTimeout: silentForMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = createTransport(options)
  try {
    return await ask(transport)
  } catch (cause) {
    throw faultOf(cause)
  } finally {
    transport.close()
  }
}
