import { someRefused, type Alarm } from '../domain/cases/alarm.ts'
import type { CardTalk } from './talk.ts'
import { said, type Reply } from './vocabulary/reply.ts'

/** What administrators read of something that should not wait, with what to do about it. */
export function alarmReply(alarm: Alarm, { words, nameOf }: CardTalk): Reply {
  switch (alarm.what) {
    case 'second-factor-locked': {
      const { staff, until } = alarm
      return said(words.say('alarm.second-factor-locked', { name: nameOf(staff), until: words.moment(until) }), {
        tone: 'warning',
      })
    }
    case 'silent':
    case 'heard-again': {
      const { what, of, since } = alarm
      const name =
        of.kind !== 'feed' ? of.name : words.say(`feed.${of.feed}`, { operator: words.say(`lane.${of.lane}`) })
      return said(words.say(`alarm.${of.kind}-${what}`, { name, since: words.moment(since) }), {
        tone: what === 'silent' ? 'danger' : 'good',
      })
    }
    case 'suspension-undecided':
    case 'suspension-unconfirmed':
      return said(words.say(`alarm.${alarm.what}`, { case: alarm.case }), { tone: 'warning' })
    case 'pager-refused': {
      const { way, code, givenUp } = alarm
      const how = code === someRefused ? 'some' : givenUp ? 'given-up' : 'again'
      const args = { way, case: alarm.case ?? 'none', code }
      return said(words.say(`alarm.pager-refused.${how}`, args), { tone: 'warning' })
    }
    case 'nobody-to-page':
      return said(words.say('alarm.nobody-to-page', { case: alarm.case ?? 'none' }), { tone: 'warning' })
  }
}
