import { askAbout } from '../../dialogs/ledger/ask-about.ts'
import { badRowLines } from '../../dialogs/ledger/bad-row-lines.ts'
import { answered, type ImportAnswers } from '../../dialogs/ledger/import-answers.ts'
import { effectParts, mostBadRows, understoodParts } from '../../dialogs/ledger/list-parts.ts'
import { planRefusalLine, unusableLine } from '../../dialogs/ledger/unusable-line.ts'
import { plainLines } from '../../dialogs/vocabulary/plain.ts'
import type { Words } from '../../dialogs/words/words.ts'
import { isDoubtful } from '../../domain/receivables/doubtful-list.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import type { LedgerCsvOptions, Question, UnderstoodLedger } from '../../domain/receivables/understanding.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import type { OpenDesk } from '../open-desk.ts'
import { answerFrom } from './import-answer.ts'
import { importWords, type ImportWords } from './import-options.ts'
import { commitRefusalLine, undoRefusalLine } from './import-refusals.ts'
import { type Command, confirmed, type Session } from './session.ts'
import { whoIs } from './who-is.ts'

/** `import FILE`: show what was understood and what would change, then commit on a yes; nothing is half-imported. */
export const importCommand: Command = async (args, session, open) => {
  const words = importWords(args)
  if (typeof words === 'string') return fail(session, words)
  const staff = words.as === null ? null : await whoIs(words.as, '--as', open)
  if (typeof staff === 'string') return fail(session, staff)
  if (words.undo !== null) return undo(words.undo.toUpperCase(), staff, session, open)
  const { file } = session
  if (!file) return fail(session, 'Name a file: npm run desk -- import FILE.csv')

  const scope = words.scope ?? (await askScope(session))
  if (!scope) return fail(session, 'Name what the list speaks for: --company NAME, --lane china or --country DE.')
  const complete = words.complete ?? (await askComplete(session, scope))
  if (complete === null) return fail(session, 'Say whether the list is --complete or --partial.')

  const ledger = await understand(file.bytes, { ...words.csv, scope, complete }, session, open)
  if (!ledger) return 1
  return importLedger(ledger, file.name, words, staff, session, open)
}

/** Asks whatever the file leaves open, one question after the other; null when it stays open or cannot be read. */
async function understand(
  bytes: Uint8Array,
  first: LedgerCsvOptions,
  session: Session,
  open: OpenDesk,
): Promise<UnderstoodLedger | null> {
  const words = spokenHere(open)
  let options = first
  for (;;) {
    const read = open.understandLedger(bytes, options)
    if (read.kind === 'understood') return read
    if (read.kind === 'refused') {
      session.print(unusableLine(read.reason, words))
      for (const line of badRowLines(read.badRows, mostBadRows, words)) session.print(line)
      return null
    }
    const [question] = read.questions
    const answer = question && (await ask(question, session, words))
    if (!answer) {
      session.print('Nothing was imported.')
      return null
    }
    options = answered(options, answer)
  }
}

async function ask(question: Question, session: Session, words: Words): Promise<ImportAnswers | null> {
  const asked = askAbout(question, words)
  const { text, choices } = asked
  session.print(text)
  for (const [at, { label }] of choices.entries()) session.print(`  ${at + 1}. ${label}`)
  for (let tries = 0; tries < 3; tries += 1) {
    const said = await session.ask(choices.length > 0 ? 'Number: ' : '> ')
    if (said === null) return null
    const answer = answerFrom(said, asked)
    if (answer) return answer
    session.print('I cannot read that answer.')
  }
  return null
}

async function importLedger(
  ledger: UnderstoodLedger,
  file: string,
  words: ImportWords,
  staff: Staff | null,
  session: Session,
  open: OpenDesk,
): Promise<number> {
  const { desk } = open
  const spoken = spokenHere(open)
  for (const line of plainLines(understoodParts(ledger, spoken))) session.print(line)
  const proposal = await desk.ledger.propose({ ...ledger, file })
  if (!proposal.ok) return fail(session, planRefusalLine(proposal.refusal, spoken))
  for (const line of plainLines(effectParts(proposal.value.effect, spoken))) session.print(line)
  const doubtful = isDoubtful(ledger)
  if (!words.yes || doubtful) {
    const question = doubtful
      ? 'The totals in the file do not bear out its rows. Import it all the same?'
      : 'Import this?'
    if (!(await confirmed(session, question))) return fail(session, notImported(words.yes && doubtful))
  }

  const outcome = await desk.ledger.commit(proposal.value, `console:${session.user}`, staff)
  if (!outcome.ok) return fail(session, commitRefusalLine(outcome.refusal, spoken))
  const { id, status } = outcome.value
  session.print(
    status === 'pending'
      ? `${id} waits for a second person's yes in chat; until then nothing has changed.`
      : `Imported as ${id}. To take it back: npm run desk -- import --undo ${id}`,
  )
  return 0
}

/** The console speaks English, whatever the chats speak. */
function spokenHere({ languages }: OpenDesk): Words {
  return languages.best('en')
}

function notImported(despiteYes: boolean): string {
  if (!despiteYes) return 'Nothing was imported.'
  return 'Nothing was imported: rows may be missing, and --yes does not answer for that. Mend the file, or answer here.'
}

async function undo(id: string, staff: Staff | null, session: Session, { desk }: OpenDesk): Promise<number> {
  const outcome = await desk.ledger.undo(id, `console:${session.user}`, staff)
  if (!outcome.ok) return fail(session, undoRefusalLine(id, outcome.refusal))
  session.print(
    outcome.value.status === 'undo-asked'
      ? `${id} waits for a second person's yes in chat; until then it stands.`
      : `${id} was taken back, whole.`,
  )
  return 0
}

async function askScope(session: Session): Promise<ImportScope | null> {
  const said = await session.ask('Which part of the books does it speak for? (company NAME, lane china, country DE) ')
  const match = /^\s*(company|lane|country)\s+(.+?)\s*$/i.exec(said ?? '')
  return match ? { kind: (match[1] ?? '').toLowerCase() as ImportScope['kind'], value: match[2] ?? '' } : null
}

async function askComplete(session: Session, { kind, value }: ImportScope): Promise<boolean | null> {
  const said = await session.ask(`Does it list everything that is open for ${kind} ${value}? (complete/partial) `)
  if (/^\s*c(omplete)?\s*$/i.test(said ?? '')) return true
  return /^\s*p(artial)?\s*$/i.test(said ?? '') ? false : null
}

function fail(session: Session, line: string): number {
  session.print(line)
  return 1
}
