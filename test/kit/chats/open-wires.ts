import type { Languages } from '../../../dialogs/words/languages.ts'
import type { ChannelAccount } from '../../../domain/staff/staff.ts'
import { openNoWire } from './no-wire.ts'
import { openSlackWire, type WhoIs } from './slack-wire.ts'
import { openTeamsWire } from './teams-wire.ts'
import { closedAfterwards, playedThrough } from './which.ts'
import type { Wire } from './wire.ts'

/** Both chats of an office, one of them over its wire where that is what is played. */
export async function openWires(
  languages: Languages,
  whoIs: WhoIs,
): Promise<Readonly<Record<ChannelAccount['channel'], Wire>>> {
  const none = openNoWire()
  switch (playedThrough()) {
    case 'no wire':
      return { teams: none, slack: none }
    case 'Teams':
      return { teams: closedAfterwards(await openTeamsWire()), slack: none }
    case 'Slack':
      return { teams: none, slack: closedAfterwards(await openSlackWire(languages, whoIs)) }
  }
}
