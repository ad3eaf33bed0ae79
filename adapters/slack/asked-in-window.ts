/**
 * Which question stands in a window now. Slack leaves a window that is told of errors as it is, with the question it was
 * opened for, while every question of the desk is one of its own. Forgotten by a restart: then the window is too late.
 */
export interface AskedInWindow {
  asks(view: string, question: string): void
  /** `opened`: the question that the window says it was opened for. */
  questionOf(view: string, opened: string): string
}

/** A window is filled in within minutes; more than this are not open at once. */
const mostKept = 1_000

export function askedInWindow(): AskedInWindow {
  const asked = new Map<string, string>()
  return {
    asks(view, question) {
      if (asked.size >= mostKept) asked.clear()
      asked.set(view, question)
    },
    questionOf: (view, opened) => asked.get(view) ?? opened,
  }
}
