import { ActivityTypes, type Activity } from 'botbuilder-core'
import type { FileElsewhere, MadeFile, OfferedFile } from './file.ts'
import { headline } from './plain.ts'
import type { Reply } from './reply.ts'

const key = 'deskReply'
const place = 'deskReplaces'
const fileKey = 'deskFile'

/** A Reply riding inside an Activity, until the channel's renderer takes it off at the last step before the wire. */
export function replyActivity(reply: Reply): Partial<Activity> {
  return { type: ActivityTypes.Message, text: headline(reply), channelData: { [key]: reply } }
}

/** The Reply inside an Activity; null when it carries none. */
export function replyOf(activity: Partial<Activity>): Reply | null {
  const data = activity.channelData as Record<string, unknown> | undefined
  return (data?.[key] as Reply | undefined) ?? null
}

/** As {@link replyActivity}, to stand where the card was whose button was pressed; said anew where there was none. */
export function replacingActivity(reply: Reply): Partial<Activity> {
  return { ...replyActivity(reply), channelData: { [key]: reply, [place]: 'pressed-card' } }
}

export function replacesPressedCard(activity: Partial<Activity>): boolean {
  return (activity.channelData as Record<string, unknown> | undefined)?.[place] === 'pressed-card'
}

/** A file on its way into a chat. */
export interface FileToGive {
  readonly offered: OfferedFile
  /** Its content as of now. Throws `OutsideFault` where it cannot be had. */
  make(): Promise<MadeFile>
  /** What is said where it was asked for. */
  elsewhere(where: FileElsewhere): Reply
}

/** A file riding inside an Activity, after the Reply it belongs to. Sending it throws `OutsideFault` where it did not arrive. */
export function fileActivity(file: FileToGive): Partial<Activity> {
  return { type: ActivityTypes.Message, text: file.offered.label, channelData: { [fileKey]: file } }
}

/** The file inside an Activity; null when it carries none. */
export function fileOf(activity: Partial<Activity>): FileToGive | null {
  return ((activity.channelData as Record<string, unknown> | undefined)?.[fileKey] as FileToGive | undefined) ?? null
}
