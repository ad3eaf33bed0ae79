import type { DeskStore } from '../../domain/ports/desk-store.ts'

/** What a part of the contract works with; the store is another object after each restart. */
export interface Subject {
  readonly store: DeskStore
  /** Whether anything survives a restart. */
  readonly survives: boolean
  /** Restarts what can be restarted. What a store says must be the same afterwards. */
  restart(): Promise<void>
}
