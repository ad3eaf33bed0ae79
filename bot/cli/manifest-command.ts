import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slackManifestFaults } from '../../adapters/slack/app-manifest-limits.ts'
import { slackAppManifest, slackPath } from '../../adapters/slack/app-manifest.ts'
import { teamsAppPackage } from '../../adapters/teams/app-package.ts'
import { manifestWords, type ManifestWords } from './manifest-options.ts'
import type { DesklessCommand } from './session.ts'

/** One file that was asked for: as it is, with what to do next; or why there is none. */
type Built =
  | {
      readonly file: string
      readonly bytes: string | Uint8Array
      readonly what: string
      readonly next: readonly string[]
    }
  | { readonly file: string; readonly faults: readonly string[] }

/** `manifest`: builds both apps and says what to do with them. One that a chat would refuse is not there afterwards. */
export const manifestCommand: DesklessCommand = async (args, session, settings) => {
  const words = manifestWords(args, settings)
  if ('faults' in words) {
    for (const fault of words.faults) session.print(fault)
    return 1
  }
  const all = [slackApp(words), await teamsApp(words)]
  await mkdir(words.out, { recursive: true })
  for (const built of all) {
    const path = join(words.out, built.file)
    if ('faults' in built) {
      await rm(path, { force: true })
      session.print(`Not built: ${path}`)
      for (const fault of built.faults) session.print(`  ${fault}`)
    } else {
      await writeFile(path, built.bytes)
      session.print(`Built ${path}: ${built.what}`)
      for (const line of built.next) session.print(`  ${line}`)
    }
  }
  return all.some((built) => 'faults' in built) ? 1 : 0
}

/** Stands where nobody has said the address. */
const placeholder = 'https://desk.example.com'
const noUrl = `${placeholder} is a placeholder: set PUBLIC_URL, or say --url, and build again.`

function slackApp({ url, socket, prefix }: ManifestWords): Built {
  const file = 'slack-app-manifest.json'
  const manifest = slackAppManifest({ url: socket ? null : (url ?? placeholder), prefix })
  const faults = slackManifestFaults(manifest)
  if (faults.length > 0) return { file, faults }
  const commands = manifest.features?.slash_commands?.map(({ command }) => command) ?? []
  return {
    file,
    bytes: `${JSON.stringify(manifest, null, 2)}\n`,
    what: `the Slack app, ${socket ? 'by Socket Mode' : 'over HTTP'}, with ${commands.join(' ')}`,
    next: [
      ...(socket || url !== null ? [] : [noUrl]),
      'Create the app at https://api.slack.com/apps: Create New App, From a manifest; then Install to Workspace.',
      ...(socket
        ? [
            'Generate an app-level token with connections:write under Basic Information.',
            'Set SLACK_BOT_TOKEN (OAuth & Permissions) and SLACK_APP_TOKEN, and start the desk.',
          ]
        : [
            'Set SLACK_BOT_TOKEN (OAuth & Permissions) and SLACK_SIGNING_SECRET (Basic Information), and start the desk.',
            `Then let Slack verify ${url ?? placeholder}${slackPath} under Event Subscriptions.`,
          ]),
    ],
  }
}

const folder = fileURLToPath(new URL('../../manifest/teams', import.meta.url))

async function teamsApp({ url, appId }: ManifestWords): Promise<Built> {
  const file = 'partner-desk-teams.zip'
  const built = await teamsAppPackage(folder, appId)
  if ('faults' in built) return { file, faults: built.faults }
  const { id, version, developer, localizationInfo } = built.manifest
  const languages = [
    localizationInfo.defaultLanguageTag,
    ...localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag),
  ]
  const company = Object.values(developer).filter((each) => each === 'Your company' || each.includes('//example.com'))
  return {
    file,
    bytes: built.zip,
    what: `the Teams app, version ${version}, of ${id}, in ${languages.join(', ')}`,
    next: [
      ...(/^[0-]+$/.test(id) ? [`${id} is a placeholder: set MicrosoftAppId, or say --app-id, and build again.`] : []),
      ...(company.length === 0
        ? []
        : [`Placeholders: ${company.join(', ')}. Put your own under developer in manifest/teams/manifest.json.`]),
      'Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.',
      `Set ${url ?? placeholder}/api/messages as messaging endpoint of the Azure Bot, and switch its Teams channel on.`,
      ...(url === null ? [noUrl] : []),
    ],
  }
}
