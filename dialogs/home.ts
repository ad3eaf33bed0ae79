import type { AnyCase } from '../domain/cases/case.ts'
import type { OpenAlert } from '../domain/fraud/fraud-alert.ts'
import { mayAsk } from '../domain/staff/powers.ts'
import { caseListed, showCase } from './case-list.ts'
import { alertRow } from './fraud/show-alerts.ts'
import { standingStill } from './lanes/show-lanes.ts'
import { maySee } from './may-see.ts'
import { roleList } from './phrases/role-list.ts'
import { overdueButton } from './staff/help.ts'
import type { Talk } from './talk.ts'
import { phrase } from './understanding/phrase.ts'
import { line, type Part, type Reply } from './vocabulary/reply.ts'

/** A list that is longer is worked off from its top. */
const mostListed = 10

/** What one person finds at home: what waits for their decision, what they asked for, and where to go on from there. */
export async function home(talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  const waiting = await desk.cases.waitingFor(by)
  // Whose role was taken may no longer look at what they asked for.
  const own = (await desk.cases.askedBy(by.id)).filter(({ kind }) => maySee(kind, by) && kind !== 'fraud-alert')
  const alerts = mayAsk(by.roles, 'handle alert') ? await desk.alerts.open() : []
  return {
    title: by.name,
    parts: [
      ...standingStill(talk, await desk.lanes.all()),
      ...(by.roles.length === 0 ? [] : [line(roleList(by.roles, words), { weight: 'quiet' })]),
      ...(alerts.length === 0 ? [] : alertParts(alerts, talk)),
      ...(waiting.length === 0
        ? [line(words.say('home.nothing-waits'))]
        : listed(words.say('home.waiting'), waiting, talk)),
      ...(own.length === 0 ? [] : listed(words.say('home.own'), own, talk)),
    ],
    buttons: [
      ...alerts.slice(0, mostListed).map(({ id }) => showCase(id, words)),
      ...[waiting, own].flatMap((cases) => cases.slice(0, mostListed)).map(({ value }) => showCase(value.id, words)),
      ...(mayAsk(by.roles, 'report alert')
        ? [{ label: words.say('button.report-fraud'), says: phrase(words.grammar, 'report-fraud') }]
        : []),
      ...overdueButton(by, words),
      { label: words.say('button.help'), says: phrase(words.grammar, 'help') },
    ],
  }
}

/** What a fraud lead looks for first: the dearest and gravest, and how many more there are. */
function alertParts(alerts: readonly OpenAlert[], talk: Talk): readonly Part[] {
  const more = alerts.length - mostListed
  return [
    line(talk.words.say('home.alerts'), { weight: 'strong' }),
    ...alerts.slice(0, mostListed).map((each) => alertRow(each, talk)),
    ...(more > 0 ? [line(talk.words.say('alert.digest.more', { more }), { weight: 'quiet' })] : []),
  ]
}

function listed(heading: string, cases: readonly AnyCase[], talk: Talk): readonly Part[] {
  const more = cases.length - mostListed
  return [
    line(heading, { weight: 'strong' }),
    ...cases.slice(0, mostListed).map((each) => caseListed(each, talk)),
    ...(more > 0 ? [line(talk.words.say('home.more', { count: more }), { weight: 'quiet' })] : []),
  ]
}
