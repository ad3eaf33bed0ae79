import { mayAsk } from '../domain/staff/powers.ts'
import type { FileOutcome } from './file-outcome.ts'
import { dossierFile } from './fraud/dossier-file.ts'
import { overdueFile } from './overdue/overdue-file.ts'
import type { Talk } from './talk.ts'
import type { FileWanted, MadeFile, OfferedFile } from './vocabulary/file.ts'
import { said } from './vocabulary/reply.ts'

/** Makes what was wanted, of what is known now and for whoever asks now: what a chat brings back proves nothing. */
export async function makeFile(wanted: FileWanted, talk: Talk): Promise<FileOutcome> {
  const { words, by } = talk
  switch (wanted.file) {
    case 'dossier':
      if (!mayAsk(by.roles, 'see dossier')) return { refused: said(words.say('refusal.may-not', { name: by.name })) }
      return dossierFile(wanted, talk)
    case 'overdue':
      if (!mayAsk(by.roles, 'see overdue')) return { refused: said(words.say('refusal.may-not', { name: by.name })) }
      return overdueFile(wanted, talk)
  }
}

/** Offers what was just made, so that its name and about its size are told. */
export function offered(wanted: FileWanted, { name, mediaType, bytes }: MadeFile, { words }: Talk): OfferedFile {
  const size = bytes.length
  const label = words.say('file.offered', { name, kind: words.say(kindOf(mediaType)), size: kilobytes(size) })
  return { name, mediaType, size, label, wanted }
}

function kindOf(mediaType: string): 'file.kind.html' | 'file.kind.markdown' | 'file.kind.csv' | 'file.kind.other' {
  if (mediaType === 'text/html') return 'file.kind.html'
  if (mediaType === 'text/csv') return 'file.kind.csv'
  return mediaType === 'text/markdown' ? 'file.kind.markdown' : 'file.kind.other'
}

/** Never 0: something is in it. */
function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000))
}
