import { z } from 'zod'
import { audienceOf } from '../../domain/cases/audience.ts'
import { isDoubtful } from '../../domain/receivables/doubtful-list.ts'
import type { ImportProposal } from '../../domain/receivables/ledger-desk.ts'
import type { UnderstoodLedger, Understanding } from '../../domain/receivables/understanding.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { Next, Script } from '../script.ts'
import { asOfNow, whyNotOurs } from '../staff/belongs.ts'
import { helpForStrangers } from '../staff/help.ts'
import { forReaders } from '../talk.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { answerTo } from './answer-to.ts'
import { askAbout, askComplete, askScope, askWhich, type Asked } from './ask-about.ts'
import { badRowLines } from './bad-row-lines.ts'
import { answered, importAnswers, openQuestion } from './import-answers.ts'
import { importCard } from './import-card.ts'
import { effectParts, mostBadRows, shownOf, understoodParts } from './list-parts.ts'
import { openOf, questionReply } from './question-reply.ts'
import { planRefusalLine, unusableLine } from './unusable-line.ts'

const draft = z.object({
  /** The file's bytes, on the shelf. */
  upload: z.string(),
  file: z.string(),
  said: importAnswers,
  /** What is being asked; null before anything was. */
  asked: openQuestion.nullable(),
  /** What the person saw that it would change; null before they saw it. */
  shown: z.string().nullable(),
  misheard: z.boolean(),
})

export type ImportLedgerDraft = z.infer<typeof draft>

/** The draft of a list that lies on the shelf. */
export function blankImport(upload: string, file: string): ImportLedgerDraft {
  return { upload, file, said: {}, asked: null, shown: null, misheard: false }
}

type NextOfImport = Next<ImportProposal, ImportLedgerDraft>

/**
 * A list that was sent: what it speaks for, what it leaves open, what it would change, and one yes to that; two where
 * its own totals speak against it.
 */
export const importLedger: Script<ImportLedgerDraft, ImportProposal> = {
  name: 'import-ledger',
  draft,

  async next(filled, talk) {
    const { words, desk } = talk
    const { scope, scopeKind, complete, yes, sure, ...csv } = filled.said
    if (!mayAsk(talk.by.roles, 'import ledger')) return stop(mayNotSend(words))
    const bytes = await talk.uploads.get(filled.upload)
    if (bytes === null) return stop(words.say('file.gone', { file: filled.file }))
    if (scope === undefined) {
      const question =
        scopeKind === undefined
          ? askScope(filled.file, desk.ledger.scopes(), words)
          : askWhich(scopeKind, (lane) => desk.laneOf(lane) !== null, words)
      return ask(filled, question, [], words)
    }
    if (complete === undefined) return ask(filled, askComplete(scope, words), [], words)

    const list = talk.understandLedger(bytes, { ...csv, scope, complete })
    if (list.kind !== 'understood') return notYet(filled, list, words)
    const proposal = await desk.ledger.propose({ ...list, file: filled.file })
    if (!proposal.ok) return stop(planRefusalLine(proposal.refusal, words))
    const { effect } = proposal.value
    const shown = shownOf(effect)
    if (yes && filled.shown === shown) {
      const doubtful = isDoubtful(list) && !sure
      return doubtful ? ask(filled, askIfSure(words), [], words) : { ready: proposal.value }
    }
    const changed = filled.shown !== null && filled.shown !== shown
    const parts: readonly Part[] = [
      ...(changed ? [line(words.say('list.changed'), { tone: 'warning' })] : []),
      ...understoodParts(list, words),
      ...effectParts(effect, words),
    ]
    // A yes to other figures is none to these.
    return ask({ ...filled, shown, said: { ...csv, scope, complete } }, askIfRight(filled.file, words), parts, words)
  },

  async hear(filled, answer, talk) {
    const found = filled.asked && answerTo(filled.asked, answer, talk)
    if (!found) return { ...filled, misheard: true }
    return { ...filled, said: answered(filled.said, found), misheard: false }
  },

  async finish(proposal, talk) {
    const { words } = talk
    const notOurs = await whyNotOurs('ledger-import.commit', talk)
    if (notOurs !== null) return warning(notOurs)
    const by = await asOfNow(talk)
    if (by === null) return helpForStrangers(talk)
    const outcome = await talk.desk.ledger.commit(proposal, by.id, by)
    if (!outcome.ok) {
      const { code } = outcome.refusal
      return warning(code === 'not-allowed' ? mayNotSend(words) : words.say('refusal.import-outdated'))
    }
    const card = importCard(outcome.value, 1, forReaders(talk))
    if (outcome.value.status !== 'pending') return card
    return orAlone(card, audienceOf({ kind: 'ledger-import', value: outcome.value }), talk)
  },

  ended: ({ upload }, { uploads }) => uploads.remove(upload),
}

/** Whose role allows sending a list. */
export function mayNotSend(words: Words): string {
  return mayNotAsk('import ledger', words.say('refusal.may-not-send-ledger'), words)
}

/** What a file still leaves open, or why nothing can be made of it. */
function notYet(filled: ImportLedgerDraft, list: Exclude<Understanding, UnderstoodLedger>, words: Words): NextOfImport {
  if (list.kind === 'questions') {
    const [question] = list.questions
    if (!question) throw new Error('a list leaves something open and does not say what')
    return ask(filled, askAbout(question, words), [], words)
  }
  const { reason, badRows } = list
  if (reason.code === 'unreadable-rows-in-complete-list') {
    const why = line(unusableLine(reason, words), { tone: 'warning' })
    const asPart = { label: words.say('button.partial'), words: ['partial'], answer: { complete: false } } as const
    return ask(filled, { ...nothingElse, text: words.say('list.ask.as-part'), choices: [asPart] }, [why], words)
  }
  if (reason.code !== 'bad-rows') return stop(unusableLine(reason, words))
  const rows = badRowLines(badRows, mostBadRows, words).map((text) => line(text, { tone: 'warning' }))
  const text = words.say('list.ask.bad-rows', { count: badRows.length })
  const label = words.say('button.leave-out')
  const without = { label, words: ['leave-out'], answer: { leaveOutBadRows: true } } as const
  return ask(filled, { ...nothingElse, text, choices: [without] }, rows, words)
}

const nothingElse = { how: null, free: null }

function askIfRight(file: string, words: Words): Asked {
  const label = words.say('button.import')
  const choice = { label, tone: 'good', words: ['import'], answer: { yes: true } } as const
  return { ...nothingElse, text: words.say('list.title', { file }), choices: [choice] }
}

function askIfSure(words: Words): Asked {
  const label = words.say('button.import-anyway')
  const choice = { label, tone: 'danger', words: ['sure', 'import'], answer: { sure: true } } as const
  return { ...nothingElse, text: words.say('list.ask.sure'), choices: [choice] }
}

/** Asks, and keeps what was asked: an answer is held against that, whatever this desk would ask by then. */
function ask(filled: ImportLedgerDraft, asked: Asked, parts: readonly Part[], words: Words): NextOfImport {
  const all = [...misheardLine(filled.misheard, words), ...parts]
  return { ask: questionReply(asked, all, words), keep: { ...filled, asked: openOf(asked) } }
}

function stop(text: string): NextOfImport {
  return { stop: warning(text) }
}

function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
