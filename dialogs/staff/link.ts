import type { Desk } from '../../domain/desk.ts'
import { roleList } from '../phrases/role-list.ts'
import type { Talk } from '../talk.ts'
import type { Speaker } from '../vocabulary/heard.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Asks the administrators to let somebody in. */
export async function letIn({ account, name }: Speaker, { staff }: Desk, words: Words): Promise<Reply> {
  const asked = await staff.askAccess(account, name)
  return said(words.say(asked === 'asked' ? 'link.asked' : 'link.asked-before'))
}

/** Somebody who may do nothing any more asks anew; everybody else is in. */
export function link({ by, speaker, desk, words }: Talk): Reply | Promise<Reply> {
  if (by.roles.length === 0) return letIn(speaker, desk, words)
  return said(words.say('link.known', { roles: roleList(by.roles, words) }))
}
