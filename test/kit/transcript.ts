import assert from 'node:assert/strict'
import type { Heard } from '../../dialogs/vocabulary/heard.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Deed } from './chats/wire.ts'
import type { Office } from './office.ts'
import { inputsFrom, usual } from './chats/fields.ts'
import { usualChat } from './chats/which.ts'
import { findButton, type Said } from './screens.ts'

/**
 * Plays a conversation and compares the whole of it, so that a failure shows the conversation.
 *
 *     Mei: suspend contoso            typed
 *     Mei in #desk: overdue           typed in a channel
 *     Mei on Slack: overdue           typed with her other account
 *     Mei: [Approve] words=Why?       pressed on the latest card that has the button, with what its inputs hold
 *     Mei: [Ask] subscriptions=1,3    what is chosen is named by its number on the card
 *     Mei late: [Approve]             pressed on a card that has changed since, but not on her screen
 *     Mei at “Suspend”: [Ask]         pressed on the latest card whose title begins so
 *     Wang and Lin: [Approve]         both at the same instant, each in their own chat
 *     Wang in #a and Lin in #b on Slack: [Approve]
 *     Mei: (arrives)                  the desk is added to the chat
 *     Mei: (opens home)               where the chat keeps a page of the desk for each person
 *     Mei: (presses an unknown button)
 *     Mei: (sends "open-items.csv")   a file of the office; with several names, in one message
 *     (2 h pass)
 *     (2 h pass, the desk is down)    what falls due is kept only when the desk is next heard of
 *     (the desk restarts)
 *     Bot: …                          said where the person is; further lines of it are indented
 *     Bot to Wang: …                  said elsewhere
 *     Bot changes: …                  a card changed in place
 *     Bot in thread of S-1: …         said under the card of a case; `of S-1 in #desk` elsewhere
 *          …                          the rest of that message is of no interest here
 */
