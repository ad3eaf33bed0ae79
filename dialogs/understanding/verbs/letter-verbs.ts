import type { ReadVerbs } from './heard-verb.ts'

/** What is written to customers, where, and in which language. */
export const letterVerbs: ReadVerbs = {
  'final-notice': ({ who, slots }) => ({ verb: 'final-notice', who, until: slots['day'] ?? null }),
  remind: ({ who }) => ({ verb: 'remind', who, kind: null }),
  'write-reminder': ({ who }) => ({ verb: 'remind', who, kind: 'reminder' }),
  'write-final-notice': ({ who }) => ({ verb: 'remind', who, kind: 'final-notice' }),
  'customer-language': ({ who, slots }) => ({ verb: 'customer-language', who, tongue: slots['tongue'] ?? null }),
  address: ({ who, slots, passedOn }) => ({
    verb: 'address',
    who,
    said: slots['email'] === undefined ? null : passedOn,
  }),
}
