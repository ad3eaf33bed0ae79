import assert from 'node:assert/strict'
import type { Question } from '../../dialogs/answer.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { aStaff } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const nils = aStaff('Nils', [])
const mayNot = 'Your role does not allow that, Nils. Two administrators together can change it.'

/** A sentence for each question there is, and whether somebody without a role may ask it. */
const everyQuestion: Readonly<Record<Question['verb'], readonly [said: string, may: boolean]>> = {
  overdue: ['overdue', false],
  'overdue-csv': ['overdue as csv', false],
  'overdue-of': ['overdue contoso', false],
  'unclear-amount': ['overdue above 1.234 EUR', false],
  'which-currency': ['overdue above 5000', false],
  'overdue-twice': ['overdue in china in global', false],
  page: ['next page', false],
  customer: ['customer contoso', false],
  resume: ['resume contoso', false],
  holds: ['holds contoso', false],
  match: ['match contoso', false],
  assign: ['assign contoso to me', false],
  note: ['note contoso called', false],
  notes: ['notes contoso', false],
  why: ['why contoso', false],
  'why-not': ['why not contoso', false],
  'why-case': ['why S-1', false],
  next: ['next contoso', false],
  due: ['due', false],
  skip: ['skip contoso because', false],
  undo: ['undo', true],
  alerts: ['fraud', false],
  countdown: ['countdown', false],
  dossier: ['dossier contoso', false],
  policy: ['policy', false],
  'policy-versions': ['policy versions', false],
  'policy-activate': ['policy activate', false],
  'policy-rehearse': ['policy rehearse', false],
  'policy-text': ['policy text for contoso', false],
  'policy-given': ['policy given contoso', false],
  'overdue-without-policy': ['overdue without policy', false],
  budgets: ['budgets', false],
  budget: ['budget contoso 500 EUR', false],
  agreements: ['agreements contoso', false],
  credits: ['credit', false],
  'own-invoices': ['our invoices', false],
  credit: ['credit contoso', false],
  'credit-limit': ['credit contoso 5000 EUR because they pay', false],
  'credit-hold': ['credit hold contoso because they do not pay', false],
  'credit-release': ['credit release contoso because they pay', false],
  figures: ['fraud figures', false],
  watch: ['watch', false],
  notice: ['notice contoso: suspended', false],
  'final-notice': ['final notice contoso until friday', false],
  remind: ['remind contoso', false],
  'customer-language': ['language of contoso english', false],
  address: ['address of contoso', false],
  'show-case': ['S-1', false],
  waiting: ['waiting', false],
  tickets: ['tickets', false],
  'change-ticket': ['close PD-1', false],
  route: ['route approvals here', false],
  'route-digest': ['route digest here', false],
  'route-fraud': ['route fraud high here', false],
  'route-customer': ['route fraud for contoso here', false],
  'route-test': ['route test', false],
  'route-test-pager': ['route test pager', false],
  'route-unclear': ['route fraud whenever here', false],
  delivery: ['delivery F-1', false],
  routes: ['routes', false],
  role: ['role Mei approver', false],
  roles: ['roles', false],
  lanes: ['lanes', false],
  ledger: ['ledger', false],
  'pull-ledger': ['pull ledger', false],
  stop: ['stop', false],
  restart: ['restart', false],
  act: ['act in china', false],
  'watch-only': ['watch only china', false],
  unlink: ['unlink', true],
  language: ['language english', true],
  'language-here': ['language english here', false],
  help: ['help', true],
  hello: ['hello', true],
  thanks: ['thanks', true],
  goodbye: ['bye', true],
}

describe('somebody at the desk without a role', () => {
  for (const [verb, [text, may]] of Object.entries(everyQuestion))
    it(`${may ? 'is answered' : 'is told nothing'} where they ask: ${text} (${verb})`, async () => {
      const office = await anOffice({ staff: [nils] })
      const by = office.speaker('Nils', { channel: null, chat: 'teams' })
      const said = await office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
      assert.equal(said.length, 1)
      assert.equal(
        said.every(({ reply }) => plain(reply) === mayNot),
        !may,
      )
    })
})

describe('an administrator who is nothing else', () => {
  it('is not told in which currencies anybody is overdue', async () =>
    transcript(
      await anOffice(),
      `
      Otto: overdue above 60
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    ))
})
