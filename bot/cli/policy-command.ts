import { parseArgs } from 'node:util'
import { activationRefused } from '../../dialogs/policy/policy-refusals.ts'
import { differenceText } from '../../dialogs/policy/policy-lines.ts'
import { policyLetter } from '../../dialogs/policy/policy-letter.ts'
import { plainLines } from '../../dialogs/vocabulary/plain.ts'
import type { Words } from '../../dialogs/words/words.ts'
import type { Customer } from '../../domain/customers/customer.ts'
import { customerFinder } from '../../dialogs/understanding/find-customer.ts'
import type { OpenDesk } from '../open-desk.ts'
import { policyRehearse } from './policy-rehearse.ts'
import type { Command, Session } from './session.ts'
import { whoIs } from './who-is.ts'

const usage =
  'Say: policy check FILE.yaml, policy rehearse [FILE.yaml] [--out FILE], policy propose FILE.yaml --as NAME, policy versions, or policy print [--for CUSTOMER] [--language zh-hant] [--out FILE]'

/** `policy rehearse|propose|versions|print`: what rules, what a file would change, and the text for customers. */
export const policyCommand: Command = async ([verb, ...args], session, open) => {
  const words = wordsOf(args)
  if (words !== null && verb === 'propose') return propose(words.as, session, open)
  if (words !== null && verb === 'rehearse') return policyRehearse(words.out, session, open)
  if (words !== null && verb === 'versions') return versions(session, open)
  if (words !== null && verb === 'print') return print(words, session, open)
  session.print(usage)
  return 2
}

interface Said {
  readonly as: string | null
  readonly for: string | null
  readonly language: string
  readonly out: string | null
}

function wordsOf(args: readonly string[]): Said | null {
  try {
    const text = { type: 'string' } as const
    const options = { as: text, for: text, out: text, language: { type: 'string', default: 'en' } } as const
    const { values } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { as: values.as ?? null, for: values.for ?? null, out: values.out ?? null, language: values.language }
  } catch {
    return null
  }
}

/** Asks for a second person's yes to the file; told in full what it would change. */
async function propose(as: string | null, session: Session, open: OpenDesk): Promise<number> {
  const { file } = session
  if (!file) return fail(session, 'Name a policy: npm run desk -- policy propose FILE.yaml --as NAME')
  if (as === null) return fail(session, 'Say who you are at the desk: --as NAME. A second person decides.')
  const staff = await whoIs(as, '--as', open)
  if (typeof staff === 'string') return fail(session, staff)
  const words = open.languages.best('en')
  const draft = { file: file.name, text: new TextDecoder().decode(file.bytes) }
  const outcome = await open.desk.policies.ask(draft, staff, null, `console:${session.user}`)
  if (!outcome.ok) {
    for (const line of plainLines(activationRefused(outcome.refusal, words).parts)) session.print(line)
    return 1
  }
  const { id, differences, remarks, basis } = outcome.value
  session.print(words.say('policy.what-changes', { version: basis, count: differences.length }))
  for (const each of differences) session.print(`  ${differenceText(each, words)}`)
  for (const remark of remarks) session.print(words.say('policy.remark', { remark }))
  session.print(`${id} waits for a second person's yes in chat; until then version ${basis} holds.`)
  return 0
}

async function versions(session: Session, { desk, languages }: OpenDesk): Promise<number> {
  const words = languages.best('en')
  for (const { number, since, file, case: of, sha256 } of await desk.policies.versions())
    session.print(`${number}  ${words.moment(since)}  ${of ?? file}  ${sha256.slice(0, 12)}`)
  return 0
}

/** The text for customers, to the console or into a file. */
async function print(said: Said, session: Session, open: OpenDesk): Promise<number> {
  const { desk, languages } = open
  const spoken = spokenAs(said.language, languages)
  if (!spoken) {
    const tags = languages.all.map(({ tag }) => tag).join(', ')
    return fail(session, `The desk does not speak ${said.language}; it speaks ${tags}.`)
  }
  let customer: Customer | null = null
  if (said.for !== null) {
    const found = customerFinder()((await desk.book.today()).directory, said.for)
    if (found.kind !== 'one')
      return fail(
        session,
        found.kind === 'none'
          ? `No customer answers to ${said.for}.`
          : `Several may be meant by ${said.for}: ${found.customers.map(({ name, id }) => `${name} (${id})`).join(', ')}`,
      )
    customer = found.customer
  }
  const text = policyLetter(desk.policy, desk.policies.inForce(), customer, spoken)
  if (said.out !== null) await session.save(`${text}\n`)
  else for (const line of text.split('\n')) session.print(line)
  return 0
}

/** The language with this tag, or a near one; null where the desk speaks none such. */
function spokenAs(wanted: string, languages: OpenDesk['languages']): Words | null {
  try {
    const { language } = new Intl.Locale(wanted)
    const found = languages.best(wanted)
    return new Intl.Locale(found.tag).language === language ? found : null
  } catch {
    // No tag at all.
    return null
  }
}

function fail(session: Session, line: string): number {
  session.print(line)
  return 1
}
