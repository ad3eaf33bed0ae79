/**
 * What the desk remembers of a message: its id, and in a channel also the thread, since Teams finds a reply only
 * through the conversation it stands in. The post that begins a thread is its own.
 */
export function messageToken(conversationId: string, message: string): string {
  const thread = threadOf(conversationId)
  return thread === null || thread === message || message === '' ? message : `${message};in=${thread}`
}

/** The reverse of {@link messageToken}. */
export function tokenIds(token: string): { readonly message: string; readonly thread: string } {
  const [message = '', thread = message] = token.split(';in=')
  return { message, thread }
}

/** `19:…@thread.tacv2;messageid=1700` → `1700`. */
export function threadOf(conversationId: string): string | null {
  return /;messageid=([^;]+)/.exec(conversationId)?.[1] ?? null
}
