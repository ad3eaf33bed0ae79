interface Waiting<Draft> {
  /** Judges a change on the draft; an accepted one is answered once the draft is written. */
  readonly judge: (draft: Draft) => () => void
  readonly fail: (cause: unknown) => void
}

interface GroupCommitParts<State, Draft> {
  readonly first: State
  begin(believed: State): Draft
  /** The draft as the next state; the believed state itself when nothing was changed. */
  end(draft: Draft): State
  /** Writes the next state durably and answers what was written. */
  write(next: State, believed: State): Promise<State>
}

/**
 * Changes that wait while a write is under way go into the next write together. Each is judged by itself, on a state
 * that includes the changes before it; what is written is believed only afterwards. When a write fails, all changes
 * of its group are rejected with the cause and the old state stands.
 */
export class GroupCommit<State, Draft> {
  readonly #parts: GroupCommitParts<State, Draft>
  #believed: State
  #waiting: Waiting<Draft>[] = []
  #running: Promise<void> | null = null
  #closed = false

  constructor(parts: GroupCommitParts<State, Draft>) {
    this.#parts = parts
    this.#believed = parts.first
  }

  get believed(): State {
    return this.#believed
  }

  /** `change` must leave the draft alone when it throws; its error rejects this change only. */
  submit<Result>(change: (draft: Draft) => Result): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('the store is closed: nothing was written'))
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#waiting.push({
      judge(draft) {
        try {
          const result = change(draft)
          return () => resolve(result)
        } catch (fault) {
          return () => reject(fault)
        }
      },
      fail: reject,
    })
    this.#running ??= this.#run()
    return promise
  }

  /** Refuses further changes and waits until those under way are written. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeGroup(this.#waiting.splice(0))
    this.#running = null
  }

  async #writeGroup(group: readonly Waiting<Draft>[]): Promise<void> {
    const believed = this.#believed
    try {
      const draft = this.#parts.begin(believed)
      const verdicts = group.map(({ judge }) => judge(draft))
      const next = this.#parts.end(draft)
      if (next !== believed) this.#believed = await this.#parts.write(next, believed)
      // A no is told only now as well: whoever reads again after it must see what was in the way.
      for (const tell of verdicts) tell()
    } catch (cause) {
      for (const { fail } of group) fail(cause)
    }
  }
}
