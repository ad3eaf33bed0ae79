import { accountKey } from '../../domain/staff/staff.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { normalise } from '../understanding/normalise.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

/** Makes a linked account nobody's again: one's own, or, for an administrator, that of the person named, or of one of their accounts. */
export async function unlink({ person }: Extract<Intent, { verb: 'unlink' }>, talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  const wanted = normalise((person ?? '').replace(/^@/u, ''))
  const named = (await desk.staff.all()).filter(
    ({ name, accounts }) =>
      normalise(name) === wanted || accounts.some((account) => normalise(accountKey(account)) === wanted),
  )
  const [whose, ...others] = person === null ? [by] : named
  if (!whose) return said(words.say('role.nobody', { who: quoted(person ?? '') }))
  if (others.length > 0) return said(words.say('unlink.several', { who: quoted(person ?? '') }))
  const outcome = await desk.links.untie(whose.id, by)
  if (outcome.ok) {
    const account = accountKey(outcome.value)
    return said(words.say('unlink.done', { name: whose.name, account }), { tone: 'good' })
  }
  const { code } = outcome.refusal
  return said(
    code === 'not-allowed'
      ? words.say('refusal.administrators-only')
      : words.say(`refusal.${code}`, { name: whose.name }),
    { tone: 'warning' },
  )
}
