import { accountIn } from '../../domain/staff/chats.ts'
import type { LinkEnd } from '../../domain/staff/link-offer.ts'
import type { ChannelAccount, Staff } from '../../domain/staff/staff.ts'
import { roleList } from '../phrases/role-list.ts'
import type { TalkWith } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { whyNotOurs } from './belongs.ts'
import { codeRefusalLine, codeShown, linkCard } from './link-replies.ts'

type LinkTalk = TalkWith<Staff | null>

/**
 * Lets an account in: where people are known, by asking the administrators; in the other chat, by a code that proves
 * whose account it is.
 */
export async function link({ code }: Extract<Intent, { verb: 'link' }>, talk: LinkTalk): Promise<Reply> {
  const { desk, words, speaker, by, demo } = talk
  const { root, other } = desk.chats
  const { account, personal } = speaker
  if (code === null) {
    if (by && by.roles.length === 0) return letIn(accountIn(by, root) ?? account, talk)
    if (!by && account.channel === root) return letIn(account, talk)
    const hasNoOther = account.channel !== root || other === null || demo !== null
    if (by && hasNoOther) return said(words.say('link.known', { roles: roleList(by.roles, words) }))
    if (!personal) return warning(words.say('refusal.link.not-private'))
  } else if (!personal) {
    await desk.links.expose(code)
    return warning(words.say('refusal.link.exposed'))
  }
  const why = await whyNotOurs('link', talk)
  if (why !== null) return warning(why)
  const chat = words.say(`chat.${account.channel === root ? (other ?? root) : root}`)
  const end: LinkEnd = { account, name: speaker.name, place: speaker.place }
  if (code === null) {
    const outcome = await desk.links.offer(end)
    if (outcome.ok) return codeShown(outcome.value, { by, chat, words })
    return warning(codeRefusalLine(outcome.refusal, { words, chat, now: desk.now() }))
  }
  const outcome = await desk.links.type(code, end)
  if (outcome.ok) return linkCard(outcome.value, speaker.place, desk, talk)
  return warning(codeRefusalLine(outcome.refusal, { words, chat, now: desk.now() }))
}

/** Asks the administrators to let somebody in; nobody asks for a guest. */
async function letIn(account: ChannelAccount, talk: LinkTalk): Promise<Reply> {
  const { desk, words, speaker } = talk
  const why = await whyNotOurs('link', talk)
  if (why !== null) return warning(why)
  const asked = await desk.staff.askAccess(account, speaker.name)
  return said(words.say(asked === 'needs-link' ? 'refusal.needs-link' : `link.${asked}`))
}

function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
