import assert from 'node:assert/strict'
import { responseFigures, type AnsweredAlert } from '../../../domain/fraud/response-figures.ts'
import { later } from '../../../domain/shared/time.ts'
import { anOpenAlert, decidedOn } from '../../kit/an-alert.ts'
import { minute, morning } from '../../kit/builders.ts'

const seconds = (count: number) => count * 1000
const minutes = (count: number) => seconds(60 * count)
const now = later(morning, minutes(24 * 60))

/** Answered after so many minutes; null: not yet. */
function answered(card: number | null, claim: number | null, act: number | null, verdict: number | null) {
  const alert = anOpenAlert('F-1', morning, {
    answers: act === null ? [] : [{ case: 'S-1', at: minute(act) }],
  })
  const found: AnsweredAlert = {
    alert: verdict === null ? alert : decidedOn(alert, minute(verdict)),
    cardAt: card === null ? null : minute(card),
    claimedAt: claim === null ? null : minute(claim),
  }
  return found
}

describe('the figures of how alerts were answered', () => {
  it('give median, 90th percentile and worst as times that really were measured', () => {
    const all = Array.from({ length: 10 }, (_, at) => answered(at + 1, null, null, null))
    const [{ steps } = assert.fail()] = responseFigures(all, now)
    assert.deepEqual(steps.card, {
      count: 10,
      missing: 0,
      times: { median: minutes(5), ninetieth: minutes(9), worst: minutes(10) },
    })
    assert.deepEqual(steps.claim, { count: 0, missing: 10, times: null })
  })

  it('count an act or a verdict within the hour, whichever came first, and no claim', () => {
    const inTime = [answered(1, 2, 30, 90), answered(1, 2, null, 60)]
    const late = [answered(1, 2, 61, null), answered(1, 2, null, null)]
    const [all] = responseFigures([...inTime, ...late], now)
    assert.deepEqual(all?.withinTheHour, { inTime: 2, of: 4 })
  })

  it('do not hold an alert against anybody while its hour runs', () => {
    const [all] = responseFigures([answered(1, 2, null, null)], minute(59))
    assert.deepEqual(all?.withinTheHour, { inTime: 0, of: 0 })
    const [over] = responseFigures([answered(1, 2, null, null)], minute(60))
    assert.deepEqual(over?.withinTheHour, { inTime: 0, of: 1 })
  })

  it('leave out tests and what is older than thirty days, but nothing of the thirtieth', () => {
    const of = (openedAt: typeof morning, isTest = false): AnsweredAlert => ({
      alert: { ...anOpenAlert('F-1', openedAt), isTest },
      cardAt: null,
      claimedAt: null,
    })
    const thirty = later(now, -minutes(30 * 24 * 60))
    const [all] = responseFigures([of(thirty), of(later(thirty, -1)), of(now, true)], now)
    assert.equal(all?.alerts, 1)
  })

  it('tell each lane that had alerts by itself', () => {
    const china = { ...answered(2, null, null, null), alert: anOpenAlert('F-2', morning, {}, { lane: 'china' }) }
    const lanes = responseFigures([answered(1, null, null, null), china], now)
    assert.deepEqual(
      lanes.map(({ lane, alerts }) => [lane, alerts]),
      [
        [null, 2],
        ['global', 1],
        ['china', 1],
      ],
    )
  })

  it('do not count what a source resolved without us as a verdict of ours', () => {
    const alert = anOpenAlert('F-1', morning)
    const elsewhere = { ...alert, status: 'resolved-elsewhere', reason: null, endedAt: minute(5) } as const
    const [all] = responseFigures([{ alert: elsewhere, cardAt: null, claimedAt: null }], now)
    assert.equal(all?.steps.verdict.count, 0)
  })

  it('say nought where the act was decided before the alert arrived, and nothing less', () => {
    const [all] = responseFigures([answered(null, null, -10, null)], now)
    assert.deepEqual(all?.steps.act.times, { median: 0, ninetieth: 0, worst: 0 })
  })
})
