import { responseDays, responseSteps, type Measure, type ResponseFigures } from '../../domain/fraud/response-figures.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply, type Table } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** How fast alerts were answered lately, for all operators together and each by itself. */
export async function showFigures({ desk, words }: Talk): Promise<Reply> {
  const figures = await desk.alerts.figures()
  const [all] = figures
  const none = all === undefined || all.alerts === 0
  // One lane alone would say the same twice.
  const shown = figures.length === 2 ? figures.slice(1) : figures
  return {
    title: words.say('figures.title', { days: responseDays }),
    again: phrase(words.grammar, 'figures'),
    parts: none
      ? [line(words.say('figures.none'))]
      : [...shown.flatMap((each) => figuresOf(each, words)), line(words.say('figures.how'), { weight: 'quiet' })],
  }
}

function figuresOf(figures: ResponseFigures, words: Words): readonly Part[] {
  const { lane, alerts: count, withinTheHour } = figures
  const title =
    lane === null
      ? words.say('figures.all', { count })
      : words.say('figures.lane', { operator: words.say(`lane.${lane}`), count })
  return [
    line(title, { weight: 'strong' }),
    line(
      withinTheHour.of === 0
        ? words.say('figures.hour-runs', { count })
        : words.say('figures.hour', { inTime: withinTheHour.inTime, of: withinTheHour.of }),
    ),
    table(figures, words),
  ]
}

function table({ steps, alerts }: ResponseFigures, words: Words): Table {
  const row = (name: string, { count, times }: Measure) => [
    name,
    words.say('figures.of', { count, all: alerts }),
    ...[times?.median, times?.ninetieth, times?.worst].map((ms) => (ms === undefined ? '–' : time(ms, words))),
  ]
  return {
    kind: 'table',
    columns: [
      { title: words.say('figures.column.step') },
      { title: words.say('figures.column.count'), align: 'end' },
      { title: words.say('figures.column.median'), align: 'end' },
      { title: words.say('figures.column.ninetieth'), align: 'end' },
      { title: words.say('figures.column.worst'), align: 'end' },
    ],
    rows: responseSteps.map((step) => row(words.say(`figures.step.${step}`), steps[step])),
  }
}

/** Rounded up, so that nothing looks faster than it was. */
function time(ms: number, words: Words): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return words.say('figures.seconds', { seconds })
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return words.say('figures.minutes', { minutes })
  return words.say('figures.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
