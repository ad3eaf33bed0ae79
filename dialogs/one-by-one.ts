/** Does what is asked for under one key one after the other, in the order in which it was asked; other keys do not wait. */
export function oneByOne(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  /** The last of each key; it never fails. */
  const last = new Map<string, Promise<void>>()

  return (key, work) => {
    const own = (last.get(key) ?? Promise.resolve()).then(work)
    const over = own.then(
      () => forget(),
      () => forget(),
    )
    last.set(key, over)
    return own

    function forget(): void {
      if (last.get(key) === over) last.delete(key)
    }
  }
}
