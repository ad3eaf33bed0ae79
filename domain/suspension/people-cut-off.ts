import type { ChosenSubscription } from './suspension-request.ts'

/**
 * How many people a suspension cuts off, as limits count them: the seats of what is chosen, each bought for a person. An
 * add-on's seats are those of its base; an Azure plan is bought for nobody; what is out of service already cuts off no
 * more. One person with two subscriptions counts twice: a limit is rather reached too soon.
 */
export function peopleCutOff(
  subscriptions: readonly Pick<ChosenSubscription, 'quantity' | 'parent' | 'model' | 'heldFor'>[],
): number {
  return subscriptions
    .filter(({ parent, model, heldFor }) => parent === null && model !== 'azure-plan' && heldFor === undefined)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
