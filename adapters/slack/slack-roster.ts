import type { Roster } from '../../dialogs/vocabulary/roster.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { slackReference } from './address-of.ts'
import type { Channels } from './channels.ts'
import type { People } from './people.ts'

/**
 * Who belongs, as Slack says now. Guests of the workspace may be in any channel and are not counted as outsiders of one:
 * they answer to the partner, and no card names more than a customer; another company's people are.
 */
export function slackRoster(people: People, channels: Channels): Roster {
  return {
    async membership({ tenant, user }) {
      if (!(await people.isOurs(tenant))) return 'guest'
      const { standing } = await people.personNow(user)
      if (standing === 'member') return 'member'
      return standing === 'gone' ? 'gone' : 'guest'
    },
    async hasOutsiders({ reference }) {
      const { outsiders, member } = await channels.factsNow(slackReference.parse(reference).channel)
      // A public channel shows itself to whoever asks, but takes messages of its members only.
      if (!member) throw new OutsideFault({ service: 'slack', kind: 'refused', code: 'not_in_channel' })
      return outsiders
    },
  }
}
