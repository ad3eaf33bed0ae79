import type { ReadVerbs } from './heard-verb.ts'
import { pageSaid } from './page-said.ts'

/** Alerts, and what staff report themselves. */
export const fraudVerbs: ReadVerbs = {
  alerts: ({ slots }) => ({ verb: 'alerts', page: pageSaid(slots) }),
  fraud: () => ({ verb: 'alerts', page: 1, bare: true }),
  ...reports('fraud'),
  ...reports('misuse'),
}

function reports(suspicion: 'fraud' | 'misuse'): ReadVerbs {
  return {
    [`report-${suspicion}`]: ({ who, passedOn }) => ({ verb: 'report', suspicion, who, text: passedOn }),
    [`report-${suspicion}-words`]: ({ passedOn }) => ({
      verb: 'report',
      suspicion,
      who: null,
      text: null,
      run: passedOn ?? '',
    }),
  }
}
