import { z } from 'zod'
import { scopes } from './app-manifest.ts'
import type { SlackApi } from './slack-api.ts'

/** The app as Slack knows the token of its bot. */
export interface AppStanding {
  /** What the workspace is called, and its id. */
  readonly team: { readonly name: string; readonly id: string }
  readonly bot: { readonly name: string; readonly id: string }
  /** Whether it is a bot's token at all; a person's would act in that person's name. */
  readonly isBot: boolean
  /** Scopes it lacks, and those it needs not; null where Slack did not say which it has. */
  readonly scopes: { readonly lacking: readonly string[]; readonly needless: readonly string[] } | null
}

const answered = z.object({
  team: z.string().optional(),
  team_id: z.string(),
  user: z.string().optional(),
  user_id: z.string(),
  bot_id: z.string().optional(),
  // The client puts the header `x-oauth-scopes` here.
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
})

/** Asks Slack what the token is good for; changes nothing. Throws `OutsideFault`. */
export async function appStanding(api: Pick<SlackApi, 'call'>): Promise<AppStanding> {
  const { team, team_id, user, user_id, bot_id, response_metadata } = await api.call('auth.test', {}, answered)
  const granted = response_metadata?.scopes ?? null
  return {
    team: { name: team ?? team_id, id: team_id },
    bot: { name: user ?? user_id, id: user_id },
    isBot: bot_id !== undefined,
    scopes: granted && {
      lacking: scopes.filter((scope) => !granted.includes(scope)),
      needless: granted.filter((scope) => !(scopes as readonly string[]).includes(scope)),
    },
  }
}

/** Whether Slack would give a connection for Socket Mode; takes none. Throws `OutsideFault`. */
export async function asksForSocket(api: Pick<SlackApi, 'call'>): Promise<void> {
  await api.call('apps.connections.open', {}, z.object({ url: z.string() }))
}
