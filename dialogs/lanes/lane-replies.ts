import type { SwitchAskRefusal } from '../../domain/lanes/decide-lane-switch.ts'
import type { Stopped } from '../../domain/lanes/stop-lanes.ts'
import type { LaneSwitch } from '../../domain/lanes/lane-switch.ts'
import type { Outcome } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { caseCard } from '../case-card.ts'
import { forReaders, type Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import { switchRefusalLine } from './switch-card.ts'

type Said = Extract<Intent, { verb: 'stop' | 'restart' | 'act' | 'watch-only' }>

/** Halts what is sent, asks for it to go on, or lets a lane act or only watch. */
export async function switchLane(intent: Said, talk: Talk): Promise<Reply> {
  const { desk, by, words, speaker } = talk
  switch (intent.verb) {
    case 'stop': {
      const outcome = await desk.lanes.stop(intent.lane, by, speaker.place)
      return outcome.ok ? stopped(outcome.value, talk) : refusal(switchRefusalLine(outcome.refusal, talk))
    }
    case 'restart':
      return asked(await desk.lanes.askRestart(intent.lane, by, speaker.place), talk)
    case 'act':
      return asked(await desk.lanes.askActing(intent.lane, by, speaker.place), talk)
    case 'watch-only': {
      const outcome = await desk.lanes.watchOnly(intent.lane, by)
      if (!outcome.ok) return refusal(switchRefusalLine(outcome.refusal, talk))
      return said(words.say('switch.watching', { operator: words.say(`lane.${intent.lane}`) }), { tone: 'good' })
    }
  }
}

/** The card of the stop, and what only its caller needs to know. */
async function stopped(value: Stopped, talk: Talk): Promise<Reply> {
  const { words } = talk
  const found = value.case === null ? null : await talk.desk.cards.read(value.case)
  const card = found && caseCard(found, forReaders(talk))
  const more = [
    ...value.before.map((each) =>
      words.say('stop.before', {
        operator: words.say(`lane.${each.lane}`),
        name: talk.nameOf(each.by),
        since: words.moment(each.since),
        case: each.case,
      }),
    ),
    ...(value.rejected.length === 0 ? [] : [words.say('stop.rejected', { cases: words.list(value.rejected) })]),
    ...(value.underWay === 0 ? [] : [words.say('stop.under-way', { count: value.underWay })]),
  ].map((text): Part => line(text, { tone: 'warning' }))
  return card ? { ...card, parts: [...card.parts, ...more] } : { parts: more }
}

async function asked(outcome: Outcome<LaneSwitch, SwitchAskRefusal | VersionRefusal>, talk: Talk): Promise<Reply> {
  if (!outcome.ok) return refusal(switchRefusalLine(outcome.refusal, talk))
  const found = await talk.desk.cards.read(outcome.value.id)
  return found ? caseCard(found, forReaders(talk)) : said(talk.words.say('refusal.not-found'))
}

function refusal(text: string): Reply {
  return said(text, { tone: 'warning' })
}
