import { customerFinder } from '../dialogs/understanding/find-customer.ts'
import type { CardTalk, Demo, TalkWith } from '../dialogs/talk.ts'
import type { Speaker } from '../dialogs/vocabulary/heard.ts'
import type { Rosters } from '../dialogs/vocabulary/roster.ts'
import type { Words } from '../dialogs/words/words.ts'
import type { Lane } from '../domain/customers/lane.ts'
import type { PlaceId } from '../domain/shared/ids.ts'
import { accountKey, type Staff } from '../domain/staff/staff.ts'
import type { OpenDesk } from './open-desk.ts'

/** What conversations and cards may use, made for one reader. */
interface Talks {
  ofTurn<By extends Staff | null>(speaker: Speaker, by: By, words: Words): Promise<TalkWith<By>>
  /** For cards that nobody asked for: in the language of the person, of the channel or of their chat, else the desk's own. */
  ofPlace(place: PlaceId): Promise<CardTalk>
}

export function createTalks(
  open: Pick<OpenDesk, 'desk' | 'languages' | 'policy' | 'uploads' | 'understandLedger'>,
  demo: Demo | null,
  rosters: Rosters = {},
): Talks {
  const { desk, languages, policy, uploads, understandLedger } = open
  const find = customerFinder()
  const zone = policy.calendar.timeZone
  const known = async () => {
    const [staff, colleagues] = await Promise.all([desk.staff.everybodyEver(), desk.staff.all()])
    const names = new Map(staff.map(({ id, name }) => [id, name]))
    const states = new Map((await desk.lanes.all()).map((state) => [state.lane, state]))
    const stateOf = (lane: Lane) => states.get(lane) ?? ({ lane, status: 'not-configured' } as const)
    return { staff, colleagues, nameOf: (id: string) => names.get(id) ?? id, stateOf }
  }
  return {
    async ofTurn(speaker, by, words) {
      const { nameOf, colleagues, stateOf } = await known()
      const place = speaker.personal ? null : await desk.cards.address(speaker.place)
      return {
        desk,
        words,
        zone,
        shared: !speaker.personal,
        nameOf,
        colleagues,
        stateOf,
        find,
        grammars: languages.grammars(words),
        languages: languages.all,
        readers: speaker.personal ? words : languages.best(place?.language ?? null),
        speaker,
        by,
        rosters,
        roster: rosters[speaker.account.channel] ?? null,
        uploads,
        understandLedger,
        demo,
      }
    },
    async ofPlace(place) {
      const { staff, colleagues, nameOf, stateOf } = await known()
      const played = demo?.playedIn(place) ?? null
      const reader = staff.find(
        ({ id, accounts }) => id === played || accounts.some((account) => accountKey(account) === place),
      )
      const chat = await desk.cards.address(place)
      const shared = !reader && chat?.kind !== 'personal'
      const words = languages.best(reader?.language ?? null, chat?.language ?? null, chat?.locale ?? null)
      return { words, nameOf, colleagues, stateOf, zone, shared }
    },
  }
}
