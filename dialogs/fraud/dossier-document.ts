/** One piece of a document. Text is plain: whoever renders it escapes for its own dialect, for names are hostile. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly weight?: 'strong' | 'quiet' }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** Something to hand in on paper or as a file. */
export interface Document {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[]
}
