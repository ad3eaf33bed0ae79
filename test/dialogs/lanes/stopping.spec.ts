import { anOffice, before } from '../an-office.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'

describe('stop', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })

  it('halts what was approved, tells everybody who could, and takes two people to undo', () =>
    transcript(
      office,
      `
      Wang: stop
      Bot: W-1: stopped
           Wang stopped the desk at Partner Center, Partner Center for US Government, and 21Vianet. Nothing is sent there; what was accepted is still looked at.
           Operators: Partner Center, Partner Center for US Government, and 21Vianet
           Stopped by: Wang, Mar 31, 2025, 10:00 AM
           It takes two people to go on: one says “restart”, a different one confirms.
           [Restart]
      Bot to Lin: W-1: stopped
           Wang stopped the desk at Partner Center, Partner Center for US Government, and 21Vianet. Nothing is sent there; what was accepted is still looked at.
           …
      Bot to Ines: W-1: stopped
           …
      Bot to Otto: W-1: stopped
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Stopped by Wang since Mar 31, 2025, 10:00 AM: nothing is sent to 21Vianet until two people restart it (W-1).
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-1: suspend Contoso?
           …
      Bot changes for Lin: S-1: suspend Contoso?
           …
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Stopped by Wang since Mar 31, 2025, 10:00 AM: nothing is sent to 21Vianet until two people restart it (W-1).
           Approved by Lin; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Stopped by Wang since Mar 31, 2025, 10:00 AM: nothing is sent to 21Vianet until two people restart it (W-1).
           Approved by Lin; being carried out.
           Microsoft 365 Business: not done yet, waiting since Mar 31, 2025, 10:00 AM. The desk was stopped at 21Vianet (W-1); it goes on once two people have restarted it, if it is still justified then.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      (120 min pass)
      Wang at “W-1”: [Restart]
      Bot: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           Waiting for a different approver, fraud lead or administrator. Once confirmed, what still waits is judged again and goes on. Expires Apr 1, 2025, 11:59 AM GMT+8.
           Asked by: Wang, Mar 31, 2025, 12:00 PM
           [Confirm] [Reject]
      Bot to Lin: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot to Ines: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot to Otto: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Wang: [Confirm]
      Bot: You had a hand in this yourself; a different person must decide.
      Ines: [Confirm]
      Bot changes: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           Confirmed by Ines: what waits at Partner Center, Partner Center for US Government, and 21Vianet goes on.
           Asked by: Wang, Mar 31, 2025, 12:00 PM
      Bot to Wang: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           Confirmed by Ines: what waits at Partner Center, Partner Center for US Government, and 21Vianet goes on.
      Bot changes for Wang: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Lin: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Otto: W-2: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Wang: W-1: stopped
           Wang had stopped the desk at Partner Center, Partner Center for US Government, and 21Vianet. It was restarted.
           Operators: Partner Center, Partner Center for US Government, and 21Vianet
           Stopped by: Wang, Mar 31, 2025, 10:00 AM
      Bot changes for Lin: W-1: stopped
           …
      Bot changes: W-1: stopped
           …
      Bot changes for Otto: W-1: stopped
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Lin; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      (1 min pass)
      Bot to Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 12:01 PM
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      `,
    ))

  it('stops although a form is open, and although it is stopped', () =>
    transcript(
      office,
      `
      Wang: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           …
      Wang: stop china
      Bot: W-1: stopped
           …
      Bot: Suspend Contoso for fraud?
           Stopped by Wang since Mar 31, 2025, 10:00 AM: nothing is sent to 21Vianet until two people restart it (W-1).
           …
      Bot to Lin: W-1: stopped
           …
      Bot to Ines: W-1: stopped
           …
      Bot to Otto: W-1: stopped
           …
      Bot changes for Mei: S-1: suspend Contoso?
           …
      Bot changes: S-1: suspend Contoso?
           …
      Bot changes for Lin: S-1: suspend Contoso?
           …
      Ines: stop
      Bot: W-2: stopped
           Ines stopped the desk at Partner Center and Partner Center for US Government. Nothing is sent there; what was accepted is still looked at.
           Operators: Partner Center and Partner Center for US Government
           Stopped by: Ines, Mar 31, 2025, 10:00 AM
           It takes two people to go on: one says “restart”, a different one confirms.
           21Vianet was stopped already, by Wang since Mar 31, 2025, 10:00 AM (W-1).
           [Restart]
      Bot to Wang: W-2: stopped
           …
      Bot to Lin: W-2: stopped
           …
      Bot to Otto: W-2: stopped
           Ines stopped the desk at Partner Center and Partner Center for US Government. Nothing is sent there; what was accepted is still looked at.
           …
      Ines: stop global
      Bot: Partner Center was stopped already, by Ines since Mar 31, 2025, 10:00 AM (W-2).
      Mei: stop
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Mei: restart
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Lin: restart
      Bot: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot to Wang: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot to Ines: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot to Otto: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Wang: restart
      Bot: That was asked for already in W-4: a different person must confirm it there.
      Bot: Suspend Contoso for fraud?
           …
      Ines: stop
      Bot: Partner Center was stopped already, by Ines since Mar 31, 2025, 10:00 AM (W-2).
           Partner Center for US Government was stopped already, by Ines since Mar 31, 2025, 10:00 AM (W-2).
           21Vianet was stopped already, by Wang since Mar 31, 2025, 10:00 AM (W-1).
           The restart that was asked for in W-4 is rejected with this.
      Bot to Lin: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Lin: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Wang: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      Bot changes for Otto: W-4: restart Partner Center, Partner Center for US Government, and 21Vianet?
           …
      `,
    ))

  it('is posted in the channel for administration too, beside everybody’s own chat', async () => {
    await before(office, 'Otto: hello')
    await transcript(
      office,
      `
      Otto in #admins: route administration here
      Bot: From now on, news about administration goes to #admins.
      Otto: stop
      Bot: W-1: stopped
           …
      Bot to #admins: W-1: stopped
           …
      Bot to Wang: W-1: stopped
           …
      Bot to Lin: W-1: stopped
           …
      Bot to Ines: W-1: stopped
           …
      Bot changes for Mei: S-1: suspend Contoso?
           …
      Bot changes for Wang: S-1: suspend Contoso?
           …
      Bot changes for Lin: S-1: suspend Contoso?
           …
      `,
    )
  })
})
