/** A piece of an Adaptive Card, as JSON. */
export interface Element {
  readonly type: string
  readonly [property: string]: unknown
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly body: readonly Element[]
  readonly actions?: readonly Element[]
  readonly speak: string
  readonly fallbackText: string
  /** Teams' own: as wide as the window. */
  readonly msteams?: { readonly width: 'Full' }
}

export const cardContentType = 'application/vnd.microsoft.card.adaptive'
