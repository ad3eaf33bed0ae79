import type { Desk } from '../../domain/desk.ts'
import type { PlaceId } from '../../domain/shared/ids.ts'
import { never } from '../../domain/shared/outcome.ts'
import { msOf, type Instant } from '../../domain/shared/time.ts'
import { accountIn } from '../../domain/staff/chats.ts'
import { linkHolds, type CodeRefusal, type LinkRefusal } from '../../domain/staff/decide-link.ts'
import { legible } from '../../domain/staff/link-code.ts'
import { endsOf, type LinkEnd, type LinkOffer, type TypedLink } from '../../domain/staff/link-offer.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'
import { roleList } from '../phrases/role-list.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** How long a code or its question lasts, for people. */
export const linkMinutes = linkHolds / 60_000

/** The code, as it is to be sent in the other chat. */
export function codeShown(
  { code }: Extract<LinkOffer, { status: 'open' }>,
  { by, chat, words }: { readonly by: Staff | null; readonly chat: string; readonly words: Words },
): Reply {
  const how = by
    ? words.say('link.send-there', { chat, roles: roleList(by.roles, words) })
    : words.say('link.send-to-root', { chat })
  return {
    parts: [
      line(how),
      { kind: 'copyable', text: phrase(words.grammar, 'link', { code: legible(code) }) },
      line(words.say('link.once', { minutes: linkMinutes }), { weight: 'quiet' }),
    ],
  }
}

/** How a link stands, for the reader of one of its two ends; where it waits for their yes, the question itself. */
export async function linkCard(link: TypedLink, readIn: PlaceId, desk: Desk, talk: CardTalk): Promise<Reply> {
  const { words } = talk
  const { known, new: joining } = endsOf(link, desk.chats.root)
  const chat = words.say(`chat.${joining.account.channel}`)
  const root = words.say(`chat.${known.account.channel}`)
  const asked = readIn === known.place
  switch (link.status) {
    case 'typed': {
      if (!asked) return said(words.say('link.confirm-there', { chat: root, minutes: linkMinutes }))
      const person = await desk.staff.whoIs(known.account)
      const before = person && accountIn(person, joining.account.channel)
      return {
        title: words.say('link.question', { chat }),
        tone: 'warning',
        parts: [
          {
            kind: 'facts',
            facts: [
              [words.say('fact.account'), accountLine(joining)],
              [words.say('fact.code-typed'), words.moment(link.typedAt)],
            ],
          },
          ...(before ? [line(words.say('link.replaces', { account: accountKey(before) }), { tone: 'warning' })] : []),
          line(words.say('link.beware')),
        ],
        buttons: [
          { label: words.say('button.link-yes'), tone: 'good', acts: { act: 'link.confirm', link: link.id } },
          { label: words.say('button.link-no'), tone: 'danger', acts: { act: 'link.deny', link: link.id } },
        ],
      }
    }
    case 'tied':
      if (asked) return said(words.say('link.tied-there', { chat, account: accountLine(joining) }), { tone: 'good' })
      return said(words.say('link.tied-here', { name: talk.nameOf(link.staff), chat: root }), { tone: 'good' })
    case 'denied':
      if (asked) return said(words.say('link.denied', { account: accountLine(joining) }), { tone: 'warning' })
      return said(words.say('link.denied-there', { chat: root }), { tone: 'warning' })
    default:
      return never(link)
  }
}

/** Why a code was not shown, or did not count. `chat` is the other one. */
export function codeRefusalLine(
  refusal: CodeRefusal,
  { words, chat, now }: { readonly words: Words; readonly chat: string; readonly now: Instant },
): string {
  switch (refusal.code) {
    case 'too-many-tries': {
      const minutes = Math.ceil((msOf(refusal.until) - msOf(now)) / 60_000)
      return words.say('refusal.link.too-many-tries', { minutes })
    }
    case 'no-such-code':
      return words.say('refusal.link.no-such-code', { left: refusal.left })
    case 'not-let-in':
    case 'tied-already':
    case 'not-a-code':
    case 'same-chat':
      return words.say(`refusal.link.${refusal.code}`, { chat })
    default:
      return never(refusal)
  }
}

/** Why a yes or a no did not count. */
export function linkRefusalLine({ code }: LinkRefusal, words: Words): string {
  return words.say(`refusal.link.${code}`)
}

/** What a chat calls somebody proves nothing: the account stands beside it. */
function accountLine({ name, account }: LinkEnd): string {
  return [name, accountKey(account)].filter((each) => each !== '').join(' · ')
}
