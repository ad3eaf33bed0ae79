import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { chatName } from '../phrases/chat-name.ts'
import type { Talk } from '../talk.ts'
import { isLost } from '../vocabulary/messenger.ts'

/** Why no case may be shown in a channel, and what to do; null where only our own people read. */
export async function notAmongUs(place: Address, { rosters, words }: Talk): Promise<string | null> {
  const { name, channel } = place
  try {
    return (await rosters[channel]?.hasOutsiders(place)) ? words.say('routes.outsiders', { name }) : null
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return words.say(isLost(fault) ? 'routes.not-there' : 'routes.readers-unknown', { name, chat: chatName[channel] })
  }
}
