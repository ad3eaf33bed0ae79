import { join } from 'node:path'
import type { Storage, StoreItems } from 'botbuilder-core'
import { Low } from 'lowdb'
import { instantOf, msOf, type Clock } from '../../domain/shared/time.ts'
import { conversationsDocument, ConversationsDraft, noConversations, type Conversations } from './conversations.ts'
import { setAside, Unreadable } from './damaged-file.ts'
import { nodeDisk, type Disk } from '../shared/disk.ts'
import { documentFile } from './document-file.ts'
import { makeFolder, removeLeftovers } from '../shared/durable-file.ts'
import { GroupCommit } from './group-commit.ts'

interface DialogStorageOptions {
  readonly now: Clock
  /** Hears of a damaged file, which was moved to `keptAs`; the desk goes on without the half-typed drafts in it. */
  readonly onDamaged: (damaged: { readonly keptAs: string; readonly why: string }) => void
  /** Entries not written for longer than this are forgotten. A day unless told. */
  readonly maxAgeMs?: number
  readonly disk?: Disk
}

/** botbuilder's port, and an end to it. */
export interface DialogStorage extends Storage {
  /** Writes what is under way; refuses further writes. */
  close(): Promise<void>
}

const fileName = 'conversations.json'

/**
 * Where botbuilder keeps conversations: a file beside the desk's own, in a folder that the store has locked. An entry
 * written with an eTag that is no longer its own rejects, and nothing of that write is kept.
 */
export async function openLowdbDialogStorage(folder: string, options: DialogStorageOptions): Promise<DialogStorage> {
  const { now, onDamaged, maxAgeMs = 86_400_000, disk = nodeDisk } = options
  const path = join(folder, fileName)
  await makeFolder(disk, folder)
  await removeLeftovers(disk, folder, (name) => name === fileName)
  const db = new Low(documentFile(disk, path, conversationsDocument), noConversations)
  try {
    await db.read()
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    onDamaged({ keptAs: await setAside(disk, path), why: fault.message })
  }

  const oldest = () => instantOf(msOf(now()) - maxAgeMs)
  const group = new GroupCommit<Conversations, ConversationsDraft>({
    first: new ConversationsDraft(db.data).end(oldest()),
    begin: (believed) => new ConversationsDraft(believed),
    end: (draft) => draft.end(oldest()),
    async write(next) {
      db.data = next
      await db.write()
      return next
    },
  })

  return {
    async read(keys) {
      const items: StoreItems = {}
      for (const key of keys) {
        const found = group.believed.entries.get(key)
        if (found && found.savedAt >= oldest()) items[key] = { ...(JSON.parse(found.text) as object), eTag: found.eTag }
      }
      return items
    },
    async write(changes) {
      const copies = Object.entries(changes as Record<string, object>).map(([key, item]) => {
        const { eTag, ...rest } = item as { readonly eTag?: unknown }
        return { key, text: JSON.stringify(rest), basedOn: typeof eTag === 'string' ? eTag : '*' }
      })
      await group.submit((draft) => draft.write(copies, now()))
    },
    async delete(keys) {
      const gone = [...keys]
      await group.submit((draft) => draft.delete(gone))
    },
    close: () => group.close(),
  }
}
