import { roleList } from '../phrases/role-list.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

/** Plays somebody of another role; in the demo only. */
export async function become({ role }: Extract<Intent, { verb: 'become' }>, talk: Talk): Promise<Reply> {
  const { demo, words, speaker } = talk
  if (!demo) return said(words.say('misunderstood'))
  const staff = await demo.become(speaker, role)
  if (!staff) return said(words.say('demo.nobody'))
  return said(words.say('demo.became', { name: staff.name, roles: roleList(staff.roles, words) }))
}
