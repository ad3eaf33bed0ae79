import { granted, refused, type Outcome } from '../shared/outcome.ts'

/** An e-mail address as it is used, and as it is read aloud. */
export interface ReadAddress {
  /** The domain in ASCII (IDNA), so that two that look alike differ. */
  readonly address: string
  readonly mailbox: string
  /** As it was written; the same as `ascii` but for letters of other scripts. */
  readonly domain: string
  readonly ascii: string
}

export type AddressRefusal =
  /** No @ in it. */
  | { readonly code: 'no-address' }
  /** More than one: a letter goes to one. */
  | { readonly code: 'several-addresses' }
  /** Letters before the @ that not every mail server takes (RFC 6531). */
  | { readonly code: 'mailbox-not-ascii' }
  /** Something else that is in no address, such as a blank or a line break, which would begin a header of its own. */
  | { readonly code: 'address-malformed' }

/** RFC 5321 4.5.3.1, and what SMTP calls a dot-string; quoted mailboxes are left out, as nobody has one. */
const mailboxShape = /^(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainShape = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u
const asciiShape = /^(?=.{4,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!\d+$)(?!-)[a-z0-9-]{2,63}(?<!-)$/
const longest = 254

/** Reads one address, strictly: what cannot be read is asked about, and never repaired. */
export function readAddress(said: string): Outcome<ReadAddress, AddressRefusal> {
  const text = said
    .trim()
    .replace(/^mailto:/i, '')
    .replaceAll('＠', '@')
  const signs = [...text].filter((letter) => letter === '@').length
  if (signs === 0) return refused({ code: 'no-address' })
  if (signs > 1) return refused({ code: 'several-addresses' })
  const [mailbox = '', typed = ''] = text.split('@')
  if (/[^\x20-\x7e]/.test(mailbox) && /^[\p{L}\p{M}\p{N}._+-]+$/u.test(mailbox))
    return refused({ code: 'mailbox-not-ascii' })
  const domain = typed.normalize('NFC').toLowerCase()
  const ascii = domainShape.test(domain) ? (URL.parse(`http://${domain}`)?.hostname ?? '') : ''
  const address = `${mailbox}@${ascii}`
  if (!mailboxShape.test(mailbox) || !asciiShape.test(ascii) || address.length > longest)
    return refused({ code: 'address-malformed' })
  return granted({ address, mailbox, domain, ascii })
}
