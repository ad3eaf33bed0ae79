import type { News } from '../../domain/outbox/news.ts'
import { readAddress } from '../../domain/reminders/read-address.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Asks somebody else than its author to look at an address, letter by letter. */
export function newAddressCard(
  { customer, name, address, by }: Extract<News, { kind: 'new-address' }>,
  { words, nameOf }: CardTalk,
): Reply {
  return {
    title: words.say('address.title', { name }),
    parts: [
      line(words.say('address.entered', { by: nameOf(by) }), { weight: 'strong' }),
      spelledOut(address, words),
      line(words.say('address.check'), { weight: 'quiet' }),
    ],
    buttons: [confirmButton(customer, address, words)],
  }
}

/** The mailbox and the domain apart: one wrong letter is easily overlooked in one long word. */
export function spelledOut(address: string, words: Words): Part {
  const outcome = readAddress(address)
  const { mailbox, ascii } = outcome.ok ? outcome.value : { mailbox: address, ascii: '' }
  return {
    kind: 'facts',
    facts: [
      [words.say('address.mailbox'), mailbox],
      [words.say('address.domain'), domainLine(ascii, words)],
    ],
  }
}

/** Says that letters stand there that look like others. */
function domainLine(ascii: string, words: Words): string {
  return /(?:^|\.)xn--/.test(ascii) ? words.say('address.foreign', { domain: ascii }) : ascii
}

export function confirmButton(customer: CustomerId, address: string, words: Words): Button {
  return { label: words.say('button.confirm-address'), acts: { act: 'address.confirm', customer, address } }
}
