import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import { addressOf } from '../../../adapters/teams/address-of.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { TeamsAdapter } from '../../../adapters/teams/teams-adapter.ts'
import { teamsDoor } from '../../../adapters/teams/teams-door.ts'
import { teamsMessenger } from '../../../adapters/teams/teams-messenger.ts'
import type { Speaker } from '../../../dialogs/vocabulary/heard.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import type { Message, Said } from '../screens.ts'
import { openTeamsConnector, type Shown } from '../teams-connector.ts'
import { inputsFrom, usual } from './fields.ts'
import { dataOf, readTeams, textOfTeams } from './read-teams.ts'
import { madeUp, type Deed, type Wire } from './wire.ts'

type Json = Record<string, unknown>

/** Teams over real HTTP: people's deeds are activities at the desk's own door, what the desk says goes to a connector. */
export async function openTeamsWire(): Promise<Wire> {
  const teams = await openTeamsConnector()
  const authentication = new LoopbackAuthentication('test')
  const failures: unknown[] = []
  // Nobody waits for a pace in a test.
  let at = Date.now()
  const now = () => instantOf((at += 10_000))
  let turn: Parameters<Wire['hear']>[1] = async () => undefined
  let offered = 0
  const onFailure = ({ cause }: { readonly cause: unknown }) => void failures.push(cause)
  const server = createHttpServer('teams-wire', () => 'ref-1', onFailure)
  server.routes.post(
    '/api/messages',
    teamsDoor({
      adapter: new TeamsAdapter({
        authentication,
        newReference: () => 'ref-1',
        newId: () => `file-${(offered += 1)}`,
        onFailure,
        apology: () => 'sorry',
      }),
      authentication,
      now,
      turn: (context) => turn(context),
      onRemoved: async () => undefined,
      toStrangers: () => 'stranger',
      onTurnedAway: (why) => void failures.push(new Error(`turned away: ${why}`)),
    }),
  )
  const files = new Map<string, Uint8Array>()
  server.routes.get('/files/:name', async (req, res) => {
    const file = files.get(String((req.params as { name: string }).name))
    res.statusCode = file ? 200 : 404
    res.end(file && Buffer.from(file))
  })
  const desk = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  const url = `${desk}/api/messages`
  let deliveries = 0

  const conversationOf = ({ account, place, personal }: Speaker) =>
    personal ? account.user : (place.split('/')[1] ?? '')
  const threads = new Map<string, string>()
  const activityOf = (by: Speaker, doing: Json): Json => {
    const channel = conversationOf(by)
    const id = `delivery-${(deliveries += 1)}`
    // Every post in a channel begins a thread; whoever began one goes on in it.
    const key = `${by.account.user} in ${channel}`
    if (!threads.has(key)) threads.set(key, id)
    const conversation = by.personal ? channel : `${channel};messageid=${threads.get(key)}`
    const type = by.personal ? 'personal' : 'channel'
    return {
      id,
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: `29:${by.account.user}`, name: by.name, aadObjectId: by.account.user },
      recipient: { id: '28:desk', name: 'Partner Desk' },
      conversation: { id: conversation, conversationType: type, tenantId: by.account.tenant },
      channelData: {
        tenant: { id: by.account.tenant },
        ...(by.personal ? {} : { channel: { id: channel, name: channel } }),
      },
      ...(by.locale === null ? {} : { locale: by.locale }),
      ...doing,
    }
  }
  const placeOf = ({ conversation }: Shown) => `teams:partner/${conversation.split(';')[0]}`
  /** A card that offers a file is no message to read: the reply before it names the file. */
  const isOffer = ({ versions }: Shown) => /card\.file\./.test(JSON.stringify(versions.at(-1)?.['attachments'] ?? ''))
  const visible = () => teams.shown.filter((each) => !each.deleted && !isOffer(each))

  const doing = ({ heard, card, label = '', fields = '' }: Deed): Json => {
    if (heard.kind === 'arrived') return { type: 'conversationUpdate', membersAdded: [{ id: '28:desk' }] }
    if (heard.kind === 'file') {
      const sent = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: heard.file.name,
        content: {
          downloadUrl: `${desk}/files/${encodeURIComponent(heard.file.name)}`,
          fileType: 'csv',
          uniqueId: '1',
        },
      }
      return { type: 'message', attachments: Array.from({ length: (heard.others ?? 0) + 1 }, () => sent) }
    }
    const made = madeUp(heard)
    if (card === undefined && made !== null)
      return { type: 'message', value: { desk: made, ...('inputs' in heard ? heard.inputs : {}) } }
    if (card === undefined) {
      assert(heard.kind === 'said', `nobody can do ${heard.kind} in Teams`)
      return { type: 'message', text: heard.text }
    }
    const shown = teams.shown.find(({ id }) => id === card)
    const version = shown?.versions.findLast((each) => dataOf(each, label) !== null)
    assert(shown && version, `no button [${label}] on ${card}`)
    const reply = readTeams(version)
    const data = { ...dataOf(version, label), ...usual(reply), ...inputsFrom(fields, reply) }
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: shown.id,
      conversation: {
        id: shown.conversation,
        conversationType: heard.by.personal ? 'personal' : 'channel',
        tenantId: heard.by.account.tenant,
      },
      value: { action: { type: 'Action.Execute', verb: 'desk', data } },
    }
  }

  /** The card whose thread it is: ours begins it, or stands in the thread that somebody else began. */
  const rootOf = (shown: Shown, thread: string | undefined): Shown | undefined =>
    teams.shown.find(({ id }) => id === thread) ??
    teams.shown.find(
      (each) => each !== shown && each.conversation === shown.conversation && /^[A-Z]+-\d/.test(textNow(each)),
    )
  const textNow = ({ versions }: Shown) => textOfTeams(versions.at(-1) ?? {})

  let told = 0
  return {
    get messages() {
      return visible().map((shown): Message => {
        const versions = shown.versions.map(readTeams)
        return {
          id: shown.id,
          place: placeOf(shown),
          reply: versions.at(-1) ?? { parts: [] },
          earlier: versions.slice(0, -1),
          deleted: shown.deleted,
        }
      })
    },
    messenger: teamsMessenger({ authentication, now, wait: async () => undefined }),
    async hear(deed, next) {
      turn = next
      const { heard } = deed
      if (heard.kind === 'file') {
        const bytes = await heard.file.read().catch(() => null)
        if (bytes) files.set(heard.file.name, bytes)
      }
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activityOf(deed.heard.by, doing(deed))),
      })
      const [failure] = failures.splice(0)
      if (failure) throw new Error('something failed on the way', { cause: failure })
      assert(answer.status < 300, `the desk answered ${answer.status}`)
    },
    addressesOf: (activity) => [addressOf(activity, authentication.trusts) ?? []].flat(),
    addressOf: (speaker) => {
      const conversation = conversationOf(speaker)
      return {
        place: speaker.place,
        channel: 'teams',
        kind: speaker.personal ? 'personal' : 'channel',
        name: speaker.personal ? speaker.name : conversation,
        locale: speaker.personal ? speaker.locale : null,
        reference: {
          serviceUrl: teams.serviceUrl,
          channelId: 'msteams',
          tenantId: speaker.account.tenant,
          bot: '28:desk',
          conversation,
        },
        dead: false,
      }
    },
    flush() {
      const fresh = teams.history.slice(told)
      told = teams.history.length
      // What is changed into itself changes nothing on anybody's screen.
      return fresh
        .filter(({ shown }) => !isOffer(shown))
        .filter(({ shown, version }) => !isSame(shown.versions[version], shown.versions[version - 1]))
        .map(({ shown, version }): Said => {
          const activity = shown.versions[version] ?? {}
          const [, thread] = shown.conversation.split(';messageid=')
          const root = thread === undefined || thread === shown.id ? undefined : rootOf(shown, thread)
          return {
            place: placeOf(shown),
            reply: readTeams(activity),
            text: textOfTeams(activity),
            changed: version > 0,
            // An answer there is an answer; a line of the thread comes unasked.
            ...(root && activity['replyToId'] === undefined ? { under: readTeams(root.versions.at(-1) ?? {}) } : {}),
          }
        })
    },
    lose: (place) => void teams.left.add(place.split('/')[1] ?? ''),
    deleteCard(id, place) {
      const found = visible().findLast(
        (each) => placeOf(each) === place && textOfTeams(each.versions.at(-1) ?? {}).startsWith(id),
      )
      assert(found, `no card of ${id} in ${place}`)
      found.deleted = true
    },
    async close() {
      await server.close()
      await teams.close()
    },
  }
}

function isSame(now: Json | undefined, before: Json | undefined): boolean {
  return isDeepStrictEqual([now?.['text'], now?.['attachments']], [before?.['text'], before?.['attachments']])
}
