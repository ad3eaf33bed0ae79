import {
  severities,
  ticketTopics,
  type Severity,
  type TicketTopic,
} from '../../domain/service-requests/service-request.ts'
import type { Answer } from '../script.ts'
import type { Talk } from '../talk.ts'
import { wordIn } from '../understanding/phrase.ts'
import { withText, type OpenTicketDraft } from './ticket-draft.ts'

/**
 * The form's fields as they were sent, or a typed line: a word of the lists picks, "send" sends, other words are a line
 * of the description. A list in which nothing is picked, and a field that did not come back, take nothing away.
 */
export function hearTicketForm(
  filled: OpenTicketDraft,
  { text, inputs }: Answer,
  { grammars }: Pick<Talk, 'grammars'>,
): OpenTicketDraft {
  const written = inputs['text']
  const before = written === undefined ? filled.text : orNull(written)
  const answered = {
    ...filled,
    topic: ticketTopics.find((topic) => topic === inputs['topic']) ?? filled.topic,
    severity: severities.find((severity) => severity === inputs['severity']) ?? filled.severity,
    sent: false,
    misheard: false,
  }
  const kept = withText(answered, before)
  const answer = wordIn<'ask' | 'open' | 'all'>(grammars, 'answers', text)
  if (answer === 'ask' || answer === 'open') return { ...kept, sent: true }
  const topic = wordIn<TicketTopic>(grammars, 'topics', text)
  if (topic !== null) return { ...kept, topic }
  const severity = wordIn<Severity>(grammars, 'severities', text)
  if (severity !== null) return { ...kept, severity }
  const words = orNull(text)
  if (words === null || isPick(text, answered)) return { ...kept, misheard: true }
  return withText(answered, before === null ? words : `${before}\n${words}`)
}

/** A number while something is still to be picked: it may stand in either list, and describes nothing. */
function isPick(text: string, { topic, severity }: OpenTicketDraft): boolean {
  return (topic === null || severity === null) && /^[\d\s,，、]+$/u.test(text)
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
