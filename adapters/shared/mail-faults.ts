import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'

/** The library's own words for what went wrong (nodemailer.com, “Error codes”), by what they mean to us. */
const kinds: Readonly<Record<string, FaultKind>> = {
  EAUTH: 'unauthorised',
  ENOAUTH: 'unauthorised',
  EOAUTH2: 'unauthorised',
  ETLS: 'refused',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
}

/** Node's words for a certificate that is not to be trusted. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/

/** Said before a connection stands; nothing of a mail has left then. */
const unreached = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS)$/

/**
 * A failure of the mail server as a fault: a lasting no (5xx) is refused, a passing one (4xx) and silence are tried
 * again. What the server said is left out, as it may name people, and so is what we said, as it may hold a password.
 */
export function mailFault(service: string, cause: unknown): OutsideFault {
  // The library keeps the socket's own word, such as CERT_HAS_EXPIRED, beside its own.
  const { code, originalCode, responseCode } = cause as Readonly<
    Record<'code' | 'originalCode' | 'responseCode', unknown>
  >
  const word = [originalCode, code].find((each) => typeof each === 'string') ?? 'unknown'
  const status = typeof responseCode === 'number' ? responseCode : undefined
  return new OutsideFault({
    service,
    kind: kindOf(word, status),
    code: word,
    ...(status !== undefined && { status }),
    ...(unreached.test(word) && { notSent: true }),
  })
}

function kindOf(code: string, status: number | undefined): FaultKind {
  if (status !== undefined && status >= 400 && status < 500) return 'unreachable'
  if (untrusted.test(code)) return 'refused'
  const known = Object.hasOwn(kinds, code) ? kinds[code] : undefined
  return known ?? (status !== undefined && status >= 500 ? 'refused' : 'unreachable')
}
