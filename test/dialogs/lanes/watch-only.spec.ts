import { anOffice, before } from '../an-office.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'

describe('a lane that only watches', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ newLanes: true })
    await office.desk.lanes.open({ china: 'new' }, false)
  })

  it('says what would be done, sends nothing, and acts once two administrators say so', () =>
    transcript(
      office,
      `
      (1 min pass)
      Bot to Ines: W-1: act at 21Vianet?
           21Vianet is new here, or is another partner account than before: watch-only. Requests can be asked for and approved, but nothing is sent until two administrators switch acting on.
           [Act at 21Vianet]
      Bot to Otto: W-1: act at 21Vianet?
           …
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Watch-only: nothing will be sent to 21Vianet until two administrators switch acting on.
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           Watch-only: nothing will be sent to 21Vianet until two administrators switch acting on.
           …
      Bot to Wang: S-1: suspend Contoso?
           Watch-only: nothing will be sent to 21Vianet until two administrators switch acting on.
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Watch-only: nothing will be sent to 21Vianet until two administrators switch acting on.
           Approved by Lin; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Watch-only: would have been suspended; nothing was sent to 21Vianet.
      Bot changes for Mei: S-1: suspension of Contoso
           Watch-only: would have been suspended; nothing was sent to 21Vianet.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      Otto: [Act at 21Vianet]
      Bot: W-2: act at 21Vianet?
           Waiting for a second administrator. Once confirmed, approved suspensions and resumptions are carried out at 21Vianet. Expires Apr 7, 2025, 10:00 AM GMT+8.
           Asked by: Otto, Mar 31, 2025, 10:01 AM
           [Confirm] [Reject]
      Bot to Ines: W-2: act at 21Vianet?
           …
      Bot changes for Ines: W-1: act at 21Vianet?
           Switching acting on was asked for in W-2.
      Bot changes: W-1: act at 21Vianet?
           Switching acting on was asked for in W-2.
      Otto: [Confirm]
      Bot: You had a hand in this yourself; a different person must decide.
      Ines: [Confirm]
      Bot changes: W-2: act at 21Vianet?
           Confirmed by Ines: the desk acts at 21Vianet.
           Asked by: Otto, Mar 31, 2025, 10:01 AM
      Bot to Otto: W-2: act at 21Vianet?
           Confirmed by Ines: the desk acts at 21Vianet.
      Bot changes for Otto: W-2: act at 21Vianet?
           …
      `,
    ))

  it('says how each lane stands, and what can be done there', () =>
    transcript(
      office,
      `
      Sam: lanes
      Bot: What the desk sends to whom
           Partner Center: not configured: what is to be done there is done in its portal
           Partner Center for US Government: not configured: what is to be done there is done in its portal
           21Vianet: watch-only, since Mar 31, 2025, 10:00 AM: nothing is sent
           Through the desk, 21Vianet can: suspend and resume.
           21Vianet: no cancelling; let the subscription end with its term.
           21Vianet: no Azure plans; they are not sold there.
           21Vianet: nobody says whether it can: put auto-renew back after a resume. The desk does not count on it, and people look in the portal.
           21Vianet: tickets are not followed; look in the portal, and enter their numbers here.
           21Vianet: nobody can read who did what there; ask the operator by ticket.
           21Vianet: nobody says whether it can: announce changes. The desk does not count on it, and people look in the portal.
           21Vianet: no security alerts from Microsoft Graph; they are not offered there.
           21Vianet: no fraud alerts from the operator; the desk watches purchases by itself.
           21Vianet: no Azure spending budgets; Azure is not sold there.
      Bot to Ines: W-1: act at 21Vianet?
           …
      Bot to Otto: W-1: act at 21Vianet?
           …
      Otto: watch only china
      Bot: 21Vianet is watch-only already.
      Otto: act in global
      Bot: Partner Center is not configured, so nothing is sent there anyway.
      Wang: act in china
      Bot: Your role does not allow that, Wang. Two administrators together can change it.
      `,
    ))

  it('is one again as soon as one administrator says so', async () => {
    office = await anOffice({ locales: { Otto: 'zh-TW' } })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Otto: 中國僅觀察
      Bot: 世紀互聯從現在起僅觀察：不會送出任何指令。已核准但尚未開始的項目將以未執行結案。
      Bot changes for Mei: S-1: suspend Contoso?
           Watch-only: nothing will be sent to 21Vianet until two administrators switch acting on.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           …
      Bot changes for Lin: S-1: suspend Contoso?
           …
      Otto: 營運商狀態
      Bot: 系統會向哪些營運商送出指令
           合作夥伴中心: 尚未設定：需要處理的事項請到其入口網站執行
           美國政府版合作夥伴中心: 尚未設定：需要處理的事項請到其入口網站執行
           …
      `,
    )
  })
})
