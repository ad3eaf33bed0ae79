import { z } from 'zod'
import type { Heard } from '../../dialogs/vocabulary/heard.ts'
import type { MadeFile } from '../../dialogs/vocabulary/file.ts'
import { putFile } from '../shared/put-file.ts'
import type { Origin } from './origin.ts'
import type { SlackApi } from './slack-api.ts'
import type { SlackHosts } from './slack-hosts.ts'

/** Gives a file where a turn's answers go; whether it went into the person's own chat instead. Throws `OutsideFault`. */
export type GivesFile = (made: MadeFile) => Promise<boolean>

interface GiverParts {
  readonly api: Pick<SlackApi, 'call'>
  readonly hosts: Pick<SlackHosts, 'files'>
  readonly origin: Origin
  readonly heard: Heard
  /** Asked again for everybody in the channel. */
  readonly shared: boolean
}

const opened = z.object({ channel: z.object({ id: z.string() }) })
const asked = z.object({ upload_url: z.string(), file_id: z.string() })
const anything = z.object({})

/** A person waits for it. */
const timeoutMs = 20_000

/**
 * A file stands where its answer stands. What only one person sees can hold none: then it goes into their own chat
 * (docs.slack.dev: files.getUploadURLExternal, files.completeUploadExternal; it takes a channel's id, and no person's).
 */
export function fileGiver({ api, hosts, origin, heard, shared }: GiverParts): GivesFile {
  const { user, at, chat, privately, typedIn } = origin
  // The same question as of a turn's usual answers: who sees them.
  const alone = privately !== null && !shared && (at === null || heard.kind !== 'said')
  const ownChat = async () => {
    const { channel } = await api.call('conversations.open', { users: user }, opened)
    return { channel: channel.id, thread: null }
  }
  return async (made) => {
    const to = (alone ? null : at) ?? chat ?? (await ownChat())
    await upload(made, to)
    return alone && (at !== null || typedIn !== null)
  }

  async function upload(made: MadeFile, { channel, thread }: { channel: string; thread: string | null }) {
    const { name, bytes } = made
    const wanted = { filename: name, length: bytes.length }
    const { upload_url: address, file_id: id } = await api.call('files.getUploadURLExternal', wanted, asked)
    await putFile(address, made, {
      method: 'POST',
      allowed: (url) => hosts.files(url),
      headers: { 'content-type': 'application/octet-stream' },
      timeoutMs,
      service: 'slack',
    })
    const shownIn = { channel_id: channel, ...(thread === null ? {} : { thread_ts: thread }) }
    await api.call('files.completeUploadExternal', { files: [{ id, title: name }], ...shownIn }, anything)
  }
}
