import { ticketTopics, type TicketTopic } from '../../domain/service-requests/service-request.ts'
import { severities, type Severity } from '../../domain/service-requests/severity.ts'
import type { Answer } from '../script.ts'
import type { Talk } from '../talk.ts'
import { wordIn } from '../understanding/phrase.ts'
import { labelled, type LabelledField } from './labelled.ts'
import { ticketFields, withWords, type OpenTicketDraft } from './ticket-draft.ts'

type Heard = Pick<Talk, 'grammars'>

/**
 * The form's fields as they were sent, or a typed line: "send" sends, a word of the lists picks, "title: …" and the
 * like fill in a field, other words are a line of the problem, or what was tried where `lacks` says that only this is
 * missing. A list in which nothing is picked, and a field that did not come back, take nothing away.
 */
export function hearTicketForm(
  filled: OpenTicketDraft,
  { text, inputs }: Answer,
  { grammars }: Heard,
  lacks: { readonly triedOnly: boolean },
): OpenTicketDraft {
  const answered: OpenTicketDraft = {
    ...filled,
    topic: ticketTopics.find((topic) => topic === inputs['topic']) ?? filled.topic,
    severity: severities.find((severity) => severity === inputs['severity']) ?? filled.severity,
    sent: false,
    overtaken: false,
    misheard: false,
    notSevere: null,
    tooLong: null,
  }
  const kept = ticketFields.reduce((sofar, field) => {
    const written = inputs[field]
    return written === undefined ? sofar : withWords(sofar, field, orNull(written))
  }, answered)
  const answer = wordIn<'ask' | 'open' | 'all'>(grammars, 'answers', text)
  if (answer === 'ask' || answer === 'open') return { ...kept, sent: true }
  const named = labelled(text, grammars)
  if (named !== null) return withLabelled(kept, named.field, named.said, { grammars })
  const topic = wordIn<TicketTopic>(grammars, 'topics', text)
  if (topic !== null) return { ...kept, topic }
  const severity = wordIn<Severity>(grammars, 'severities', text)
  if (severity !== null) return { ...kept, severity }
  // “High” describes nothing: somebody chooses a severity that other programs have.
  if (wordIn(grammars, 'levels', text) !== null) return { ...kept, notSevere: text.trim() }
  const words = orNull(text)
  if (words === null || isPick(text, kept)) return { ...kept, misheard: true }
  if (lacks.triedOnly) return withWords(kept, 'tried', words)
  return withWords(kept, 'text', kept.text === null ? words : `${kept.text}\n${words}`)
}

/** A field by its name takes the place of what stood in it; nothing behind the name empties it. */
function withLabelled(kept: OpenTicketDraft, field: LabelledField, said: string, { grammars }: Heard): OpenTicketDraft {
  switch (field) {
    case 'topic': {
      const topic = wordIn<TicketTopic>(grammars, 'topics', said)
      return topic === null ? { ...kept, misheard: true } : { ...kept, topic }
    }
    case 'severity': {
      const severity = wordIn<Severity>(grammars, 'severities', said)
      return severity === null ? { ...kept, notSevere: said } : { ...kept, severity }
    }
    default:
      return withWords(kept, field, orNull(said))
  }
}

/** A number while something is still to be picked: it may stand in either list, and describes nothing. */
function isPick(text: string, { topic, severity }: OpenTicketDraft): boolean {
  return (topic === null || severity === null) && /^[\d\s,，、]+$/u.test(text)
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
