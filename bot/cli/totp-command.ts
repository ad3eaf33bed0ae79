import { parseArgs } from 'node:util'
import { qrLines } from '../../adapters/totp/qr-lines.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Command, Session } from './session.ts'
import { whoIs } from './who-is.ts'

const usage = 'Say: totp enrol --for NAME, totp remove --for NAME, or totp list'
/** How often somebody may mistype the first code before they begin anew. */
const mostTries = 3

/** `totp enrol|remove|list`: whose authenticator app counts. The secret is shown here, once, and nowhere else. */
export const totpCommand: Command = async ([verb, ...args], session, open) => {
  if (verb === 'list' && args.length === 0) return list(session, open)
  const words = optionsOf(args)
  if ((verb !== 'enrol' && verb !== 'remove') || words === null || words.for === undefined) {
    session.print(usage)
    return 2
  }
  const staff = await whoIs(words.for, '--for', open)
  if (typeof staff === 'string') return fail(session, staff)
  if (verb === 'remove') return remove(staff, session, open)
  return words.code === undefined ? enrol(staff, session, open) : confirm(staff, words.code, session, open)
}

function optionsOf(args: readonly string[]) {
  try {
    const options = { for: { type: 'string' }, code: { type: 'string' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch {
    return null
  }
}

async function enrol(staff: Staff, session: Session, open: OpenDesk): Promise<number> {
  const { desk, languages } = open
  const { uri, until } = await desk.secondFactors.offer(staff, by(session))
  session.print(`Give this to ${staff.name}’s authenticator app, and to nobody else:`)
  for (const line of qrLines(uri)) session.print(line)
  session.print(uri)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const code = await session.ask('The code that the app shows now: ')
    if (code === null) {
      const end = languages.best('en').moment(until)
      session.print(`It counts once its first code is known, until ${end}:`)
      session.print(`  npm run desk -- totp enrol --for ${staff.id} --code CODE`)
      return 0
    }
    const outcome = await desk.secondFactors.confirm(staff, code, by(session))
    if (outcome.ok) return enrolled(staff, session)
    session.print(refusals[outcome.refusal.code])
    if (outcome.refusal.code !== 'code-wrong') return 1
  }
  return fail(session, 'Nothing was enrolled. What was shown no longer matters: begin anew.')
}

async function confirm(staff: Staff, code: string, session: Session, { desk }: OpenDesk): Promise<number> {
  const outcome = await desk.secondFactors.confirm(staff, code, by(session))
  return outcome.ok ? enrolled(staff, session) : fail(session, refusals[outcome.refusal.code])
}

const refusals = {
  'code-wrong': 'That is not the code of what was shown. Look at the app, and at its clock.',
  'not-offered': 'Nothing waits for a first code. Begin with: totp enrol --for NAME',
} as const

function enrolled({ name }: Staff, session: Session): number {
  session.print(`${name} can now approve with codes of that app. The one just typed is used up.`)
  return 0
}

async function remove(staff: Staff, session: Session, { desk }: OpenDesk): Promise<number> {
  const outcome = await desk.secondFactors.remove(staff.id, by(session))
  if (!outcome.ok) return fail(session, `${staff.name} has no authenticator app here.`)
  session.print(`${staff.name}’s authenticator app counts no more.`)
  return 0
}

async function list(session: Session, { desk, languages, now }: OpenDesk): Promise<number> {
  const words = languages.best('en')
  const [enrolledOnes, everybody] = await Promise.all([desk.secondFactors.enrolled(), desk.staff.everybodyEver()])
  if (enrolledOnes.length === 0) session.print('Nobody has an authenticator app here.')
  for (const { staff, since, lockedUntil } of enrolledOnes) {
    const name = everybody.find(({ id }) => id === staff)?.name ?? 'gone'
    const locked = lockedUntil !== null && now() < lockedUntil ? `, locked until ${words.moment(lockedUntil)}` : ''
    session.print(`${name} (${staff}) since ${words.moment(since)}${locked}`)
  }
  return 0
}

function by({ user }: Session): string {
  return `console:${user}`
}

function fail(session: Session, line: string): number {
  session.print(line)
  return 1
}
