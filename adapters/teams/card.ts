/** A piece of an Adaptive Card, as JSON. */
export interface Element {
  readonly type: string
  readonly [property: string]: unknown
}

interface MentionEntity {
  readonly type: 'mention'
  /** As it stands in a text of the card: `<at>Rosa</at>`. */
  readonly text: string
  readonly mentioned: { readonly id: string; readonly name: string }
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly body: readonly Element[]
  readonly actions?: readonly Element[]
  readonly speak: string
  readonly fallbackText: string
  /** Teams' own: as wide as the window; whom `<at>` in its text rings. */
  readonly msteams?: { readonly width: 'Full' } | { readonly entities: readonly MentionEntity[] }
}

export const cardContentType = 'application/vnd.microsoft.card.adaptive'
