import { never } from '../../domain/shared/outcome.ts'
import type { RoleAskRefusal, RoleDecisionRefusal } from '../../domain/staff/decide-role-change.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { roles } from '../../domain/staff/powers.ts'
import type { AccessRequest, RoleChange } from '../../domain/staff/role-change.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'
import { byWhom } from '../phrases/by-whom.ts'
import type { CardTalk, Talk } from '../talk.ts'
import { roleList } from '../phrases/role-list.ts'
import { line, type Button, type Reply } from '../vocabulary/reply.ts'

/** The card of a role change: who is to be what, and the second administrator's buttons. */
export function roleChangeCard(change: RoleChange, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const at = { case: change.id, version }
  return {
    title: words.say(`role.title.${change.change}`, {
      case: change.id,
      name: change.subject.name,
      role: words.say(`role.${change.role}`),
    }),
    tone: change.status === 'pending' ? 'warning' : 'plain',
    parts: [
      line(roleChangeLine(change, talk), { weight: 'strong' }),
      {
        kind: 'facts',
        facts: [
          [
            words.say('fact.person'),
            change.subject.kind === 'staff'
              ? change.subject.name
              : `${change.subject.name} · ${accountKey(change.subject.account)}`,
          ],
          byWhom('fact.asked-by', change.askedBy, change.askedAt, talk),
        ],
      },
    ],
    buttons:
      change.status === 'pending'
        ? [
            { label: words.say('button.confirm'), tone: 'good', acts: { act: 'role-change.confirm', ...at } },
            { label: words.say('button.reject'), tone: 'danger', acts: { act: 'role-change.reject', ...at } },
          ]
        : [],
    shows: at,
  }
}

/** One line on how a role change stands. */
export function roleChangeLine(change: RoleChange, { words, nameOf }: CardTalk): string {
  switch (change.status) {
    case 'pending':
      return words.say('role.pending')
    case 'confirmed':
      return words.say('role.confirmed', { name: nameOf(change.confirmedBy) })
    case 'rejected':
      return words.say('role.rejected', { name: nameOf(change.rejectedBy) })
    case 'expired':
      return words.say('role.expired')
    default:
      return never(change)
  }
}

/** Why a role change was not asked for, or a decision on it did not count. */
export function roleRefusalLine(
  refusal: RoleAskRefusal | RoleDecisionRefusal | VersionRefusal,
  talk: CardTalk,
): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.change.id,
        outcome: roleChangeLine(refusal.change, talk),
      })
    case 'has-it':
    case 'has-it-not':
      return words.say(`refusal.${refusal.code}`, { role: words.say(`role.${refusal.role}`) })
    case 'not-allowed':
      return words.say('refusal.administrators-only')
    case 'expired':
    case 'own-role':
    case 'needs-link':
    case 'too-few-administrators':
    case 'own-request':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

/** An unknown account wants to be let in: an administrator chooses as what. */
export function newcomerCard({ account, name }: AccessRequest, { words }: CardTalk): Reply {
  return {
    title: words.say('newcomer.title', { name }),
    parts: [line(words.say('newcomer.check', { account: accountKey(account) }))],
    buttons: roles.map((role): Button => ({
      label: words.say(`role.${role}`),
      acts: { act: 'role-change.ask', account: accountKey(account), role },
    })),
  }
}

/** Everybody who works here, and who waits to be let in. */
export async function showRoles({ desk, words }: Talk): Promise<Reply> {
  const [staff, waiting] = await Promise.all([desk.staff.all(), desk.staff.waiting()])
  return {
    title: words.say('roles.title', { count: staff.length }),
    parts: [
      {
        kind: 'facts',
        facts: staff.map(({ name, roles: held }: Staff) => [name, roleList(held, words)] as const),
      },
      ...waiting.map(({ name }) => line(words.say('roles.waiting', { name }), { tone: 'warning' })),
      line(words.say('roles.how'), { weight: 'quiet' }),
    ],
  }
}
