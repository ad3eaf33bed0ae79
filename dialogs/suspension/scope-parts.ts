import type { StaffId } from '../../domain/shared/ids.ts'
import type { ChosenSubscription, SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** What the choice rests on, where that is not the ledger alone, and who changed it since it was asked. */
export function scopeParts(
  {
    scope,
    subscriptions,
    changes = [],
  }: Pick<SuspensionRequest, 'scope' | 'changes'> & {
    readonly subscriptions: readonly Pick<ChosenSubscription, 'id' | 'name'>[]
  },
  nameOf: (id: StaffId) => string,
  words: Words,
): readonly Part[] {
  const wider = subscriptions.filter(({ id }) => scope?.wider.includes(id))
  const names = (of: readonly string[]) => ({ names: words.list(of), count: of.length })
  return [
    ...(scope?.ledgerTells === false ? [line(words.say('scope.ledger-silent'), { tone: 'warning' })] : []),
    ...(wider.length === 0
      ? []
      : [line(words.say('scope.wider', names(wider.map(({ name }) => name))), { tone: 'warning' })]),
    ...changes.flatMap(({ by, added, removed }) => [
      ...(added.length === 0 ? [] : [line(words.say('scope.added', { by: nameOf(by), ...names(added) }))]),
      ...(removed.length === 0 ? [] : [line(words.say('scope.removed', { by: nameOf(by), ...names(removed) }))]),
    ]),
  ]
}
