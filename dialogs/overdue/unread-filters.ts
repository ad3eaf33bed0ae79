import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** What stands beside “overdue” and is no filter: if it is somebody’s name, the question is about them. */
export async function orCustomer(intent: Intent | null, { desk, find }: Talk): Promise<Intent | null> {
  if (intent?.verb !== 'overdue-of') return intent
  const found = find((await desk.book.today()).directory, intent.who)
  return found.kind === 'none' ? intent : { verb: 'customer', who: intent.who }
}

/** Shorter words are said for many things. */
const shortestName = 4

/** Somebody's name and nothing else asks how they stand; what could be several people's is no question yet. */
export async function orName(said: string, { desk, find }: Talk): Promise<Intent | null> {
  const who = said.trim()
  if (who.length < shortestName) return null
  return find((await desk.book.today()).directory, who).kind === 'one' ? { verb: 'customer', who } : null
}

/** What was not understood as a filter, and what would be. */
export function unreadFilters({ unread }: Extract<Intent, { verb: 'overdue-of' }>, { words }: Talk): Reply {
  return {
    parts: [
      line(words.say('overdue.unread', { said: quoted(unread) }), { tone: 'warning' }),
      line(words.say('overdue.filters')),
      line(words.say('overdue.or-customer')),
    ],
  }
}
