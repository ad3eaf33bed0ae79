import { z } from 'zod'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import type { SlackApi } from './slack-api.ts'

/** What somebody is in our workspace. Only members are people the desk talks with. */
export type Standing = 'member' | 'guest' | 'bot' | 'gone' | 'stranger'

export interface Person {
  readonly name: string
  /** BCP 47; null when Slack says nothing. */
  readonly locale: string | null
  readonly standing: Standing
}

export interface People {
  /** As Slack said within the last minutes, so that not every word costs a call. Throws `OutsideFault`. */
  person(user: string): Promise<Person>
  /** As Slack says now; for decisions. Throws `OutsideFault`. */
  personNow(user: string): Promise<Person>
  /** Whether a workspace is the one the desk is installed in. Throws `OutsideFault`. */
  isOurs(team: string): Promise<boolean>
}

const answered = z.object({
  user: z.object({
    team_id: z.string().optional(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
})
const signedIn = z.object({ team_id: z.string() })

const freshMs = 5 * 60_000
const mostKept = 2_000

export function slackPeople(api: SlackApi, now: Clock): People {
  const known = new Map<string, { readonly at: number; readonly person: Person }>()
  let ours: string | null = null

  const team = async (): Promise<string> => {
    ours ??= (await api.call('auth.test', {}, signedIn)).team_id
    return ours
  }

  const personNow = async (user: string): Promise<Person> => {
    const person = await ask(user)
    if (known.size >= mostKept) known.clear()
    known.set(user, { at: msOf(now()), person })
    return person
  }

  const ask = async (id: string): Promise<Person> => {
    try {
      const { user } = await api.call('users.info', { user: id, include_locale: true }, answered)
      const { profile, real_name: realName, name, locale = null } = user
      const called = [profile?.display_name, realName, name].find((each) => each !== undefined && each !== '')
      return { name: called ?? id, locale, standing: standingOf(user, await team()) }
    } catch (fault) {
      if (!(fault instanceof OutsideFault && fault.facts.kind === 'not-found')) throw fault
      return { name: id, locale: null, standing: 'gone' }
    }
  }

  return {
    isOurs: async (asked) => asked === (await team()),
    personNow,
    async person(user) {
      const found = known.get(user)
      return found && msOf(now()) - found.at < freshMs ? found.person : personNow(user)
    },
  }
}

/** Whom facts/chat-platforms 6.6 says to deny, and why. */
function standingOf(user: z.infer<typeof answered>['user'], team: string): Standing {
  if (user.deleted === true) return 'gone'
  if (user.is_bot === true) return 'bot'
  if (user.is_stranger === true || (user.team_id !== undefined && user.team_id !== team)) return 'stranger'
  return user.is_restricted === true || user.is_ultra_restricted === true ? 'guest' : 'member'
}
