import { tellAgain } from './conversations.ts'

const bothAtOnce = 'is about Teams and Slack at once; journeys tell it over both wires'
const inside = 'looks at what dialogs hand over, before any chat shows it'
const madeUp = 'makes up what is pressed'
const byCommand = 'makes up where a command was typed'
const eitherFirst = 'over HTTP either of two may be first'
const places = 'looks into the store by the names of places in Teams'

// One list of conversations, told through Slack: signed requests into the desk's door, and out to its Web API.
await tellAgain('slack', {
  'belonging.spec.ts': bothAtOnce,
  'linking.spec.ts': bothAtOnce,
  'unlinking.spec.ts': bothAtOnce,
  'other-root.spec.ts': bothAtOnce,
  'closed-places.spec.ts': bothAtOnce,
  'both-chats.spec.ts': bothAtOnce,
  'cards-gone.spec.ts': bothAtOnce,
  'complaints.spec.ts': inside,
  'tickets-by-lane.spec.ts': inside,
  'arriving.spec.ts': 'Slack does not say that somebody added the desk',
  'home.spec.ts': 'the home tab is no message',
  'open-channels.spec.ts': places,
  'ledger/receive-file.spec.ts': 'counts what is fetched; the wire fetches by itself',
  'asking.spec.ts': { 'offers only what is in service': 'the window is looked up anew when it is opened' },
  'buttons.spec.ts': { 'of a request that changed meanwhile show how it stands': madeUp },
  'calling-off.spec.ts': { 'is told to whoever brings service back, and can be called off': madeUp },
  'chinese-newcomers.spec.ts': {
    'is greeted, helped and let in, in the language of the chat where nobody chose another':
      'Slack does not say that somebody added the desk',
  },
  'customer-card-in-channel.spec.ts': { 'names none on any card, whoever asks for it there': inside },
  'ledger/import-ledger.spec.ts': { 'is asked about one to one only: it names customers and documents': inside },
  'long-words.spec.ts': {
    'are repeated no further than it takes to know them again': 'Slack takes less in one message',
  },
  'lost-channel.spec.ts': { 'that are lost are replaced by the people': places },
  'matching.spec.ts': { 'is settled by whoever is first': eitherFirst },
  'operator-unconfirmed.spec.ts': {
    'says that it is not confirmed when the operator never shows it': 'counts changes that change nothing to be seen',
  },
  'routes/route-by-command.spec.ts': byCommand,
  'fraud/dossier.spec.ts': inside,
  'fraud/dossier-files.spec.ts': inside,
  'fraud/ringing.spec.ts': inside,
  'routes/channel-language.spec.ts': {
    'is that of its cards and threads, while each person is answered in their own':
      'a line of a thread that somebody else began looks like an answer',
  },
  'routes/delivery.spec.ts': {
    'says on itself how late it came, also once it has changed': inside,
    'is delayed once, however often the chat refuses, and says why when it came': places,
  },
  'routes/waiting-cards.spec.ts': inside,
  'routes/silence.spec.ts': {
    'of a channel that is gone is told to people in person, until another is chosen': places,
  },
  'overdue/overdue-file.spec.ts': {
    'is made of what is overdue when it is taken, for whoever takes it': inside,
  },
  'pressed-answers.spec.ts': { 'counts once, however often it is pressed': madeUp },
  'resume-meanwhile.spec.ts': { 'by one of two who press at the same instant': eitherFirst },
  'roles-typed.spec.ts': { 'is confirmed once, whoever presses at the same instant': eitherFirst },
  'routes.spec.ts': {
    'are set by administrators, in the channel itself': places,
    'show one card where the request was made in them':
      'a line of a thread that somebody else began looks like an answer',
  },
  'tickets/largest.spec.ts': inside,
  'tickets/words-kept.spec.ts': inside,
  'tickets/found-by-itself.spec.ts': {
    'that was closed on another screen gives the words of a late press back': madeUp,
  },
  'tickets/who-may.spec.ts': { 'takes the same role where it is pressed': madeUp },
  'ticket-form.spec.ts': {
    'takes a list in which nothing is picked, or something that is not in it, for no answer': madeUp,
    'says that it made nothing of an answer without words': inside,
  },
  'tickets.spec.ts': { 'keep every word and line of the description': 'blanks are taken together, as in Teams' },
  'two-approvers.spec.ts': {
    'who both say yes: one counts, and the other sees how it stands': eitherFirst,
    'of whom one says no: whoever was first decides': eitherFirst,
  },
})
