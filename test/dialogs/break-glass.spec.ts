import assert from 'node:assert/strict'
import { phones, seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { enrol } from '../kit/second-factors.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

/** An office where Ines, a fraud lead, has an app, and the policy lets the glass be broken up to a hundred thousand. */
async function atNight(people = 50): Promise<Office> {
  const office = await anOffice({ policy: { breakGlass: { people, amounts: { CNY: 10_000_000 } } } })
  await enrol(office.store, 'ines', office.now())
  await office.pass(13 * 3_600_000)
  return office
}

const audited = async (office: Office) =>
  (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what.replace('suspension.', '')}`)

const ask = ['Ines: suspend contoso for fraud', 'Ines: 1', 'Ines: mining since ten', 'Ines: ask']

describe('break-glass at night', () => {
  it('is confirmed in the morning', async () => {
    const office = await atNight()
    await before(office, ...ask)
    await transcript(
      office,
      `
      Ines: S-1
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: [Break glass] code=150000
      Bot: Write a few words in the field first.
      Ines: [Break glass] words=Nobody answers the phone.
      Bot: Nothing was decided: this takes the code that your authenticator app shows now. Type it into the field of the card, then press again.
      Ines: [Break glass] words=Nobody answers the phone.; code=150000
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it is being suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Ines: [Confirm: it stays]
      Bot: You had a hand in this yourself; a different person must decide.
      Ines: waiting
      Bot: 1 request is waiting
           S-1 · Contoso: Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           [S-1]
      (4 h pass)
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Ines: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      Bot to Otto: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      (4 h pass)
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person 8 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person 8 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Ines: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      Bot to Otto: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      Wang: [Confirm: it stays]
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot to Ines: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass; Wang confirmed it.
           …
      (4 h pass)
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription }) => subscription),
      [seats, voicemail],
    )
    assert.deepEqual(await audited(office), [
      'ines requested',
      'ines glass-broken',
      'desk sent',
      'desk acted',
      'desk escalated',
      'desk escalated',
      'wang glass-confirmed',
    ])
  })

  it('is reversed by a second person with one press, and service comes back', async () => {
    const office = await atNight()
    await before(office, ...ask)
    await transcript(
      office,
      `
      Ines: [Break glass] words=Nobody answers the phone.; code=150000
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it is being suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Lin: [Reverse: bring it back]
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           …
      Bot: R-1: resume Contoso
           Holds lifted; service is coming back.
           …
      Bot to Ines: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           …
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass; Lin reversed it. R-1 brings service back.
           …
      Bot: R-1: resume Contoso
           1 of 1 back in service.
           Microsoft 365 Business: in service again, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
           Voicemail is in service again.
           Microsoft 365 Business is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           …
      Wang late: [Confirm: it stays]
      Bot: S-1 has already been dealt with. Ines broke the glass; Lin reversed it. R-1 brings service back.
      Ines: resume contoso
      Bot: This desk has nothing of Contoso on hold. If something is out of service, somebody else suspended it.
      `,
    )
    assert.deepEqual(await audited(office), [
      'ines requested',
      'ines glass-broken',
      'desk sent',
      'desk acted',
      'lin glass-reversed',
    ])
    const back = (await office.store.auditOf('R-1')).map(({ by, what }) => `${by} ${what}`)
    assert.deepEqual(back.slice(0, 1), ['lin resumption.asked'])
  })

  it('is told to every approver by themselves, also where they have a channel', async () => {
    const office = await atNight()
    await before(office, ...ask)
    await transcript(
      office,
      `
      Ines in #desk: route approvals here
      Bot: From now on, news about approvals goes to #desk.
      Ines: [Break glass] words=Nobody answers the phone.; code=150000
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it is being suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 11:00 PM
      Bot changes: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to #desk: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person. Look at it now, and confirm or reverse it by Apr 1, 2025, 3:00 AM:
           …
      (4 h pass)
      Bot to #desk: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for #desk: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot in thread of S-1 in #desk: Apr 1, 2025, 3:00 AM · Nobody dealt with it in time; more people were told.
      Bot changes for Wang: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Ines broke the glass: it was suspended without a second person. Confirm or reverse it by Apr 1, 2025, 3:00 AM.
           …
      Bot to #desk: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Wang: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Lin: S-1: suspension of Contoso
           Suspended without a second person 4 hours ago, and nobody has confirmed or reversed it:
           …
      Bot to Ines: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      Bot to Otto: S-1: a fraud lead broke the glass, and nobody has confirmed or reversed it in time. The approvers and fraud leads were told again. See to it that one of them looks at it.
      `,
    )
  })

  it('is not offered above what the policy allows', async () => {
    const office = await atNight(20)
    await before(office, ...ask)
    assert(!JSON.stringify(office.messages).includes('Break glass'))
  })

  it('is refused to others, whose press counts for nothing', async () => {
    const office = await atNight()
    await before(office, ...ask)
    await transcript(
      office,
      `
      Wang: [Break glass] words=Quick.; code=150000
      Bot: Nothing was suspended: you may not break the glass. It takes the role of fraud lead.
      Ines: [Break glass] words=Quick.; code=999999
      Bot: Nothing was decided: the code is wrong. 4 tries are left. Type the one that your app shows now.
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
  })

  it('is offered for one subscription only, and for fraud only', async () => {
    const office = await atNight()
    await before(office, 'Ines: suspend contoso for fraud', 'Ines: 1, 3', 'Ines: mining since ten', 'Ines: ask')
    await before(office, 'Ines: suspend contoso for misuse', 'Ines: 1', 'Ines: spam', 'Ines: ask')
    const [first, second] = await Promise.all(['S-1', 'S-2'].map((id) => office.store.get('suspension', id)))
    assert.deepEqual(
      first?.value.subscriptions.map(({ id }) => id),
      [seats, phones],
    )
    assert.deepEqual([first.value.alerted, second?.value.alerted], [undefined, undefined])
    assert(!JSON.stringify(office.messages).includes('Break glass'))
  })
})
