import { manifestCommand } from './manifest-command.ts'
import { policyCheck } from './policy-check.ts'
import type { DesklessCommand } from './session.ts'

/** Apart from the other commands, by their one or two words: a desk that runs has no use for these, nor for what they load. */
const desklessCommands: Readonly<Record<string, DesklessCommand>> = {
  manifest: manifestCommand,
  'policy check': policyCheck,
}

/** The command that needs no desk, with what stands behind it; null where the words name none. */
export function desklessOf(
  words: readonly string[],
): { readonly command: DesklessCommand; readonly args: readonly string[] } | null {
  for (const length of [1, 2]) {
    const command = desklessCommands[words.slice(0, length).join(' ')]
    if (command) return { command, args: words.slice(length) }
  }
  return null
}
