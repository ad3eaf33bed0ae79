import { z } from 'zod'
import { faultsOf, list, only, text } from '../shared/manifest-limits.ts'

const guid = z.guid({ error: 'must be a GUID' })
const address = text(2048).regex(/^https:\/\//, { error: 'must be an https address' })
const fileBeside = text(2048).regex(/^[\w-]+\.\w+$/, { error: 'must name a file beside the manifest' })
const language = text(26).regex(/^[a-z\d]{1,8}(-[a-z\d]{1,8}){0,2}$/i, { error: 'must be a language tag like zh-tw' })
const scopes = list(z.enum(['personal', 'team', 'groupChat'], { error: 'must be personal, team or groupChat' }), 3)
/** The lowest version that has what we need, and one that government clouds take (facts/chat-platforms 4.14). */
const version = '1.19'

/** As far as the desk uses it: the published schema of Teams app manifests. */
const manifest = only({
  $schema: z.literal(`https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`, {
    error: `must be that of version ${version}`,
  }),
  manifestVersion: z.literal(version, { error: `must be ${version}: its limits are the ones checked here` }),
  version: text(256).regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, { error: 'must be like 1.0.0' }),
  id: guid,
  developer: only({ name: text(32), websiteUrl: address, privacyUrl: address, termsOfUseUrl: address }),
  name: only({ short: text(30), full: text(100) }),
  description: only({ short: text(80), full: text(4000) }),
  icons: only({ color: fileBeside, outline: fileBeside }),
  accentColor: z.string().regex(/^#[\da-f]{6}$/i, { error: 'must be a colour like #1F4E79' }),
  localizationInfo: only({
    defaultLanguageTag: language,
    additionalLanguages: list(only({ languageTag: language, file: fileBeside }), 100),
  }),
  bots: list(
    only({
      botId: guid,
      scopes,
      isNotificationOnly: z.boolean(),
      supportsFiles: z.boolean(),
      commandLists: list(only({ scopes, commands: list(only({ title: text(32), description: text(128) }), 10) }), 3),
    }),
    1,
  ),
})

export type TeamsAppManifest = z.infer<typeof manifest>

/** A manifest that Teams takes, or what it would refuse, each in a sentence. */
export function readTeamsManifest(
  value: unknown,
): { readonly manifest: TeamsAppManifest } | { readonly faults: readonly string[] } {
  const parsed = manifest.safeParse(value)
  return parsed.success ? { manifest: parsed.data } : { faults: faultsOf(manifest, value) }
}

const words = z
  .record(z.string(), z.string({ error: 'must be text' }), { error: 'must be a list of texts' })
  .superRefine((given, context) => {
    for (const key of ['name.short', 'name.full', 'description.short', 'description.full'])
      if (given[key] === undefined) context.addIssue(`must translate ${key}`)
  })

/** What is wrong with the words of another language: they stand in for the manifest's own and keep to its limits. */
export function translationFaults(of: TeamsAppManifest, value: unknown): readonly string[] {
  const parsed = words.safeParse(value)
  if (!parsed.success) return faultsOf(words, value)
  const translated = structuredClone(of)
  const strays = Object.entries(parsed.data).filter(([key, said]) => key !== '$schema' && !putAt(translated, key, said))
  return [
    ...strays.map(([key]) => `translates ${key}, which the manifest does not have`),
    ...faultsOf(manifest, translated),
  ]
}

/** Puts a text where a key like `bots[0].commandLists[0].commands[1].title` points; false where none stands. */
function putAt(target: object, key: string, said: string): boolean {
  const steps = key.split(/[.[\]]+/)
  const last = steps.pop() ?? ''
  let at: unknown = target
  for (const step of steps) at = isObject(at) ? at[step] : undefined
  if (!isObject(at) || typeof at[last] !== 'string') return false
  at[last] = said
  return true
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
