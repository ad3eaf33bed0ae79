import { instantOf, type Clock } from '../domain/shared/time.ts'

/** This machine's own clock. */
export const wallClock: Clock = () => instantOf(Date.now())
