import type { News } from '../outbox/news.ts'
import type { Audience } from './audience.ts'

/** Who lets people in. */
export const administrators: Audience = { topic: 'administration', verb: 'change role', except: null }

/** Who hears what the watch of the operators has to tell. */
const watchers: Audience = { topic: 'approvals', verb: 'explain sighting', except: null }

/** Who works with a ledger. */
export const importers: Audience = { topic: 'approvals', verb: 'import ledger', except: null }

/** Who answers for fraud alerts. */
export const leads: Audience = { topic: 'fraud', verb: 'decide alert', except: null }

/** Who decides about credit. */
const lenders: Audience = { topic: 'approvals', verb: 'set credit', except: null }

/** Who is told some news where nobody asked for it. */
export function hearersOf(news: News): Audience {
  if (news.kind === 'own-overdue') return news.audience === 'administration' ? administrators : lenders
  if (news.kind === 'credit-breach' || news.kind === 'credit-review' || news.kind === 'credit-held') return lenders
  if (news.kind === 'new-address') return { topic: 'approvals', verb: 'set address', except: news.by }
  if (news.kind === 'lift-proposed') return { topic: 'approvals', verb: 'resume from non-payment', except: null }
  // One channel asked for it; where that is lost, nobody else did.
  if (news.kind === 'morning') return { topic: 'approvals', verb: null, except: null }
  if (news.kind === 'letter-stopped') return { topic: 'approvals', verb: 'set address', except: null }
  if (news.kind === 'tickets') return { topic: 'tickets', verb: null, except: null }
  if (news.kind === 'unknown-event') {
    // It may be how the operator tells of fraud from now on.
    const alert = { lane: news.lane, customer: null, severity: 'unknown' } as const
    return { topic: 'fraud', verb: 'decide alert', except: null, alert }
  }
  if (news.kind !== 'fraud-digest') return watchers
  const { lane, customer = null, rows } = news
  // The gravest stands first; who hears of that one hears of all.
  const alert = { lane, customer, severity: rows[0]?.severity ?? 'unknown' } as const
  return { topic: 'fraud', verb: 'decide alert', except: null, alert }
}
