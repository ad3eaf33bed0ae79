import type { Alarm } from '../domain/cases/alarm.ts'
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
    case 'suspension-undecided':
    case 'suspension-unconfirmed':
      return said(words.say(`alarm.${alarm.what}`, { case: alarm.case }), { tone: 'warning' })
  }
}
