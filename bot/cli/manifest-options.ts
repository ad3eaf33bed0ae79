import { parseArgs } from 'node:util'
import { z } from 'zod'
import { commandPrefix, longestPrefix } from '../../adapters/slack/commands.ts'
import { appId, present, publicUrl } from '../config/environment.ts'

/** What the apps are built from; null is what nobody has said yet. */
export interface ManifestWords {
  /** Without a slash at its end. */
  readonly url: string | null
  readonly appId: string | null
  readonly socket: boolean
  readonly prefix: string
  readonly out: string
}

const words = z.object({
  url: publicUrl.nullable(),
  appId: appId.nullable(),
  socket: z.boolean(),
  prefix: z
    .string()
    .max(longestPrefix, { error: `may have at most ${longestPrefix} characters: Slack takes 32 for a command` })
    .regex(commandPrefix, {
      error: 'must be lower-case letters, digits, - and _, and end in - or _, such as pd-',
    }),
  out: z.string().min(1, { error: 'must name a folder' }),
})

/** Reads the options of `manifest`, and the settings where nothing was said; else every fault in a sentence. */
export function manifestWords(
  args: readonly string[],
  settings: Readonly<Record<string, string | undefined>>,
): ManifestWords | { readonly faults: readonly string[] } {
  const options = optionsOf(args)
  if (typeof options === 'string') return { faults: [options] }
  const { PUBLIC_URL, MicrosoftAppId } = present(settings)
  const parsed = words.safeParse({
    url: options.url ?? PUBLIC_URL ?? null,
    appId: options['app-id'] ?? MicrosoftAppId ?? null,
    socket: options.socket,
    prefix: options.prefix,
    out: options.out,
  })
  if (parsed.success) return parsed.data
  const names: Readonly<Record<string, string>> = {
    url: options.url === undefined ? 'PUBLIC_URL' : '--url',
    appId: options['app-id'] === undefined ? 'MicrosoftAppId' : '--app-id',
  }
  return {
    faults: parsed.error.issues.map(({ path, message }) => `${names[path.join()] ?? `--${path.join()}`} ${message}`),
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        'app-id': { type: 'string' },
        socket: { type: 'boolean', default: false },
        prefix: { type: 'string', default: '' },
        out: { type: 'string', default: 'manifest/built' },
      },
    }).values
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'These options cannot be read.'
  }
}
