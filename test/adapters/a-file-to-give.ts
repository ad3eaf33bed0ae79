import type { FileToGive } from '../../dialogs/vocabulary/reply-activity.ts'
import { said } from '../../dialogs/vocabulary/reply.ts'

/** A small file that somebody is offered, with a letter of two bytes in it. */
export function aFileToGive(name = 'list.md'): FileToGive {
  const bytes = new TextEncoder().encode('# Über')
  const wanted = { file: 'dossier', customer: 'contoso', as: 'markdown' } as const
  const mediaType = 'text/markdown'
  return {
    offered: { name, mediaType, size: bytes.length, label: `File: ${name}`, wanted },
    make: async () => ({ name, mediaType, bytes }),
    elsewhere: (where) => said(`${where}: ${name}`),
  }
}
