import { toDoId, type TickRefusal } from '../../domain/resumption/decide-resumption.ts'
import type { Resumption } from '../../domain/resumption/resumption.ts'
import { isToDo, isWhole, type RestorePoint, type Restoring } from '../../domain/resumption/restoring.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** More buttons than these fit on no card; what was ticked off makes room for the rest. */
const mostButtons = 5

/** What came of putting back what a suspension took: what is back, what is not and why, and what is still to be done. */
export function restoredLines(resumption: Resumption, talk: CardTalk): readonly Part[] {
  const all = restoringOf(resumption)
  return [
    ...all.flatMap((each) => linesOf(each, resumption, talk)),
    ...all
      .filter((each) => isWholeWithAddOns(each, all))
      .map(({ name }) => line(talk.words.say('restore.whole', { name }), { tone: 'good' })),
  ]
}

/** One button for each thing that somebody must still see to. */
export function toDoButtons(resumption: Resumption, version: number, { words }: CardTalk): readonly Button[] {
  return restoringOf(resumption)
    .flatMap(({ subscription, name, points }) =>
      (points ?? []).filter(isToDo).map(({ what }): Button => ({
        label: words.say('restore.tick', { what: words.say(`restore.what.${what}`), name }),
        acts: { act: 'resumption.tick', case: resumption.id, version, item: toDoId(subscription, what) },
      })),
    )
    .slice(0, mostButtons)
}

/** Why nothing was ticked off. */
export function tickRefusalLine({ code }: TickRefusal | VersionRefusal, { words }: { readonly words: Words }): string {
  return words.say(`refusal.${code}`)
}

function restoringOf(resumption: Resumption): readonly Restoring[] {
  return 'restoring' in resumption ? (resumption.restoring ?? []) : []
}

function linesOf(each: Restoring, resumption: Resumption, talk: CardTalk): readonly Part[] {
  const { words } = talk
  const { name, points, delay } = each
  if (points === null) {
    const text = words.say('restore.under-way', { name })
    if (delay === null) return [line(text)]
    return [line(words.sentences([text, troubleLine(delay, resumption.lane, words)]), { tone: 'warning' })]
  }
  return points.map((point) => pointLine(point, each, resumption, talk))
}

/** Whether all of it is as before, add-ons too: said once, with the base. */
function isWholeWithAddOns(each: Restoring, all: readonly Restoring[]): boolean {
  const addOns = all.filter(({ base }) => base === each.subscription)
  return each.base === null && [each, ...addOns].every(isWhole)
}

function pointLine(point: RestorePoint, { name }: Restoring, { lane }: Resumption, talk: CardTalk): Part {
  const { words, nameOf } = talk
  const operator = words.say(`lane.${lane}`)
  if (point.state === 'back')
    return line(words.say(`restore.${point.what}`, { name, operator, state: 'back' }), { tone: 'good' })
  const { what, why, trouble, done } = point
  const text = words.sentences([
    words.say(`restore.${what}`, { name, operator, state: why }),
    ...(trouble === null ? [] : [troubleLine(trouble, lane, words)]),
  ])
  if (done === null) return line(text, { tone: isToDo(point) ? 'warning' : 'plain' })
  const ticked = words.say('restore.done', { name: nameOf(done.by), at: words.moment(done.at) })
  return line(words.sentences([text, ticked]), { weight: 'quiet' })
}
