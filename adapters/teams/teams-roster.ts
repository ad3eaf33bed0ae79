import type { ConnectorClient } from 'botframework-connector'
import { z } from 'zod'
import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import type { Roster } from '../../dialogs/vocabulary/roster.ts'
import { teamsReference, type TeamsReference } from './address-of.ts'
import { asFault } from './connector-faults.ts'
import type { DeskAuthentication } from './desk-authentication.ts'

interface TeamsRosterOptions {
  readonly authentication: DeskAuthentication
  readonly now: Clock
}

/** What Teams says of a member beyond the connector's own type (facts/chat-platforms 4.7). */
const member = z.object({ userRole: z.string().nullish(), tenantId: z.string().nullish() })

/** As many as Teams gives in one answer. */
const pageSize = 500

/** Asks the roster of a conversation, by Entra object id: Teams answers about the people of a place only. */
export function teamsRoster({ authentication, now }: TeamsRosterOptions): Roster {
  const asking = async <Answer>(
    { reference: stored }: Address,
    ask: (conversations: ConnectorClient['conversations'], reference: TeamsReference) => Promise<Answer>,
  ): Promise<Answer> => {
    const reference = teamsReference.parse(stored)
    try {
      const { conversations } = await authentication.connect(reference.serviceUrl)
      return await ask(conversations, reference)
    } catch (cause) {
      throw asFault(cause, msOf(now()))
    }
  }

  return {
    async membership(account, seenIn) {
      try {
        const found = await asking(seenIn, (conversations, { conversation }) =>
          conversations.getConversationMember(conversation, account.user),
        )
        return isOutsider(found, account.tenant) ? 'guest' : 'member'
      } catch (fault) {
        // A conversation that is gone says nothing of the people who were in it.
        if (!(fault instanceof OutsideFault) || fault.facts.kind !== 'not-found') throw fault
        if (fault.facts.code === 'ConversationNotFound') throw fault
        return 'gone'
      }
    },

    hasOutsiders: (place) =>
      asking(place, async (conversations, { conversation, tenantId }) => {
        let continuationToken: string | undefined
        do {
          const page = await conversations.getConversationPagedMembers(
            conversation,
            continuationToken === undefined ? undefined : { pageSize, continuationToken },
          )
          if ((page.members ?? []).some((each) => isOutsider(each, tenantId))) return true
          continuationToken = page.continuationToken || undefined
        } while (continuationToken !== undefined)
        return false
      }),
  }
}

/** Invited, not signed in, or of another organisation. */
function isOutsider(found: unknown, tenant: string): boolean {
  const { userRole, tenantId } = member.parse(found)
  if (['guest', 'anonymous'].includes((userRole ?? '').toLowerCase())) return true
  return tenantId != null && tenantId !== '' && tenantId.toLowerCase() !== tenant.toLowerCase()
}
