import { tellAgain } from './conversations.ts'

const bothAtOnce = 'is about Teams and Slack at once; journeys tell it over both wires'
const inside = 'looks at what dialogs hand over, before any chat shows it'
const madeUp = 'makes up what is pressed'
const byCommand = 'makes up where a command was typed'
const eitherFirst = 'over HTTP either of two may be first'

// One list of conversations, told through Teams: over HTTP into the desk's door, and out to a connector.
await tellAgain('teams', {
  'linking.spec.ts': bothAtOnce,
  'both-chats.spec.ts': bothAtOnce,
  'cards-gone.spec.ts': bothAtOnce,
  'complaints.spec.ts': inside,
  'tickets-by-lane.spec.ts': inside,
  'home.spec.ts': 'Teams has no page for each person',
  'ledger/receive-file.spec.ts': 'counts what is fetched; the wire fetches by itself',
  'buttons.spec.ts': { 'of a request that changed meanwhile show how it stands': madeUp },
  'calling-off.spec.ts': { 'is told to whoever brings service back, and can be called off': madeUp },
  'customer-card-in-channel.spec.ts': { 'names none on any card, whoever asks for it there': inside },
  'ledger/import-ledger.spec.ts': { 'is asked about one to one only: it names customers and documents': inside },
  'matching.spec.ts': { 'is settled by whoever is first': eitherFirst },
  'operator-unconfirmed.spec.ts': {
    'says that it is not confirmed when the operator never shows it': 'counts changes that change nothing to be seen',
  },
  'routes/route-by-command.spec.ts': byCommand,
  'fraud/dossier.spec.ts': inside,
  'fraud/dossier-files.spec.ts': inside,
  'fraud/ringing.spec.ts': inside,
  'routes/waiting-cards.spec.ts': inside,
  'routes/delivery.spec.ts': { 'says on itself how late it came, also once it has changed': inside },
  'overdue/overdue-file.spec.ts': {
    'is made of what is overdue when it is taken, for whoever takes it': inside,
  },
  'pressed-answers.spec.ts': { 'counts once, however often it is pressed': madeUp },
  'resume-meanwhile.spec.ts': { 'by one of two who press at the same instant': eitherFirst },
  'tickets/largest.spec.ts': inside,
  'tickets/words-kept.spec.ts': inside,
  'ticket-form.spec.ts': {
    'says that it made nothing of an answer without words': inside,
  },
  'tickets.spec.ts': { 'keep every word and line of the description': 'Teams writes spaces of its own round mentions' },
})
