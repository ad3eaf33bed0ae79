import assert from 'node:assert/strict'
import { decides } from '../../dialogs/staff/belongs.ts'
import { action, type Action } from '../../dialogs/vocabulary/action.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { ines, lin, mei, otto, sam, wang } from '../kit/builders.ts'
import { fakeRoster, type FakeRoster } from '../kit/fake-roster.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

const guest = 'Teams says that you are a guest. Guests do not work with this desk; nothing was done.'
const gone =
  'Teams no longer counts you among the people of this organisation; nothing was done. If that is wrong, tell an administrator.'
const unknown =
  'Not yet: Teams did not say whether you still belong here, so nothing was done. Try again in a few minutes; if that does not help, write to me in Teams first.'

/** Lin is on Slack as well. */
const linOnBoth = { ...lin, accounts: [...lin.accounts, { channel: 'slack', tenant: 'T01', user: 'U-lin' } as const] }

describe('whoever decides', () => {
  let office: Office
  let teams: { -readonly [K in keyof FakeRoster]: FakeRoster[K] }
  let slack: FakeRoster
  beforeEach(async () => {
    teams = fakeRoster('teams')
    slack = fakeRoster('slack')
    office = await anOffice({
      staff: [mei, wang, linOnBoth, ines, otto, sam],
      chats: { root: 'teams', other: 'slack' },
      rosters: { teams, slack },
    })
  })
  const audited = async (about: string) =>
    (await office.store.auditOf(about)).map(({ by, what, details }) => ({ by, what, ...details }))
  const press = async (name: string, pressed: Action) => {
    const by = office.speaker(name, { channel: null, chat: 'teams' })
    const said = await office.hear({ kind: 'acted', by, action: pressed, inputs: {} })
    return said.map(({ reply }) => plain(reply)).join('\n')
  }

  describe('must belong here at that moment', () => {
    const at = { case: 'S-1', version: 1 }
    const every: { readonly [A in Action['act']]: Extract<Action, { act: A }> } = {
      'suspension.approve': { act: 'suspension.approve', ...at },
      'suspension.reject': { act: 'suspension.reject', ...at },
      'suspension.question': { act: 'suspension.question', ...at },
      'suspension.answer': { act: 'suspension.answer', ...at },
      'suspension.withdraw': { act: 'suspension.withdraw', ...at },
      'suspension.call-off': { act: 'suspension.call-off', ...at },
      'suspension.break-glass': { act: 'suspension.break-glass', ...at },
      'suspension.confirm-glass': { act: 'suspension.confirm-glass', ...at },
      'suspension.reverse-glass': { act: 'suspension.reverse-glass', ...at },
      'resumption.ask': { act: 'resumption.ask', customer: 'c', reason: 'non-payment' },
      'resumption.approve': { act: 'resumption.approve', ...at },
      'resumption.reject': { act: 'resumption.reject', ...at },
      'ending.approve': { act: 'ending.approve', ...at },
      'ending.reject': { act: 'ending.reject', ...at },
      'ending.withdraw': { act: 'ending.withdraw', ...at },
      'policy-change.activate': { act: 'policy-change.activate', case: 'V-1', version: 1 },
      'policy-change.reject': { act: 'policy-change.reject', case: 'V-1', version: 1 },
      'budget.approve': { act: 'budget.approve', case: 'U-1', version: 1 },
      'budget.reject': { act: 'budget.reject', case: 'U-1', version: 1 },
      'budget.withdraw': { act: 'budget.withdraw', case: 'U-1', version: 1 },
      'credit.hold': { act: 'credit.hold', customer: 'c' },
      'credit.release': { act: 'credit.release', customer: 'c' },
      'credit-change.approve': { act: 'credit-change.approve', case: 'CL-1', version: 1 },
      'credit-change.reject': { act: 'credit-change.reject', case: 'CL-1', version: 1 },
      'credit-change.withdraw': { act: 'credit-change.withdraw', case: 'CL-1', version: 1 },
      'resumption.tick': { act: 'resumption.tick', ...at, item: 'sub-1/auto-renew' },
      'hold.keep': { act: 'hold.keep', lane: 'china', customer: 'c', reason: 'fraud' },
      'by-hand.done': { act: 'by-hand.done', ...at },
      'by-hand.not-done': { act: 'by-hand.not-done', ...at },
      'ticket.filed': { act: 'ticket.filed', ...at },
      'ticket.not-filed': { act: 'ticket.not-filed', ...at },
      'ticket.note': { act: 'ticket.note', ...at },
      'ticket.severity': { act: 'ticket.severity', ...at },
      'ticket.close': { act: 'ticket.close', ...at },
      'ticket.answer': { act: 'ticket.answer', ...at },
      'ticket.reopen': { act: 'ticket.reopen', ...at },
      'ticket.done': { act: 'ticket.done', ...at, change: 1 },
      'ticket.take-over': { act: 'ticket.take-over', ...at },
      'role-change.ask': { act: 'role-change.ask', account: 'teams:partner/x', role: 'support' },
      'role-change.confirm': { act: 'role-change.confirm', ...at },
      'role-change.reject': { act: 'role-change.reject', ...at },
      'ledger-import.confirm': { act: 'ledger-import.confirm', ...at },
      'ledger-import.reject': { act: 'ledger-import.reject', ...at },
      'ledger-import.undo': { act: 'ledger-import.undo', ...at },
      'lane-switch.confirm': { act: 'lane-switch.confirm', ...at },
      'lane-switch.reject': { act: 'lane-switch.reject', ...at },
      'daily-brake.let-go': { act: 'daily-brake.let-go', ...at },
      'daily-brake.call-off': { act: 'daily-brake.call-off', ...at },
      'lane-trouble.retry': { act: 'lane-trouble.retry', ...at },
      'match.confirm': { act: 'match.confirm', account: '100:K-1', lane: 'china', tenantId: 't' },
      'sighting.record': { act: 'sighting.record', ...at, cause: 'operator' },
      'countdown.let-go': { act: 'countdown.let-go', ...at },
      'countdown.want-back': { act: 'countdown.want-back', ...at },
      'fraud-alert.claim': { act: 'fraud-alert.claim', ...at },
      'fraud-alert.hand-over': { act: 'fraud-alert.hand-over', ...at },
      'fraud-alert.suspend': { act: 'fraud-alert.suspend', ...at },
      'fraud-alert.ask-customer': { act: 'fraud-alert.ask-customer', ...at },
      'fraud-alert.ticket': { act: 'fraud-alert.ticket', ...at },
      'fraud-alert.preview-snooze': { act: 'fraud-alert.preview-snooze', ...at },
      'fraud-alert.wake': { act: 'fraud-alert.wake', ...at },
      'fraud-alert.decide': { act: 'fraud-alert.decide', ...at },
      'fraud-alert.tell-again': { act: 'fraud-alert.tell-again', ...at },
      'fraud-alert.snooze': { act: 'fraud-alert.snooze', ...at, until: '2025-04-01T00:00:00.000Z' },
      'link.confirm': { act: 'link.confirm', link: 'link-1' },
      'link.deny': { act: 'link.deny', link: 'link-1' },
      'due.preview': { act: 'due.preview' },
      'due.ask': { act: 'due.ask' },
      'due.open': { act: 'due.open' },
      'due.remind': { act: 'due.remind' },
      'due.promise': { act: 'due.promise' },
      'due.skip': {
        act: 'due.skip',
        page: 1,
        filters: { overDays: null, fromDays: null, lane: null, above: null, mine: false },
      },
      'step.undo': { act: 'step.undo', step: 'id-1' },
      'reminder.mail': { act: 'reminder.mail', customer: 'c', kind: 'reminder', mark: 'm' },
      'reminder.given': { act: 'reminder.given', customer: 'c', kind: 'reminder', mark: 'm' },
      'address.confirm': { act: 'address.confirm', customer: 'c', address: 'a@contoso.example' },
      'final-notice.record': { act: 'final-notice.record', customer: 'c' },
      'agreement.undo': { act: 'agreement.undo', agreement: 'A-1' },
      'agreement.end': { act: 'agreement.end', agreement: 'A-1' },
    }
    /** This office's ledger is read only: an import is judged no further than to the door. */
    const goesOn = (pressed: Action) =>
      press('Wang', pressed).catch((fault: unknown) => {
        assert(fault instanceof TypeError && pressed.act.startsWith('ledger-import.'), String(fault))
        return 'went on'
      })

    it('as every button that approves or confirms says', () => {
      assert.deepEqual(action.options.map(({ shape }) => shape.act.value).toSorted(), Object.keys(decides).toSorted())
      for (const [act, does] of Object.entries(decides))
        if (/\.(?:approve|confirm)$|-glass$/.test(act) || act === 'suspension.call-off' || act === 'resumption.ask')
          assert.equal(does, true, act)
    })

    for (const pressed of Object.values(every)) {
      if (!decides[pressed.act]) {
        it(`but not for ${pressed.act}, which approves nothing`, async () => {
          teams.set('wang', 'gone')
          assert.notEqual(await goesOn(pressed), gone)
          assert.deepEqual(teams.asked, [])
        })
        continue
      }
      for (const [membership, why] of [
        ['guest', guest],
        ['gone', gone],
      ] as const)
        it(`for ${pressed.act}: who is ${membership} is refused`, async () => {
          teams.set('wang', membership)
          assert.equal(await press('Wang', pressed), why)
          assert.deepEqual(await audited('teams:partner/wang'), [
            { by: 'wang', what: 'account.refused', membership, doing: pressed.act },
          ])
        })
      it(`for ${pressed.act}: nothing is decided while nobody can say`, async () => {
        teams.silence()
        assert.equal(await press('Wang', pressed), unknown)
        assert.deepEqual(await audited('teams:partner/wang'), [])
      })
      it(`for ${pressed.act}: a member goes on`, async () => {
        assert(![guest, gone, unknown].includes(await goesOn(pressed)))
        assert.deepEqual(teams.asked, ['teams:wang in teams:partner/wang'])
      })
    }
  })

  it('is asked about anew each time, and the case waits meanwhile', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    const status = async () => (await office.store.get('suspension', 'S-1'))?.value.status
    teams.set('wang', 'guest')
    await transcript(office, `\nWang: [Approve]\nBot: ${guest}`)
    teams.set('wang', 'gone')
    await transcript(office, `\nWang: [Approve]\nBot: ${gone}`)
    assert.equal(await status(), 'pending')
    teams.set('wang', 'member')
    await press('Wang', { act: 'suspension.approve', case: 'S-1', version: 1 })
    assert.equal(await status(), 'carried-out')
  })

  it('must belong in Teams, where they are known, also while they use Slack', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Lin on Slack: S-1')
    teams.set('lin', 'gone')
    await transcript(office, `\nLin on Slack: [Approve]\nBot: ${gone}`)
    assert.deepEqual(await audited('teams:partner/lin'), [
      { by: 'lin', what: 'account.refused', membership: 'gone', doing: 'suspension.approve' },
    ])
    teams.set('lin', 'member')
    slack.set('U-lin', 'guest')
    await transcript(office, `\nLin on Slack: [Approve]\nBot: ${guest.replace('Teams', 'Slack')}`)
    teams.silence()
    slack.set('U-lin', 'member')
    await transcript(office, `\nLin on Slack: [Approve]\nBot: ${unknown}`)
    assert.equal((await office.store.get('suspension', 'S-1'))?.value.status, 'pending')
  })

  it('is not known to belong where Teams cannot be asked of them, as the desk was removed from their chat', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Lin on Slack: S-1')
    await office.desk.cards.lose('teams:partner/lin')
    await transcript(office, `\nLin on Slack: [Approve]\nBot: ${unknown}`)
    assert.deepEqual(teams.asked, [])
  })

  it('is looked at again once the chat has answered: a role or an account may have been taken meanwhile', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Lin on Slack: S-1')
    const { membership } = teams
    teams.membership = async (account, place) => {
      await office.desk.links.untie('lin', otto)
      return membership(account, place)
    }
    await transcript(office, `\nLin on Slack: [Approve]\nBot: I do not know you yet\n     …`)
    teams.membership = async (account, place) => {
      const found = await office.store.get('staff', 'wang')
      if (found) {
        const value = { ...found.value, roles: ['collector'] as const }
        await office.store.commit({ save: [{ kind: 'staff', id: 'wang', value, basedOn: found.version }] })
      }
      return membership(account, place)
    }
    await press('Wang', { act: 'suspension.approve', case: 'S-1', version: 1 })
    assert.equal((await office.store.get('suspension', 'S-1'))?.value.status, 'pending')
  })

  it('and whoever wants to be let in or linked', async () => {
    teams.set('nadia', 'guest')
    teams.set('mei', 'gone')
    slack.set('eve', 'guest')
    await transcript(
      office,
      `
      Nadia: link
      Bot: ${guest}
      Mei: link
      Bot: ${gone}
      Eve on Slack: link
      Bot: ${guest.replace('Teams', 'Slack')}
      Eve on Slack: link 7KQ2-M9F1
      Bot: ${guest.replace('Teams', 'Slack')}
      `,
    )
    assert.deepEqual(await office.store.list('access-request'), [])
    assert.deepEqual(await office.store.list('link-offer'), [])
    assert.deepEqual(await audited('slack:partner/eve'), [
      { by: 'slack:partner/eve', what: 'account.refused', membership: 'guest', doing: 'link' },
      { by: 'slack:partner/eve', what: 'account.refused', membership: 'guest', doing: 'link' },
    ])
  })
})
