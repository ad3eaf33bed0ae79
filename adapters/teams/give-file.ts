import type { TurnContext } from 'botbuilder-core'
import type { MadeFile } from '../../dialogs/vocabulary/file.ts'
import { putFile } from '../shared/put-file.ts'
import { infoActivity, type Consent } from './file-consent.ts'
import type { TrustsFileUrl } from './teams-cloud.ts'

/** Gives a file to whoever said yes to its card. Throws `OutsideFault`; then the card can be pressed again. */
export type GiveFile = (consent: Extract<Consent, { kind: 'taken' }>, made: MadeFile) => Promise<void>

/** Cards that were answered, so that a second press gives nothing twice. Forgotten by a restart, as the card is gone then. */
export interface AnsweredConsents {
  has(id: string): boolean
  add(id: string): void
  delete(id: string): void
}

const mostKept = 1_000

export function answeredConsents(): AnsweredConsents {
  const ids = new Set<string>()
  return {
    has: (id) => ids.has(id),
    add(id) {
      const [oldest] = ids
      if (ids.size >= mostKept && oldest !== undefined) ids.delete(oldest)
      ids.add(id)
    },
    delete: (id) => void ids.delete(id),
  }
}

/** Teams waits some ten seconds for a turn to end (facts/chat-platforms 4.1). */
const timeoutMs = 8_000

/** Puts the file where the consent says, shows where it is, and takes the card away that asked. */
export function fileGiver(context: TurnContext, allowed: TrustsFileUrl, answered: AnsweredConsents): GiveFile {
  return async ({ id, upload }, made) => {
    if (answered.has(id)) return
    answered.add(id)
    const last = made.bytes.length - 1
    // In one piece (learn.microsoft.com, driveItem createUploadSession: less than 60 MiB may be).
    const headers = { 'content-type': made.mediaType, 'content-range': `bytes 0-${last}/${made.bytes.length}` }
    try {
      await putFile(upload.uploadUrl, made, { method: 'PUT', allowed, headers, timeoutMs, service: 'teams' })
    } catch (fault) {
      answered.delete(id)
      throw fault
    }
    await context.sendActivity(infoActivity(upload, upload.name ?? made.name))
    const card = context.activity.replyToId
    // The file is there: a card that asks for it on is only untidy.
    if (card != null) await context.deleteActivity(card).catch(() => undefined)
  }
}
