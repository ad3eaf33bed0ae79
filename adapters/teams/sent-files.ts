import type { Activity } from 'botbuilder-core'
import { z } from 'zod'
import { largestFile, type SentFile } from '../../dialogs/vocabulary/heard.ts'
import { download } from '../shared/download.ts'

/** Gives the bytes at an address that Teams named. Throws `OutsideFault`. */
export type FetchFile = (address: string) => Promise<Uint8Array>

/** Teams sends it in one-to-one chats only, and puts the file into the sender's OneDrive. */
const fileDownload = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(1_000).nullish(),
  content: z.object({ downloadUrl: z.string().max(8_000), fileType: z.string().max(100).nullish() }),
})

/** The files a message brought, none of them fetched yet. Teams does not say how large they are. */
export function sentFiles({ attachments }: Activity, fetchFile: FetchFile): readonly SentFile[] {
  const all: readonly unknown[] = Array.isArray(attachments) ? attachments : []
  return all.flatMap((attachment) => {
    const { success, data } = fileDownload.safeParse(attachment)
    if (!success) return []
    const { downloadUrl, fileType } = data.content
    return [{ name: data.name ?? `file.${fileType ?? ''}`, size: null, read: () => fetchFile(downloadUrl) }]
  })
}

/** The address opens the file to whoever holds it, for some minutes: our own token never goes there. */
export function fileFetcher(allowed: (url: URL) => boolean): FetchFile {
  return (address) => download(address, { allowed, largest: largestFile, timeoutMs: 60_000, service: 'teams' })
}