export async function transcript(office: Office, script: string): Promise<void> {
  const expected = asTold(dedent(script))
  const played: string[] = []
  for (const line of expected.split('\n')) {
    const pass = /^\((\d+) (min|h) pass(, the desk is down)?\)$/.exec(line)
    const spoken = line.startsWith('Bot') ? null : someoneSpeaks.exec(line)
    const both = /^(.+?) and (.+?): (\[.+)$/u.exec(line)
    if (pass) {
      const ms = Number(pass[1]) * (pass[2] === 'h' ? 3_600_000 : 60_000)
      played.push(line, ...shown(office, pass[3] === undefined ? await office.pass(ms) : office.sleep(ms), null))
    } else if (both) {
      const [, name = '', other = '', what = ''] = both
      const heard = [name, other].map((each) => heardFrom(office, someoneSpeaks.exec(`${each}: ${what}`)?.groups ?? {}))
      played.push(line, ...shown(office, await office.hearAtOnce(heard), null))
    } else if (line === '(the desk restarts)') {
      await office.restart()
      played.push(line)
    } else if (spoken) {
      const heard = heardFrom(office, spoken.groups ?? {})
      played.push(line, ...shown(office, await office.hearAtOnce([heard]), heard.heard.by.place))
    }
  }
  const told = elided(played, expected.split('\n')).join('\n')
  const levelled = office.interpreter?.levelled ?? ((text: string) => text)
  assert.equal(levelled(told), levelled(expected))
}

const someoneSpeaks =
  /^(?<name>\p{Lu}\p{L}*)(?: in #(?<channel>[\w-]+))?(?<slack> on Slack)?(?<late> late)?(?: at “(?<title>[^”]+)”)?: (?<what>.*)$/u

/** What was played, each message cut where the script cuts the message in its place. */
function elided(played: readonly string[], expected: readonly string[]): readonly string[] {
  const cuts = messages(expected)
  return messages(played).flatMap((message, at) => {
    const wanted = cuts[at] ?? []
    const cut = wanted.at(-1)?.trim() === '…' && message.length >= wanted.length
    return cut ? [...message.slice(0, wanted.length - 1), wanted.at(-1) ?? ''] : message
  })
}

/** A line and the indented ones that belong to it. */
function messages(lines: readonly string[]): readonly string[][] {
  const all: string[][] = []
  for (const line of lines) {
    if (line.startsWith(' ')) all.at(-1)?.push(line)
    else all.push([line])
  }
  return all
}

/** What a line of the script is to the desk, and the card it was pressed on. */
function heardFrom(
  office: Office,
  { name = '', channel, slack, late, title = '', what = '' }: Readonly<Partial<Record<string, string>>>,
): Deed {
  const by = office.speaker(name, { channel: channel ?? null, chat: slack === undefined ? 'teams' : 'slack' })
  if (what === '(arrives)') return { heard: { kind: 'arrived', by } }
  if (what === '(opens home)') return { heard: { kind: 'home', by } }
  if (what === '(presses an unknown button)') return { heard: { kind: 'unknown-button', by } }
  const [file, ...others] = [...what.matchAll(/(?<=^\(sends .*)"([^"]+)"/g)].map(([, sent = '']) =>
    office.sentFile(sent),
  )
  if (file) return { heard: { kind: 'file', by, file, ...(others.length > 0 && { others: others.length }) } }
  const press = /^\[(.+?)\](.*)$/.exec(what)
  if (!press) {
    const text = office.interpreter?.typed(what) ?? what
    return { heard: { kind: 'said', by, text, inputs: {}, pressed: false } }
  }
  const found = findButton(office.messages, {
    label: press[1] ?? '',
    place: by.place,
    stale: late !== undefined,
    title,
    interpreter: office.interpreter,
  })
  if (!found) throw new Error(`${name} sees no button [${press[1]}]`)
  const { button, message, reply } = found
  const inputs = { ...usual(reply), ...inputsFrom(press[2] ?? '', reply) }
  const heard: Heard =
    'says' in button
      ? {
          kind: 'said',
          by,
          text: button.says,
          inputs,
          pressed: true,
          ...(button.answers === undefined ? {} : { answers: button.answers }),
        }
      : { kind: 'acted', by, action: button.acts, inputs }
  return { heard, card: message.id, label: press[1] ?? '', fields: press[2] ?? '' }
}

/** Told in Slack, people's accounts are others. */
function asTold(script: string): string {
  return usualChat() === 'slack' ? script.replaceAll('teams:partner/', 'slack:partner/') : script
}

function shown({ interpreter }: Office, said: readonly Said[], here: string | null): readonly string[] {
  const inEnglish = (told: string) => interpreter?.inEnglish(told) ?? told
  return said.flatMap(({ place, reply, text, changed, under }) => {
    const elsewhere = (word: string) => (place === here ? '' : ` ${word} ${nameOf(place)}`)
    const thread =
      under && ` in thread of ${under.shows?.case ?? inEnglish(under.title ?? '').split(/[:：]/u)[0]}${elsewhere('in')}`
    const head = `Bot${thread ?? (changed ? ` changes${elsewhere('for')}` : elsewhere('to'))}: `
    // Spaces that must not break look like others in a test.
    const [first = '', ...rest] = inEnglish(text ?? plain(reply))
      .replace(/[\u00a0\u202f]/g, ' ')
      .split('\n')
    return [`${head}${first}`, ...rest.map((line) => `     ${line}`.trimEnd())]
  })
}

/** `#desk` for a channel, `Wang` for somebody's own chat. */
function nameOf(place: string): string {
  const [chat = '', last = place] = place.split('/')
  const name = last.startsWith('#') ? last : last.charAt(0).toUpperCase() + last.slice(1)
  return chat.startsWith(`${usualChat()}:`) ? name : `${name} on Slack`
}

function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
  const margin = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  )
  return lines.map((line) => line.slice(margin).trimEnd()).join('\n')
}
