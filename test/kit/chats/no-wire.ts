import type { Heard, Speaker } from '../../../dialogs/vocabulary/heard.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import { openScreens } from '../screens.ts'
import type { Wire } from './wire.ts'

/** Any chat, without its wire: what is done is handed over, what is said is shown as it is. */
export function openNoWire(): Wire {
  const screens = openScreens()
  return {
    messages: screens.messages,
    messenger: screens.messenger,
    hear: ({ heard, card }, turn) => screens.chat.hear(heard, card, turn),
    addressesOf: ({ channelData }) => [addressOf((channelData as { deskHeard: Heard }).deskHeard.by)],
    addressOf,
    flush: () => screens.flush(),
    lose: (place) => screens.lose(place),
    deleteCard: (id, place) => screens.deleteCard(id, place),
    close: async () => undefined,
  }
}

function addressOf({ place, personal, name, account, locale }: Speaker): Address {
  return {
    place,
    channel: account.channel,
    kind: personal ? 'personal' : 'channel',
    name: personal ? name : (place.split('/')[1] ?? place),
    locale: personal ? locale : null,
    reference: {},
    dead: false,
  }
}
