import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { questionLine } from './change-words.ts'

/** What whoever opened a ticket is asked, and how often they were; nothing where nothing is. */
export function questionParts(request: ServiceRequest, words: Words): readonly Part[] {
  const { question } = request
  if (question === null) return []
  const asked = words.say('ticket.asked-so-often', { count: question.asked, at: words.moment(question.at) })
  return [
    line(questionOf(request, question, words), { tone: 'warning', weight: 'strong' }),
    ...(question.asked > 1 ? [line(asked, { weight: 'quiet' })] : []),
  ]
}

function questionOf(
  { id, lane, status, several }: ServiceRequest,
  question: NonNullable<ServiceRequest['question']>,
  words: Words,
): string {
  if (question.about === 'number' && status === 'filed') return words.say('ticket.which-number')
  if (question.about !== 'several') return questionLine(question, words)
  return words.say('ticket.several', { operator: words.say(`lane.${lane}`), case: id, numbers: words.list(several) })
}

/** Where the operator's number is written, or picked where several carry ours. */
export function numberField({ several }: ServiceRequest, label: string): Part {
  if (several.length === 0) return { kind: 'input', id: 'number', label, value: '', multiline: false }
  const options = several.map((each) => ({ value: each, label: each }))
  return { kind: 'choices', id: 'number', label, multiple: false, options, chosen: [] }
}
