import type { OperatorWords } from './operator-words.ts'

/**
 * For both operators: Microsoft answers partners in English (facts/partner-center 8.3). Plain letters throughout (8.4).
 */
export const english: OperatorWords = {
  tag: 'en',
  problem: 'Problem',
  impact: 'Impact',
  tried: 'What we have tried',
  topic: 'Topic',
  severity: 'Severity',
  customer: 'Customer',
  tenant: 'Tenant ID',
  subscriptions: 'Subscriptions',
  correlationIds: 'Correlation IDs',
  attachments: 'Attachments',
  contact: 'Contact',
  record: (zone) => (zone === null ? 'Our record (UTC)' : `Our record (UTC, then ${zone})`),
  more: (count) => `... and ${count} more`,
  reference: (id) => `Our reference is ${id}. Please leave [${id}] in the title.`,
  inOtherPart: '(Written in Chinese only; see the Chinese part above.)',
  asWritten: '(In Chinese, as our staff wrote it:)',
  topics: {
    billing: 'Billing',
    subscription: 'Subscription',
    fraud: 'Fraud',
    account: 'Partner account',
    other: 'Other',
  },
  severities: { critical: 'critical', moderate: 'moderate', minimal: 'minimal' },
  files: { dossier: 'Fraud evidence and charges (dossier)' },
  deeds: {
    'suspension.requested': 'Suspension requested at our company',
    'suspension.approved': 'Suspension approved by a second person',
    'suspension.sent': 'Request to suspend sent',
    'suspension.accepted': 'Request to suspend accepted',
    'suspension.acted': 'Attempt to suspend completed',
    'suspension.done-by-hand': 'Suspended in the portal by our staff',
    'suspension.not-done-by-hand': 'Could not be suspended in the portal by our staff',
    'suspension.confirmed': 'Suspended status read back',
    'suspension.called-off': 'Suspension called off',
    'resumption.asked': 'Reactivation requested at our company',
    'resumption.approved': 'Reactivation approved',
    'resumption.sent': 'Request to reactivate sent',
    'resumption.acted': 'Attempt to reactivate completed',
    'resumption.restored': 'Settings put back after reactivation',
    'resumption.done-by-hand': 'Reactivated in the portal by our staff',
    'resumption.not-done-by-hand': 'Could not be reactivated in the portal by our staff',
    'resumption.confirmed': 'Active status read back',
    'ending.asked': 'End of the subscription requested at our company',
    'ending.approved': 'End of the subscription approved by a second person',
    'ending.sent': 'Request to end the subscription sent',
    'ending.acted': 'Attempt to end the subscription completed',
    'sighting.opened': 'Subscription found in a state that we did not set',
    'sighting.noticed': 'Notice from you received',
    'sighting.seen-again': 'State found changed again',
    'sighting.agreed': 'Subscription found in the expected state again',
    'fraud-alert.opened': 'Alert received',
    'fraud-alert.reported': 'Suspicious use reported by our staff',
    'fraud-alert.repeated': 'Suspicious use seen again',
    'fraud-alert.grown': 'Suspicious use increased',
    'fraud-alert.claimed': 'Investigation started',
    'fraud-alert.acted-on': 'Suspension decided',
    'fraud-alert.act-failed': 'Suspension ended without effect',
    'fraud-alert.decided': 'Investigation concluded',
    'fraud-alert.verdict-told': 'Conclusion reported to you',
    'fraud-alert.verdict-refused': 'Conclusion could not be reported to you',
    'fraud-alert.resolved-elsewhere': 'Alert closed at the source',
  },
  colon: ': ',
  stop: '.',
  zoneOfChina: 'Beijing time',
  opening: {
    failed: {
      suspended: 'A subscription cannot be suspended',
      active: 'A subscription cannot be reactivated',
      ended: 'A subscription cannot be ended',
    },
    failedAct: ({ name, id, what, at }) => {
      const wanted = { suspended: 'suspend', active: 'reactivate', ended: 'end' }[what]
      return `The request to ${wanted} ${name} (${id}) failed at ${at}.`
    },
    answered: (code, said) => {
      if (code === null && said === null) return ''
      return `The answer was${code === null ? '' : ` error ${code}`}${said === null ? '' : `${code === null ? '' : ','} "${said}"`}.`
    },
    seenOtherwise: 'A subscription is in a state that we did not set',
    seen: {
      'suspended-elsewhere': (name, id, at) =>
        `${name} (${id}) is out of service; we did not suspend it. Seen at ${at}.`,
      'active-though-held': (name, id, at) => `${name} (${id}) is active, although we had suspended it. Seen at ${at}.`,
    },
    suspicious: (type) => `Suspicious use: ${type}`,
    suspiciousUse: ({ type, since, times }) =>
      `Alert "${type}", first seen at ${since}, ${times === 1 ? 'once' : `${times} times`} so far.`,
    source: 'The source says',
    resources: 'Affected resources',
  },
  change: {
    note: (id) => `A note on our ticket ${id}:`,
    severity: (id, severity) => `Please change the severity of our ticket ${id} to: ${severity}.`,
    close: (id) => `Please close our ticket ${id}. Thank you.`,
  },
}
