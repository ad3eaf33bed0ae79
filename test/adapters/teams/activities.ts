import { readFileSync } from 'node:fs'
import type { Activity } from 'botbuilder-core'

export const tenant = '11111111-1111-4111-8111-111111111111'
export const mei = 'aaaaaaaa-0000-4000-8000-000000000001'

/** A recorded activity, names and ids replaced, with changes on top; a fresh copy each time. */
export function recorded(name: string, changes: object = {}): Activity {
  const text = readFileSync(new URL(`../../fixtures/teams/${name}.json`, import.meta.url), 'utf8')
  return { ...(JSON.parse(text) as Activity), ...changes }
}
