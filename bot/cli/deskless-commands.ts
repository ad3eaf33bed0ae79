import { manifestCommand } from './manifest-command.ts'
import type { DesklessCommand } from './session.ts'

/** Apart from the other commands: a desk that runs has no use for these, nor for what they load. */
export const desklessCommands: Readonly<Record<string, DesklessCommand>> = { manifest: manifestCommand }
