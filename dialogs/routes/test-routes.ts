import { toldAfterMs } from '../../domain/fraud/test-routes.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

/** Sends a test to every channel for fraud; what arrived is told half a minute later, where it was asked. */
export async function testRoutes({ desk, words, by, speaker }: Talk): Promise<Reply> {
  const outcome = await desk.routeTests.test(by, speaker.place)
  if (!outcome.ok) return said(words.say('refusal.may-not', { name: by.name }))
  const { case: id, places } = outcome.value
  if (places === 0) return said(words.say('route-test.nobody', { case: id }), { tone: 'warning' })
  const seconds = toldAfterMs / 1000
  const ask = phrase(words.grammar, 'delivery', { case: id })
  return said(words.say('route-test.sent', { case: id, count: places, seconds, say: ask }))
}

/** Calls whoever is on duty, as a test. */
export async function testPager({ desk, words, by }: Talk): Promise<Reply> {
  const outcome = await desk.routeTests.testPager(by)
  if (!outcome.ok) return said(words.say('refusal.may-not', { name: by.name }))
  const ways = outcome.value
  if (ways.length === 0) return said(words.say('route-test.no-pager'), { tone: 'warning' })
  return said(words.say('route-test.paged', { ways: ways.length === 1 ? (ways[0] ?? 'both') : 'both' }))
}
