import type { CustomerMailSettings } from '../../adapters/customer-mail/open-customer-mailbox.ts'
import type { MailServer } from '../../adapters/shared/mail-server.ts'
import type { Partner } from '../../dialogs/reminders/write-letter.ts'
import type { Environment } from './environment.ts'
import { isAddress, isMailbox, senderOf } from './mail-config.ts'

/** How letters to customers are mailed. */
export type CustomerMailConfig = CustomerMailSettings

/** In whose name customers are written to. Adds to `faults` what cannot stand in a letter. */
export function partnerOf({ PARTNER_NAME: name, PARTNER_CONTACT: contact }: Environment, faults: string[]): Partner {
  for (const [setting, text] of Object.entries({ PARTNER_NAME: name, PARTNER_CONTACT: contact }))
    if (text !== undefined && /[\r\n]/.test(text)) faults.push(`${setting} must be one line`)
  return { name: name ?? null, contact: contact ?? null }
}

/** The settings of letters by mail; null where people send them. Adds to `faults` what cannot be used. */
export function customerMailOf(
  env: Environment,
  server: MailServer | null,
  faults: string[],
): CustomerMailConfig | null {
  const { SMTP_URL, PARTNER_NAME, REMINDERS_FROM: from, REMINDERS_REPLY_TO: replyTo } = env
  if (from !== undefined && !isMailbox(from))
    faults.push(
      'REMINDERS_FROM must be an address, such as billing@example.com or Northwind Cloud <billing@example.com>',
    )
  if (replyTo !== undefined && !isAddress(replyTo))
    faults.push('REMINDERS_REPLY_TO must be one address, such as accounts@example.com')
  if (from === undefined) return null
  if (SMTP_URL === undefined)
    faults.push('SMTP_URL is missing: REMINDERS_FROM says that letters to customers go out by mail')
  if (PARTNER_NAME === undefined)
    faults.push('PARTNER_NAME is missing: letters to customers that go out by mail are signed with it')
  return server && { server, from: senderOf(from), replyTo: replyTo ?? null }
}
