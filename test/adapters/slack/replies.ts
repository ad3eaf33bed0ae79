import type { Reply } from '../../../dialogs/vocabulary/reply.ts'

/** What a turn may say, as small as it gets. */
export const plainly: Reply = { parts: [{ kind: 'text', text: 'Contoso owes EUR 5.' }] }
/** An answer that may be said to others too. */
export const shareable: Reply = { ...plainly, again: 'overdue over 60 days' }
/** The card of a case. */
export const card: Reply = {
  title: 'S-12 waits for a second person',
  parts: [{ kind: 'text', text: 'Non-payment' }],
  buttons: [{ label: 'Approve', acts: { act: 'suspension.approve', case: 'S-12', version: 1 } }],
  shows: { case: 'S-12', version: 1 },
}
/** The same, decided. */
export const decided: Reply = {
  title: 'S-12 was approved',
  parts: [{ kind: 'text', text: 'By Wang.' }],
  shows: { case: 'S-12', version: 2 },
}
/** A form of two fields. */
export const form: Reply = {
  title: 'Suspend Contoso?',
  parts: [
    {
      kind: 'choices',
      id: 'plans',
      label: 'Which subscriptions?',
      multiple: true,
      options: [
        { label: 'Seats', value: 's' },
        { label: 'Phones', value: 'p' },
      ],
      chosen: ['s'],
    },
    { kind: 'input', id: 'note', label: 'Note', value: '', multiline: true },
  ],
  buttons: [
    { label: 'Ask', tone: 'good', says: 'ask', answers: 'q-1' },
    { label: 'Not now', says: 'never mind', answers: 'q-1' },
  ],
}
/** The form with a complaint at one of its fields. */
export const complaining: Reply = {
  ...form,
  parts: [{ kind: 'text', text: 'Say why.', tone: 'warning', about: 'note' }, ...form.parts],
}
