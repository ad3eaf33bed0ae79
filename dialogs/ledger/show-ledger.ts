import type { PullState } from '../../domain/receivables/pull-desk.ts'
import type { TakeRefusal } from '../../domain/receivables/take-pulled.ts'
import { nothingShown } from '../../domain/ports/ledger-source.ts'
import { never } from '../../domain/shared/outcome.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { showCase } from '../case-list.ts'
import { ledgerAge } from '../phrases/money-lines.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { pullNoteLine } from './pull-note-line.ts'
import { planRefusalLine } from './unusable-line.ts'

/** How old the ledger is, and how the desk does with the books that it reads by itself. */
export async function showLedger(talk: Talk): Promise<Reply> {
  return ledgerReply(talk.desk.pulls.states(), talk)
}

/** Reads the books now, and shows what came of it. */
export async function pullLedger(talk: Talk): Promise<Reply> {
  const { desk, by, words } = talk
  const states = await desk.pulls.pull(by)
  if (states === null) return said(words.say('refusal.may-not', { name: by.name }))
  return ledgerReply(states, talk)
}

async function ledgerReply(states: readonly PullState[], talk: Talk): Promise<Reply> {
  const { desk, words } = talk
  const { day, ledgerAsOf } = await desk.book.today()
  const age =
    ledgerAsOf === null ? words.say('overdue.no-ledger') : ledgerAge(ledgerAsOf, day, desk.policy.calendar, words)
  return {
    title: words.say('ledger.title'),
    again: phrase(words.grammar, 'ledger'),
    parts: [
      line(age, { weight: 'strong' }),
      ...(states.length === 0 ? [line(words.say('pull.by-file'), { weight: 'quiet' })] : []),
      ...states.flatMap((state) => partsOf(state, words)),
    ],
    buttons: buttonsOf(states, talk),
  }
}

function partsOf(state: PullState, words: Words): readonly Part[] {
  const { title: name, last, notes, isReading } = state
  return [
    ...(isReading ? [line(words.say('pull.reading', { name }))] : []),
    ...(last !== null
      ? [line(words.sentences([howItWent(last, state, words), ...lastRead(state, words)]), { tone: toneOf(last) })]
      : isReading
        ? []
        : [line(words.say('pull.never', { name }))]),
    ...notes.map((note) => line(pullNoteLine(note, words), { weight: 'quiet' })),
  ]
}

type Last = NonNullable<PullState['last']>

function howItWent(last: Last, { title: name, triedAt }: PullState, words: Words): string {
  const at = triedAt === null ? '–' : words.moment(triedAt)
  switch (last.kind) {
    case 'imported':
      return words.say(last.record.status === 'pending' ? 'pull.pending' : 'pull.imported', {
        name,
        at,
        case: last.record.id,
      })
    case 'unchanged':
      return words.say('pull.unchanged', { name, at, case: last.record.id })
    case 'waits':
    case 'put-off':
      return words.say(`pull.${last.kind}`, { name, case: last.record.id })
    case 'not-taken':
      return words.say('pull.not-taken', { name, at, why: whyNotTaken(last.refusal, words) })
    case 'failed': {
      const { kind, code } = last.fault.facts
      if (code === nothingShown) return words.say('pull.nothing-shown', { name, at })
      if (last.fault.retryable) return words.say('pull.no-answer', { name, at })
      return words.say(kind === 'unauthorised' ? 'pull.unauthorised' : 'pull.refused', { name, at, code: code ?? kind })
    }
    default:
      return never(last)
  }
}

function whyNotTaken(refusal: TakeRefusal, words: Words): string {
  switch (refusal.code) {
    case 'empty':
      return words.say('pull.empty')
    case 'as-of-in-future':
    case 'as-of-before-last':
    case 'as-of-before-item':
      return planRefusalLine(refusal, words)
    // Somebody's import came between twice, or their role was taken away meanwhile.
    case 'not-allowed':
    case 'name-yourself':
    case 'not-found':
    case 'changed-since':
      return words.say('refusal.changed-since')
    default:
      return never(refusal)
  }
}

/** When it last went well, where it did not now. */
function lastRead({ last, okAt }: PullState, words: Words): readonly string[] {
  if (last === null || last.kind === 'imported' || last.kind === 'unchanged') return []
  return okAt === null ? [] : [words.say('pull.last-read', { at: words.moment(okAt) })]
}

function toneOf({ kind }: Last): 'plain' | 'warning' {
  return kind === 'failed' || kind === 'not-taken' || kind === 'waits' ? 'warning' : 'plain'
}

function buttonsOf(states: readonly PullState[], { words, by }: Talk): readonly Button[] {
  if (states.length === 0 || !mayAsk(by.roles, 'import ledger')) return []
  const cases = states.flatMap(({ last }) => (last !== null && 'record' in last ? [last.record.id] : []))
  return [
    { label: words.say('button.pull-ledger'), says: phrase(words.grammar, 'pull-ledger') },
    ...cases.map((id) => showCase(id, words)),
  ]
}
