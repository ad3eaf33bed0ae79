import { mayAsk, type Verb } from '../../domain/staff/powers.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import type { Talk } from '../talk.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'

interface Saying {
  readonly key: MessageKey
  /** One of these powers is enough; null: everybody may. */
  readonly verbs: readonly Verb[] | null
}

/** What one may say, and the power it takes; help shows a person only what they may do. */
const sayings: readonly Saying[] = [
  { key: 'help.overdue', verbs: ['see overdue'] },
  { key: 'help.due', verbs: ['see overdue'] },
  { key: 'help.customer', verbs: ['see customer'] },
  { key: 'help.why', verbs: ['see customer'] },
  { key: 'help.suspend', verbs: ['suspend for non-payment'] },
  { key: 'help.suspend-suspicion', verbs: ['suspend for fraud', 'suspend for misuse'] },
  { key: 'help.holds', verbs: ['see customer'] },
  { key: 'help.resume', verbs: ['resume from non-payment', 'resume from fraud', 'resume from misuse'] },
  { key: 'help.final-notice', verbs: ['record final notice'] },
  { key: 'help.promise', verbs: ['record agreement'] },
  { key: 'help.dispute', verbs: ['record agreement'] },
  { key: 'help.agreements', verbs: ['record agreement'] },
  { key: 'help.assign', verbs: ['assign customer'] },
  { key: 'help.skip', verbs: ['skip customer'] },
  { key: 'help.note', verbs: ['note customer'] },
  { key: 'help.undo', verbs: ['note customer'] },
  { key: 'help.remind', verbs: ['remind customer'] },
  { key: 'help.address', verbs: ['set address'] },
  { key: 'help.policy', verbs: ['see policy'] },
  { key: 'help.policy-given', verbs: ['record policy given'] },
  { key: 'help.policy-rehearse', verbs: ['see overdue'] },
  { key: 'help.policy-activate', verbs: ['activate policy'] },
  { key: 'help.ticket', verbs: ['file ticket'] },
  { key: 'help.tickets', verbs: ['file ticket'] },
  { key: 'help.ticket-word', verbs: ['file ticket'] },
  { key: 'help.ticket-end', verbs: ['file ticket'] },
  { key: 'help.filed', verbs: ['file ticket'] },
  { key: 'help.watch', verbs: ['hand in notice'] },
  { key: 'help.alerts', verbs: ['handle alert'] },
  { key: 'help.report', verbs: ['report alert'] },
  { key: 'help.budget', verbs: ['set budget'] },
  { key: 'help.credit', verbs: ['see credit'] },
  { key: 'help.credit-change', verbs: ['hold orders'] },
  { key: 'help.own-invoices', verbs: ['see own invoices'] },
  { key: 'help.dossier', verbs: ['see dossier'] },
  { key: 'help.countdown', verbs: ['see countdown'] },
  { key: 'help.ending', verbs: ['cancel subscription', 'end at term'] },
  { key: 'list.help', verbs: ['import ledger'] },
  { key: 'help.ledger', verbs: ['import ledger'] },
  { key: 'help.waiting', verbs: ['see overdue'] },
  { key: 'help.match', verbs: ['match customer'] },
  { key: 'help.route', verbs: ['set route'] },
  { key: 'help.role', verbs: ['change role'] },
  { key: 'help.lanes', verbs: ['see lanes'] },
  { key: 'help.stop', verbs: ['stop lane'] },
  { key: 'help.act', verbs: ['act in lane'] },
  { key: 'help.language', verbs: null },
  { key: 'help.language-here', verbs: ['set route'] },
  { key: 'help.never-mind', verbs: null },
]

/** What somebody who has just arrived is told of; the whole list would be read by nobody. */
const first: readonly MessageKey[] = [
  'help.overdue',
  'help.due',
  'help.customer',
  'help.suspend',
  'help.promise',
  'help.ticket',
  'help.alerts',
  'help.waiting',
  'help.role',
]

/** What a person may say, and nothing that would be refused. */
export function help(talk: Pick<Talk, 'by' | 'demo' | 'words' | 'desk'>): Reply {
  const { by, words } = talk
  return { title: words.say('help.title', { name: by.name }), parts: told(talk), buttons: overdueButton(by, words) }
}

function told(
  { by, demo, words, desk }: Pick<Talk, 'by' | 'demo' | 'words' | 'desk'>,
  only: readonly MessageKey[] | null = null,
): readonly Part[] {
  const linkable = desk.chats.other !== null && demo === null
  const may = sayings.filter(({ verbs }) => verbs === null || verbs.some((verb) => mayAsk(by.roles, verb)))
  return [
    ...may.filter(({ key }) => only === null || only.includes(key)).map(({ key }) => line(words.say(key))),
    ...(linkable ? [line(words.say('help.link', { chat: words.say(`chat.${desk.chats.other}`) }))] : []),
    ...(demo ? [line(words.say('help.demo'), { weight: 'quiet' })] : []),
  ]
}

/** The first question of the day, for whoever may ask it. */
export function overdueButton(by: Staff, words: Words): readonly Button[] {
  if (!mayAsk(by.roles, 'see overdue')) return []
  return [{ label: words.say('button.overdue'), says: phrase(words.grammar, 'overdue', { filters: '' }).trim() }]
}

/** For an account tied to nobody: how to get in, and nothing else. */
export function helpForStrangers({ words, desk, speaker }: Pick<Talk, 'words' | 'desk' | 'speaker'>): Reply {
  const { root } = desk.chats
  const isRoot = speaker.account.channel === root
  const how = isRoot
    ? words.say('stranger.how')
    : words.say('stranger.how-elsewhere', { chat: words.say(`chat.${root}`) })
  return {
    title: words.say('stranger.title'),
    parts: [line(how)],
    buttons: [
      { label: words.say(isRoot ? 'button.link' : 'button.link-account'), says: phrase(words.grammar, 'link') },
    ],
  }
}

/** What is said at the first meeting. */
export function greeting(talk: Talk): Reply {
  const { by, words } = talk
  return {
    title: words.say('greeting.title'),
    parts: [line(words.say('greeting.text')), ...told(talk, first)],
    buttons: overdueButton(by, words),
  }
}
