import { plain } from '../../../dialogs/vocabulary/plain.ts'
import assert from 'node:assert/strict'
import { mei, otto, sam } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aTicketOffice } from './a-ticket-office.ts'

describe('what is said of tickets', () => {
  it('takes a role that files them, and an account that belongs to somebody', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, otto] })
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      Otto: tickets
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: my tickets
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: ticket PD-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: note PD-1 Seen.
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: close PD-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: filed PD-1 21V-7
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Nobody: close PD-1
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      `,
    )
  })

  it('takes the same role where it is pressed', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, otto] })
    await opened({ lane: 'china' })
    const by = office.speaker('Otto', { channel: null, chat: 'teams' })
    for (const act of ['ticket.note', 'ticket.severity', 'ticket.close', 'ticket.answer', 'ticket.reopen'] as const) {
      const action = { act, case: 'PD-1', version: 1 }
      const inputs = { words: 'Seen.', severity: 'critical' }
      const said = await office.hear({ kind: 'acted', by, action, inputs })
      const told = said.map(({ reply }) => plain(reply)).join('\n')
      assert.match(told, /^Your role does not allow filing tickets\./u, act)
      assert.doesNotMatch(told, /Contoso/u, act)
    }
    assert.equal((await office.desk.cards.read('PD-1'))?.version, 1)
  })

  it('may lack a word: what is missing is said, and nothing is done', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam] })
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      Sam: note PD-1
      Bot: Nothing was noted: say it in one go, “note PD-1 …”.
      Sam: note PD-1 Too early.
      Bot: PD-1 has not been filed yet: write it anew, or file it first.
      Sam: severity PD-1
      Bot: Say which severity: 21Vianet knows critical, moderate, and minimal.
      Sam: severity PD-1 critical
      Bot: PD-1 has not been filed yet: write it anew, or file it first.
      Sam: answer PD-1
      Bot: Nothing was recorded: say it in one go, “answer PD-1 …”. It ends the ticket.
      Sam: answer PD-1 Too early.
      Bot: That does not fit how PD-1 stands: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
      Sam: close PD-1
      Bot: PD-1 has not been filed yet: write it anew, or file it first.
      Sam: reopen PD-1
      Bot: That does not fit how PD-1 stands: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
      Sam: filed PD-1 no idea
      Bot: Write the number as the portal shows it: letters, digits and dashes.
      Sam: note PD-1 ${'a'.repeat(4_001)}
      Bot: Your text has 4,001 characters, and at most 4,000 fit. Nothing of it was kept: say it more briefly.
      Sam: note PD-7 Who?
      Bot: There is no PD-7.
      `,
    )
  })

  it('waits in a lane that only watches: nothing is sent, and the card says why', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei, otto] })
    await opened()
    tickets.put({ number: '700000000000123', title: '[PD-1] The invoice' }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Otto: watch only partner center
      Bot: Partner Center is watch-only from now on: nothing is sent there. What was approved and not begun ends as not done.
      Mei: note PD-1 The invoice is attached.
      Bot: PD-1: asked of Partner Center; the card shows when it is done.
           [PD-1]
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: the desk only watches this operator.)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: the desk only watches this operator.)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Mei: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      `,
    )
    assert.deepEqual(tickets.asked, [])
  })
})
