import { ActivityTypes, StatusCodes, type Activity } from 'botbuilder-core'
import type { AdaptiveCard } from './card.ts'

/** A pressed `Action.Execute`. Teams wants one of two answers to it and shows "Unable to reach app" for any other. */
export function isCardInvoke({ type, name }: { type?: string | undefined; name?: string | undefined }): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action'
}

/** The card that stands where the pressed one stood. */
export function cardAnswer(card: AdaptiveCard): Partial<Activity> {
  return invokeAnswer('application/vnd.microsoft.card.adaptive', card)
}

/** A line under the pressed card, which stays; seen only by the one who pressed. Plain text, never empty. */
export function messageAnswer(text: string): Partial<Activity> {
  return invokeAnswer('application/vnd.microsoft.activity.message', text)
}

function invokeAnswer(type: string, value: unknown): Partial<Activity> {
  const body = { statusCode: StatusCodes.OK, type, value }
  return { type: ActivityTypes.InvokeResponse, value: { status: StatusCodes.OK, body } }
}
