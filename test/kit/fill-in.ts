import type { FakeSlack } from './fake-slack.ts'
import { eventually } from './processes.ts'
import type { SlackPerson } from './slack-person.ts'

const mostTries = 5
const perTryMs = 4_000

/**
 * Opens the window of a form in Slack, which stands on a message that says `on`, and sends it. Whoever presses the very
 * moment that the form appears, before the desk has noted that it asked, gets no window, and presses again.
 */
export async function fillIn(
  slack: FakeSlack,
  person: SlackPerson,
  on: RegExp,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const before = slack.views.size
  const isOpen = async () =>
    slack.views.size > before && [...slack.views.values()].at(-1)?.['callback_id'] !== undefined
  for (let tries = 1; !(await isOpen()) && tries <= mostTries; tries += 1) {
    await person.press('Fill in…', {}, on)
    await eventually(isOpen, perTryMs).catch(() => undefined)
  }
  await person.submit(values)
}
