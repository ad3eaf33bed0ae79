import type { Command } from '../../dialogs/vocabulary/heard.ts'

/**
 * The slash commands of the Slack app, each with the words it stands for before whatever is typed behind it. `/desk`
 * takes every verb. A command is listed once the desk understands its words.
 */
export const shortCommands = {
  '/overdue': 'overdue',
  '/customer': 'customer',
  '/suspend': 'suspend',
  '/resume': 'resume',
  '/ticket': 'ticket',
  '/fraud': 'fraud',
  '/credit': 'credit',
  '/policy': 'policy',
  '/desk': '',
} as const

export type ShortCommand = keyof typeof shortCommands
export const commandNames = Object.keys(shortCommands) as readonly ShortCommand[]

/**
 * What may stand before the names where other apps own them. It ends in a dash or an underscore, so that a name is
 * found again without knowing the prefix, and no `/unsuspend` is ever read as `/suspend`.
 */
export const commandPrefix = /^(?:[a-z\d][a-z\d_-]*[-_])?$/

/** Characters that a prefix may have: Slack takes 32 for the whole command, its slash included. */
export const longestPrefix = 32 - Math.max(...commandNames.map((name) => name.length))

/** The verb of a short command and what is typed behind it, in whatever language; null where there is no verb, or no more. */
export function commandOf(command: string, text: string): Command | null {
  const known = knownAs(command)
  const verb = known ? shortCommands[known] : ''
  const rest = text.trim()
  return verb === '' || rest === '' ? null : { verb, rest }
}

/**
 * The sentence that a slash command says, whatever its prefix; one that says nothing at all asks for help. The words of a command we do not know stay, so that it
 * is not taken for another one.
 */
export function commandText(command: string, text: string): string {
  const known = knownAs(command)
  return `${known ? shortCommands[known] : command.slice(1)} ${text.trim()}`.trim() || 'help'
}

function knownAs(command: string): ShortCommand | null {
  const bare = command.slice(1)
  return commandNames.find((name) => bare.endsWith(name.slice(1)) && commandPrefix.test(prefixOf(bare, name))) ?? null
}

function prefixOf(bare: string, name: ShortCommand): string {
  return bare.slice(0, 1 - name.length)
}
