import type { SnoozePreview } from '../../domain/fraud/preview-snooze.ts'
import type { OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import { dayAt, type Instant } from '../../domain/shared/time.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { warning } from '../after-press.ts'
import type { Talk } from '../talk.ts'
import { readEndIn } from '../understanding/read-end.ts'
import type { Inputs } from '../vocabulary/action.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { alertRefusalLine } from './alert-refusals.ts'
import { alertType } from './alert-type.ts'

/** As many as are named; the others are counted. */
const mostNamed = 5
const longestMs = 30 * 86_400_000

/** Before an alert is put aside: what that would have kept from people lately, and until when it is. */
export async function previewSnooze(alert: OpenAlert, version: number, inputs: Inputs, talk: Talk): Promise<Reply> {
  const { desk, words, languages, zone, by } = talk
  const refuse = alertRefusalLine('handle alert')
  if (!mayAsk(by.roles, 'handle alert')) return warning(refuse({ code: 'not-allowed' }, talk))
  const now = desk.now()
  const until = readEndIn([words, ...languages], inputs['until'] ?? '', now, zone)
  const because = (inputs['words'] ?? '').trim()
  if (until === null || until <= now || Date.parse(until) > Date.parse(now) + longestMs)
    return said(refuse({ code: 'end-needed' }, talk), { tone: 'warning', about: 'until' })
  if (because === '') return said(refuse({ code: 'words-needed' }, talk), { tone: 'warning', about: 'words' })
  const preview = await desk.alerts.previewSnooze(alert.id)
  return asked(alert, { version, until, because, preview }, talk)
}

function asked(
  alert: OpenAlert,
  {
    version,
    until,
    because,
    preview: { days, hidden },
  }: {
    readonly version: number
    readonly until: Instant
    readonly because: string
    readonly preview: SnoozePreview
  },
  { words, zone }: Talk,
): Reply {
  const end = words.moment(until)
  const more = hidden.length - mostNamed
  return {
    title: words.say('alert.preview.title', { case: alert.id, until: end }),
    parts: [
      line(words.say('alert.preview.hidden', { days, count: hidden.length }), { weight: 'strong' }),
      ...hidden.slice(0, mostNamed).map(({ case: id, at, verdict }) =>
        line(
          words.say('alert.preview.row', {
            case: id,
            day: words.day(dayAt(at, zone)),
            outcome: verdict === null ? words.say('alert.preview.open') : words.say(`alert.option.${verdict}`),
          }),
        ),
      ),
      ...(more > 0 ? [line(words.say('alert.digest.more', { more }))] : []),
      line(words.say('alert.preview.what', { type: alertType(alert, words) })),
      { kind: 'input', id: 'words', label: words.say('alert.input.because'), value: because, multiline: true },
    ],
    buttons: [
      {
        label: words.say('button.snooze-confirm'),
        tone: 'good',
        acts: { act: 'fraud-alert.snooze', case: alert.id, version, until },
      },
    ],
  }
}
