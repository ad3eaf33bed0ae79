import type { Session } from '../../../bot/cli/session.ts'

export interface ASession extends Session {
  /** What stands on the console, questions included, a line each. */
  readonly seen: readonly string[]
  readonly asked: readonly string[]
  /** What was put into the file that `--out` names. */
  readonly saved: readonly string[]
}

/** Root at a console, who answers in this order and then has gone; the file is what lies on disk. */
export function aSession(csv: string | null = null, ...answers: readonly string[]): ASession {
  const seen: string[] = []
  const asked: string[] = []
  const saved: string[] = []
  const left = [...answers]
  return {
    user: 'root',
    file: csv === null ? null : { name: 'open.csv', bytes: new TextEncoder().encode(csv) },
    seen,
    asked,
    saved,
    save: async (text) => void saved.push(text),
    print: (line) => void seen.push(line),
    async ask(question) {
      seen.push(question)
      asked.push(question)
      return left.shift() ?? null
    },
  }
}

/** An open list read from the books the evening before: number, days it became due, whole euros. */
export function openList(...rows: readonly (readonly [document: string, due: string, euros: number])[]): string {
  return [
    'As of 2025-03-30',
    'Customer Number,Customer Name,Invoice Number,Due Date,Open Amount,Currency',
    ...rows.map(([document, due, euros]) => `K-1001,Contoso Ltd,${document},${due},${euros.toFixed(2)},EUR`),
    '',
  ].join('\n')
}
