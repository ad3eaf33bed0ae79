import { capabilities } from '../../domain/customers/lane.ts'
import type { PolicyFault } from './policy-faults.ts'
import type { PolicyFile } from './policy-file.ts'

type Segment = PolicyFile['segments'][number]

/** What is wrong with the segments of a file: nobody, everybody, or nobody any more is covered, or nobody knows by what. */
export function segmentFaults({ segments, 'customer groups': groups }: PolicyFile): readonly PolicyFault[] {
  return segments.flatMap((segment, at): readonly PolicyFault[] => {
    const path = ['segments', at] as const
    const { lanes, countries, name, ladder } = segment
    const unknown = (segment['customer groups'] ?? []).filter((group) => !Object.hasOwn(groups, group))
    const before = segments.slice(0, at)
    const shadow = before.find((other) => coversAll(other, segment))
    const cancels = ladder.findIndex((rung) => rung['call for'] === 'cancellation')
    return [
      ...(before.some((other) => other.name === name)
        ? [{ path: [...path, 'name'], what: `is the name of another segment already: ${name}` }]
        : []),
      ...(lanes === undefined && countries === undefined && segment['customer groups'] === undefined
        ? [{ path, what: `(${name}) names no lane, country or customer group; the ladder below is for everybody else` }]
        : shadow
          ? [{ path, what: `(${name}) can never be reached: ${shadow.name} above it covers all of its customers` }]
          : []),
      ...unknown.map((group) => ({
        path: [...path, 'customer groups'],
        what: `names ${group}, which is no group under customer groups`,
      })),
      ...(cancels !== -1 && lanes?.every((lane) => capabilities[lane].cancels !== 'yes')
        ? [
            {
              path: [...path, 'ladder', cancels],
              what: `(cancellation) can never be reached: ${lanes.join(' and ')} ${
                lanes.length === 1 ? 'does' : 'do'
              } not cancel`,
            },
          ]
        : []),
    ]
  })
}

/** Groups that no segment names. */
export function segmentRemarks({ segments, 'customer groups': groups }: PolicyFile): readonly PolicyFault[] {
  const used = new Set(segments.flatMap((segment) => segment['customer groups'] ?? []))
  return Object.keys(groups)
    .filter((group) => !used.has(group))
    .map((group) => ({ path: ['customer groups', group], what: 'is named by no segment' }))
}

function coversAll(other: Segment, segment: Segment): boolean {
  const wider = <Value>(all: readonly Value[] | undefined, some: readonly Value[] | undefined) =>
    all === undefined || (some?.every((each) => all.includes(each)) ?? false)
  return (
    wider(other.lanes, segment.lanes) &&
    wider(other.countries, segment.countries) &&
    wider(other['customer groups'], segment['customer groups'])
  )
}
