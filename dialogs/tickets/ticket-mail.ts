import type { DossierDesk } from '../../domain/fraud/dossier/dossier-desk.ts'
import type { MailAttachment } from '../../domain/ports/ticket-mailbox.ts'
import type { WriteMail } from '../../domain/service-requests/send-ticket.ts'
import type { AskedChange, ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { never } from '../../domain/shared/outcome.ts'
import { documentHtml } from '../fraud/dossier-html.ts'
import { documentMarkdown } from '../fraud/dossier-markdown.ts'
import { dossierDocument } from '../fraud/dossier-words.ts'
import type { CardTalk } from '../talk.ts'
import { asTaken } from './operator-signs.ts'
import { ticketSubject, ticketText } from './operator-text.ts'
import { tonguesOf } from './operator-words/tongues.ts'

interface MailParts {
  readonly dossiers: Pick<DossierDesk, 'of'>
  /** In English: only operators that read it take dossiers. */
  readonly talk: () => Promise<CardTalk>
}

/**
 * Writes a ticket, or what was asked of it since, as a mail to its operator: the text that a person would paste. A
 * dossier is made as it stands when the mail is tried, so that a retry may bring a newer one under the same Message-ID.
 */
export function mailWriter({ dossiers, talk }: MailParts): WriteMail {
  return async (request, change) => {
    const subject = ticketSubject(request)
    const spoken = await talk()
    if (change !== null) return { subject, text: asTaken(changeText(request, change), request.lane), attachments: [] }
    const attachments = await attachmentsOf(request, dossiers, spoken)
    // What could not be made is not announced either.
    const told = attachments.length === 0 ? { ...request, attachments: [] } : request
    return { subject, text: ticketText(told, spoken.zone), attachments }
  }
}

async function attachmentsOf(
  { id, customer, attachments }: ServiceRequest,
  dossiers: MailParts['dossiers'],
  talk: CardTalk,
): Promise<readonly MailAttachment[]> {
  if (customer === null || !attachments.includes('dossier')) return []
  const dossier = await dossiers.of(customer.id)
  if (dossier === null) return []
  const document = dossierDocument(dossier, talk)
  return [
    { name: `dossier-${id}.html`, mediaType: 'text/html', content: documentHtml(document) },
    { name: `dossier-${id}.md`, mediaType: 'text/markdown', content: documentMarkdown(document) },
  ]
}

/** What is wanted of a ticket, in each of its operator's languages; a person's words once. */
function changeText({ id, lane }: ServiceRequest, { wanted }: AskedChange): string {
  const tongues = tonguesOf(lane)
  switch (wanted.change) {
    case 'note':
      return [...tongues.map((words) => words.change.note(id)), '', wanted.text].join('\n')
    case 'severity':
      return tongues.map((words) => words.change.severity(id, words.severities[wanted.severity])).join('\n')
    case 'close':
      return tongues.map((words) => words.change.close(id)).join('\n')
    default:
      return never(wanted)
  }
}
