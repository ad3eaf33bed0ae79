import { LogLevel, type Logger } from '@slack/bolt'

const ignore = (): void => undefined

/** Slack's packages write whole payloads, names and all, to the console; the desk has a log of its own. */
export const quietLogger: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
}
