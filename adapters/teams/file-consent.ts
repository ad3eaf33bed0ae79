import { ActivityTypes, StatusCodes, type Activity } from 'botbuilder-core'
import { z } from 'zod'
import { fileWanted, type FileWanted, type OfferedFile } from '../../dialogs/vocabulary/file.ts'
import { harmless } from '../shared/plain-text.ts'
import { buttonKey } from './pressed-button.ts'

/**
 * How Teams takes a file from a bot (learn.microsoft.com, bots-filesv4): in a one-to-one chat a card asks whether it may
 * go into the person's OneDrive; their yes brings an address to put it to, and a second card leads to it.
 */
const consentType = 'application/vnd.microsoft.teams.card.file.consent'
const infoType = 'application/vnd.microsoft.teams.card.file.info'

/** Asks whether a file may be put into the person's OneDrive; `id` tells this card from every other. */
export function consentActivity({ name, size, label, wanted }: OfferedFile, id: string): Partial<Activity> {
  const context = { [buttonKey]: { wanted, name, id } }
  const content = {
    description: harmless(label),
    sizeInBytes: size,
    acceptContext: context,
    declineContext: context,
  }
  return {
    type: ActivityTypes.Message,
    summary: harmless(label),
    attachments: [{ contentType: consentType, name, content }],
  }
}

/** Where the file of a consent goes, as Teams says it. */
const uploadInfo = z.object({
  uploadUrl: z.string().max(8_000),
  contentUrl: z.string().max(8_000).nullish(),
  uniqueId: z.string().max(200).nullish(),
  fileType: z.string().max(100).nullish(),
  name: z.string().max(1_000).nullish(),
})
export type UploadInfo = z.infer<typeof uploadInfo>

const ours = z.object({ wanted: fileWanted, name: z.string().max(250), id: z.string().max(100) })
const answered = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context: z.looseObject({ [buttonKey]: ours }), uploadInfo }),
  z.object({ action: z.literal('decline'), context: z.looseObject({ [buttonKey]: ours }) }),
])

/** What somebody answered to such a card. */
export type Consent =
  | { readonly kind: 'taken'; readonly wanted: FileWanted; readonly id: string; readonly upload: UploadInfo }
  | { readonly kind: 'declined'; readonly name: string }

export function isFileConsent({ type, name }: Pick<Partial<Activity>, 'type' | 'name'>): boolean {
  return type === 'invoke' && name === 'fileConsent/invoke'
}

/** Null when it is no answer to a card of ours, or to one of another release. */
export function consentIn({ value }: Pick<Partial<Activity>, 'value'>): Consent | null {
  const { data } = answered.safeParse(value)
  if (!data) return null
  const { wanted, name, id } = data.context[buttonKey]
  return data.action === 'accept' ? { kind: 'taken', wanted, id, upload: data.uploadInfo } : { kind: 'declined', name }
}

/** Leads to the file that was put. */
export function infoActivity({ contentUrl, uniqueId, fileType }: UploadInfo, name: string): Partial<Activity> {
  const content = { uniqueId: uniqueId ?? '', fileType: fileType ?? name.split('.').at(-1) ?? '' }
  return {
    type: ActivityTypes.Message,
    attachments: [{ contentType: infoType, name, content, ...(contentUrl == null ? {} : { contentUrl }) }],
  }
}

/** Teams wants to hear only that it was heard. */
export function consentAnswer(): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: StatusCodes.OK } }
}
