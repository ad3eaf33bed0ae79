import { mailPager } from '../adapters/pager/mail-pager.ts'
import { webhookPager } from '../adapters/pager/webhook-pager.ts'
import { pageText } from '../dialogs/page-text.ts'
import type { Words } from '../dialogs/words/words.ts'
import type { PagerCall } from '../domain/paging/pager-call.ts'
import type { Pager } from '../domain/ports/pager.ts'
import type { Clock } from '../domain/shared/time.ts'
import type { PagerConfig } from './config/pager-config.ts'

/** Every way that is set up to whoever is on duty. They read the desk's own language: nobody knows who it is today. */
export function openPagers(
  { mail, webhook }: PagerConfig,
  { fetch, now, words }: { readonly fetch: typeof globalThis.fetch; readonly now: Clock; readonly words: Words },
): readonly Pager[] {
  const textOf = (call: PagerCall) => pageText(call, words)
  return [
    ...(mail === null ? [] : [mailPager(mail, textOf)]),
    ...(webhook === null ? [] : [webhookPager(webhook, { fetch, now, textOf })]),
  ]
}
