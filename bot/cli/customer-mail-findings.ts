import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { openCustomerMail } from '../open-customer-mail.ts'
import type { OpenDesk } from '../open-desk.ts'
import { ok, saidBy, wrong, type Finding } from './finding.ts'

/** How letters reach customers, and whether the mail server that they go by answers. */
export async function customerMailFindings({ config }: Pick<OpenDesk, 'config'>): Promise<readonly Finding[]> {
  const { customerMail, partner } = config
  const mailbox = openCustomerMail(customerMail)
  if (!customerMail || !mailbox) {
    const signed = partner.name === null ? '; they are not signed: set PARTNER_NAME and PARTNER_CONTACT' : ''
    return [ok(`letters to customers: copied and sent by people; to mail them, set REMINDERS_FROM${signed}`)]
  }
  const line = `letters to customers: by mail from ${customerMail.from.address}`
  try {
    await mailbox.looks()
    return [ok(`${line}; the mail server answers`)]
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return [wrong(`${line}: ${saidBy(fault)}; check SMTP_URL: host, port, user and password, and the network`)]
  }
}
