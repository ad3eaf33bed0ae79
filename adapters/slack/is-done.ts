import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** Whether something worked at Slack; a window that is gone is no misfortune. Throws what is no fault. */
export async function isDone(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof OutsideFault) return false
      throw cause
    },
  )
}
