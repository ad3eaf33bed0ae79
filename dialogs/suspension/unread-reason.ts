import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'

/** Where nobody is called so, and somebody is without the words behind the name: those were a reason, to be asked for. */
export async function orUnknownReason(intent: Intent | null, { desk, find }: Talk): Promise<Intent | null> {
  if (intent?.verb !== 'suspend' || intent.who === null || intent.whoAlone === undefined) return intent
  const { directory } = await desk.book.today()
  const known = (who: string) => find(directory, who).kind !== 'none'
  return !known(intent.who) && known(intent.whoAlone) ? { ...intent, who: intent.whoAlone } : intent
}
