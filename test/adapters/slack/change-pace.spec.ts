import assert from 'node:assert/strict'
import { changePace, type ChangePace } from '../../../adapters/slack/change-pace.ts'
import { instantOf } from '../../../domain/shared/time.ts'

describe('the pace of changes in Slack', () => {
  let ms: number
  let pace: ChangePace
  beforeEach(() => {
    ms = 1_000_000
    pace = changePace(() => instantOf(ms))
  })
  const news = (message: string) => pace.take(message, 'news').due
  const answer = (message: string) => pace.take(message, 'answer').due
  const firsts = (count: number, from = 0) => Array.from({ length: count }, (_, at) => news(`card ${from + at}`))

  it('is twenty at once, then fifty a minute', () => {
    assert.deepEqual(firsts(22), [...Array<number>(20).fill(0), 1_200, 2_400])
    ms += 60_000
    assert.deepEqual(firsts(22, 100), [...Array<number>(20).fill(0), 1_200, 2_400])
  })

  it('waits five seconds for what is new, and for what goes on not at all', () => {
    assert.equal(pace.take('card', 'news').patienceMs, 5_000)
    assert.equal(pace.take('card', 'news').patienceMs, 0)
    assert.equal(pace.take('card', 'answer').patienceMs, 5_000)
  })

  it('leaves ten to what is new, and puts off what goes on', () => {
    assert.deepEqual(firsts(9), Array<number>(9).fill(0))
    assert.deepEqual([news('card 0'), news('card 1')], [0, 3_000])
    assert.deepEqual(firsts(11, 100), [...Array<number>(10).fill(0), 1_200])
  })

  it('does not count what was put off, and lets it go on when there is room again', () => {
    firsts(20)
    for (let nth = 0; nth < 5; nth += 1) assert.equal(news('card 0'), 13_200)
    ms += 13_200
    assert.equal(news('card 0'), 0)
  })

  it('takes a change for new again after a minute', () => {
    firsts(20)
    ms += 59_999
    assert.equal(pace.take('card 1', 'news').patienceMs, 0)
    ms += 60_000
    assert.equal(pace.take('card 1', 'news').patienceMs, 5_000)
  })

  it('lets nobody who pressed wait for news', () => {
    firsts(24)
    assert.equal(answer('card 0'), 0)
    assert.equal(pace.take('card 24', 'news').due, 6_000)
  })

  it('goes on from what was answered', () => {
    answer('card')
    assert.equal(pace.take('card', 'news').patienceMs, 0)
  })

  it('rests as long as Slack asks, each kind by itself', () => {
    pace.rest('news', 30_000)
    assert.deepEqual([news('a'), answer('b')], [30_000, 0])
    ms += 30_000
    assert.equal(news('a'), 0)
  })
})
