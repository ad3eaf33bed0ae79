import { parseArgs } from 'node:util'
import { dossierDocument, chanceLine } from '../../dialogs/fraud/dossier-words.ts'
import { documentHtml } from '../../dialogs/fraud/dossier-html.ts'
import { documentMarkdown } from '../../dialogs/fraud/dossier-markdown.ts'
import { customerFinder } from '../../dialogs/understanding/find-customer.ts'
import { createTalks } from '../talk-of.ts'
import type { Command, Session } from './session.ts'

const usage = 'Say: dossier CUSTOMER --out FILE.html (or FILE.md), with --language zh-hant for Traditional Chinese'

/** `dossier CUSTOMER --out FILE`: the dossier for the operator's refund after fraud, as a file to print or to send on. */
export const dossierCommand: Command = async (args, session, open) => {
  const said = wordsOf(args)
  const kind = said && /\.(html|md)$/i.exec(said.out)?.[1]?.toLowerCase()
  if (said === null || kind === undefined) {
    session.print(usage)
    return 2
  }
  const { directory } = await open.desk.book.today()
  const found = customerFinder()(directory, said.who)
  if (found.kind !== 'one') {
    const names = found.kind === 'none' ? [] : found.customers.map(({ id, name }) => `  ${name} (${id})`)
    session.print(
      found.kind === 'none'
        ? `No customer answers to ${said.who}.`
        : `Several may be meant by ${said.who}; name one by its id:`,
    )
    for (const name of names) session.print(name)
    return 1
  }
  const dossier = await open.desk.dossiers.of(found.customer.id)
  if (dossier === null) return fail(session, `No customer answers to ${said.who}.`)
  const talk = { ...(await createTalks(open, null).ofPlace('')), words: open.languages.best(said.language) }
  const document = dossierDocument(dossier, talk)
  await session.save(kind === 'html' ? documentHtml(document) : documentMarkdown(document))
  session.print(chanceLine(dossier.chance, { ...talk, words: open.languages.best('en') }))
  return 0
}

function wordsOf(args: readonly string[]) {
  try {
    const options = { out: { type: 'string' }, language: { type: 'string', default: 'en' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const who = positionals.join(' ')
    return values.out === undefined || who === '' ? null : { who, out: values.out, language: values.language }
  } catch {
    return null
  }
}

function fail(session: Session, line: string): number {
  session.print(line)
  return 1
}
