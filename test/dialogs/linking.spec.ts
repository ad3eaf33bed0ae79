import assert from 'node:assert/strict'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

const bothChats = { root: 'teams', other: 'slack' } as const

describe('an account on Slack', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ chats: bothChats })
  })
  const accountsOf = async (id: string) => (await office.desk.staff.byId(id))?.accounts.map(accountKey)
  const helpNames = async (what: string) => {
    const by = office.speaker('Mei', { channel: null, chat: 'teams' })
    const said = await office.hear({ kind: 'said', by, text: 'help', inputs: {}, pressed: false })
    return said.some(({ reply }) =>
      plain(reply)
        .split('\n')
        .some((line) => line.startsWith(what)),
    )
  }
  const audited = async () => {
    const all: AuditEntry[] = []
    for await (const entry of office.store.auditTrail()) all.push(entry)
    return all
  }

  it('becomes the person who is shown a code in Teams', async () => {
    await transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           > link 7KQ2-M9F1
           It works once, for 10 minutes. Show it to nobody.
      Mei on Slack: link 7kq2m9f1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: Is this Slack account yours?
           Account: Mei · slack:partner/mei
           Code sent: Mar 31, 2025, 10:00 AM
           Say yes only if you are using that account yourself at this moment: from then on, what it does there is done by you.
           [Yes, that is me] [No]
      Mei: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Mei · slack:partner/mei.
      Bot to Mei on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Mei on Slack: link
      Bot: You are in already: collector.
      Mei on Slack: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           …
      Mei on Slack: never mind
      Bot: All right, dropped. Nothing was done.
      `,
    )
    assert.deepEqual(await accountsOf('mei'), ['teams:partner/mei', 'slack:partner/mei'])
    const trail = await audited()
    assert.deepEqual(
      trail.map(({ by, what, about }) => `${by} ${what} ${about}`),
      ['mei link.offered teams:partner/mei', 'slack:partner/mei link.typed slack:partner/mei', 'mei account.tied mei'],
    )
    assert(!JSON.stringify(trail).includes('7KQ2'))
  })

  it('becomes the person who sends its code in Teams', async () => {
    await transcript(
      office,
      `
      Mei on Slack: overdue
      Bot: I do not know you yet
           I work for the staff of this partner only, and know them by their Teams account. Say “link” in our private chat, and I show you a code that you send me in Teams.
           [Link my account]
      Mei on Slack: [Link my account]
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F1
           It works once, for 10 minutes. Show it to nobody.
      Mei: link 7KQ2-M9F1
      Bot: Is this Slack account yours?
           Account: Mei · slack:partner/mei
           Code sent: Mar 31, 2025, 10:00 AM
           Say yes only if you are using that account yourself at this moment: from then on, what it does there is done by you.
           [Yes, that is me] [No]
      Mei on Slack: overdue
      Bot: I do not know you yet
           …
      Mei: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Mei · slack:partner/mei.
      Bot to Mei on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Mei on Slack: overdue
      Bot: 1 customer is overdue
           …
      `,
    )
  })

  it('is nobody’s after a no', async () => {
    await transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           > link 7KQ2-M9F1
           …
      Eve on Slack: link 7KQ2-M9F1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: Is this Slack account yours?
           Account: Eve · slack:partner/eve
           …
      Mei: [No]
      Bot changes: Not linked: Eve · slack:partner/eve. If you did not ask for it, tell an administrator: somebody tried to act as you.
      Bot to Eve on Slack: Not linked: in Teams the answer was no.
      Mei late: [Yes, that is me]
      Bot: That has been answered already.
      Eve on Slack: link 7KQ2-M9F1
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Eve on Slack: overdue
      Bot: I do not know you yet
           …
      `,
    )
    assert.deepEqual(await accountsOf('mei'), ['teams:partner/mei'])
    assert.deepEqual(
      (await audited()).map(({ what, details }) => [what, details]).filter(([what]) => what === 'link.denied'),
      [['link.denied', { account: 'slack:partner/eve' }]],
    )
  })

  it('is tied by a press once, however often it is pressed, and across a restart', () =>
    transcript(
      office,
      `
      Mei on Slack: link
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F1
           …
      (the desk restarts)
      Mei: link 7KQ2-M9F1
      Bot: Is this Slack account yours?
           …
      (the desk restarts)
      Mei: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Mei · slack:partner/mei.
      Bot to Mei on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Mei late: [Yes, that is me]
      Bot: That has been answered already.
      Mei late: [No]
      Bot: That has been answered already.
      Mei on Slack: link
      Bot: You are in already: collector.
      `,
    ))

  it('is linked by a code of the last ten minutes, confirmed within ten more', () =>
    transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           …
      (10 min pass)
      Mei on Slack: link 7KQ2-M9F1
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Mei on Slack: link
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F2
           …
      (9 min pass)
      Mei: link 7KQ2-M9F2
      Bot: Is this Slack account yours?
           …
      (10 min pass)
      Mei: [Yes, that is me]
      Bot: That question is no longer open; nothing was linked. Say “link” to begin anew.
      Mei on Slack: overdue
      Bot: I do not know you yet
           …
      `,
    ))

  it('has five tries an hour, counted through a restart', () =>
    transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           …
      Eve on Slack: link AAAA-0001
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Eve on Slack: link AAAA-0002
      Bot: That code does not work; a code works once, and for a few minutes only. 3 tries are left this hour.
      (30 min pass)
      Eve on Slack: link AAAA-0003
      Bot: That code does not work; a code works once, and for a few minutes only. 2 tries are left this hour.
      Eve on Slack: link contoso
      Bot: That is not a code of mine: they have eight letters and digits, such as 7KQ2-M9FD.
      Eve on Slack: link AAAA-0004
      Bot: That code does not work; a code works once, and for a few minutes only. One try is left this hour.
      (the desk restarts)
      Eve on Slack: link AAAA-0005
      Bot: That code does not work; a code works once, and for a few minutes only. That was your last try for now.
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           > link 7KQ2-M9F2
           …
      Eve on Slack: link 7KQ2-M9F2
      Bot: Too many codes that did not work. Try again in 30 minutes.
      (30 min pass)
      Eve on Slack: link AAAA-0006
      Bot: That code does not work; a code works once, and for a few minutes only. One try is left this hour.
      `,
    ))

  it('is never linked where others read', () =>
    transcript(
      office,
      `
      Mei in #collections: link
      Bot: Others read here. Say “link” in our private chat.
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           > link 7KQ2-M9F1
           …
      Mei in #collections on Slack: link
      Bot: Others read here. Say “link” in our private chat.
      Mei in #collections on Slack: link 7KQ2-M9F1
      Bot: Others read here, so this code works no more, if it was one. Say “link” in our private chat for another.
      Mei on Slack: link 7KQ2-M9F1
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Mei in #collections: link AAAA-0001
      Bot: Others read here, so this code works no more, if it was one. Say “link” in our private chat for another.
      `,
    ))

  it('is shown one code at a time', () =>
    transcript(
      office,
      `
      Mei on Slack: link
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F1
           …
      Mei on Slack: link
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F2
           …
      Mei: link 7KQ2-M9F1
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Mei: link 7KQ2-M9F2
      Bot: Is this Slack account yours?
           …
      `,
    ))

  it('sends its code in the other chat, and nobody else’s in its own', () =>
    transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector. To be the same person in Slack too, send me this in our private chat there:
           …
      Mei: link 7KQ2-M9F1
      Bot: The code is right, the chat is not: send it to me in Slack.
      Wang: link 7KQ2-M9F1
      Bot: That code does not work; a code works once, and for a few minutes only. 4 tries are left this hour.
      Nadia: link 7KQ2-M9F1
      Bot: I do not know you yet. Say “link” without a code, and an administrator will hear that you want to be let in.
      Mei on Slack: link 7KQ2-M9F1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: Is this Slack account yours?
           …
      `,
    ))

  it('that is somebody’s is nobody else’s', async () => {
    await before(office, 'Mei: link')
    await transcript(
      office,
      `
      Mei on Slack: link 7KQ2-M9F1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: Is this Slack account yours?
           …
      Wang: link
      Bot: You are in already: approver. To be the same person in Slack too, send me this in our private chat there:
           > link 7KQ2-M9F2
           …
      Mei on Slack: link 7KQ2-M9F2
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Wang: Is this Slack account yours?
           Account: Mei · slack:partner/mei
           …
      Mei and Wang: [Yes, that is me]
      Bot changes for Mei: Linked. In Slack you are the same person, with the same roles: Mei · slack:partner/mei.
      Bot to Wang: That account is linked already.
      Bot to Mei on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Lin: link
      Bot: You are in already: approver. To be the same person in Slack too, send me this in our private chat there:
           …
      Mei on Slack: link 7KQ2-M9F3
      Bot: That account is linked already.
      `,
    )
    assert.deepEqual(await accountsOf('wang'), ['teams:partner/wang'])
  })

  it('takes the place of the one its person had', async () => {
    await before(office, 'Mei: link')
    await transcript(
      office,
      `
      Mei on Slack: link 7KQ2-M9F1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: Is this Slack account yours?
           …
      Mei: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Mei · slack:partner/mei.
      Bot to Mei on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Meiling on Slack: link
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           > link 7KQ2-M9F2
           …
      Mei: link 7KQ2-M9F2
      Bot: Is this Slack account yours?
           Account: Meiling · slack:partner/meiling
           Code sent: Mar 31, 2025, 10:00 AM
           It takes the place of your account slack:partner/mei, which will be nobody’s from then on.
           Say yes only if you are using that account yourself at this moment: from then on, what it does there is done by you.
           [Yes, that is me] [No]
      Mei: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Meiling · slack:partner/meiling.
      Bot to Meiling on Slack: Linked. Here you are Mei, with the same roles as in Teams.
      Mei on Slack: overdue
      Bot: I do not know you yet
           …
      Meiling on Slack: link
      Bot: You are in already: collector.
      `,
    )
    assert.deepEqual((await office.store.auditOf('mei')).at(-1)?.details, {
      account: 'slack:partner/meiling',
      replaced: 'slack:partner/mei',
    })
  })

  it('is asked about in the language of the person', async () => {
    await before(office, 'Mei: language 繁體中文')
    await transcript(
      office,
      `
      Mei: 連結帳號
      Bot: 您已經加入了：催收人員。如果在 Slack 也要以同一身分使用，請在 Slack 的私人聊天中傳送以下文字給我：
           > 連結 7KQ2-M9F1
           僅能使用一次，10 分鐘內有效。請勿讓他人看到。
      Mei on Slack: 連結 7KQ2-M9F1
      Bot: Now confirm it in Teams: I have asked you there whether this account is yours. The question stands for 10 minutes.
      Bot to Mei: 這是您的 Slack 帳號嗎？
           帳號: Mei · slack:partner/mei
           …
      Mei: [是，這是我]
      Bot changes: 已連結。您在 Slack 以同一身分、同樣的角色使用本系統：Mei · slack:partner/mei。
      Bot to Mei on Slack: 已連結。您在這裡是 Mei，角色與在 Teams 相同。
      Mei on Slack: 連結帳號
      Bot: 您已經加入了：催收人員。
      `,
    )
  })

  it('does not come in by asking administrators', async () => {
    await transcript(
      office,
      `
      Eve on Slack: let me in
      Bot: To be the person here that you are in Teams, send me this in our private chat there:
           …
      Ines: role Eve collector
      Bot: I know nobody called “Eve”. They must write to me first and say “link”.
      `,
    )
    assert.deepEqual(await office.store.list('access-request'), [])
  })

  it('that is linked is the same person: who asked in one chat does not approve in the other', async () => {
    await before(office, 'Wang: link', 'Wang on Slack: link 7KQ2-M9F1')
    await transcript(
      office,
      `
      Wang: [Yes, that is me]
      Bot changes: Linked. In Slack you are the same person, with the same roles: Wang · slack:partner/wang.
      Bot to Wang on Slack: Linked. Here you are Wang, with the same roles as in Teams.
      `,
    )
    await before(office, 'Wang: suspend contoso for non-payment', 'Wang: ask')
    await transcript(
      office,
      `
      Wang on Slack: S-1
      Bot: S-1: suspend Contoso?
           …
      Wang on Slack: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      `,
    )
  })

  it('learns nothing and ties nothing by a button somebody made up', async () => {
    await before(office, 'Mei: link', 'Mei on Slack: link 7KQ2-M9F1')
    const [link] = await office.store.list('link-offer')
    assert(link)
    const press = async (name: string, chat: 'teams' | 'slack', act: 'link.confirm' | 'link.deny', id = link.id) => {
      const by = office.speaker(name, { channel: null, chat })
      const said = await office.hear({ kind: 'acted', by, action: { act, link: id }, inputs: {} })
      return said.map(({ reply }) => plain(reply))
    }
    const notYours = ['Only the person who is asked can answer that.']
    for (const act of ['link.confirm', 'link.deny'] as const) {
      assert.deepEqual(await press('Wang', 'teams', act), notYours)
      assert.match((await press('Mei', 'slack', act)).join(), /^I do not know you yet/)
      assert.match((await press('Eve', 'slack', act)).join(), /^I do not know you yet/)
      assert.match((await press('Mei', 'teams', act, 'id-0')).join(), /^That question is no longer open/)
    }
    assert.deepEqual(await office.store.get('link-offer', link.id), link)
    assert.deepEqual(await accountsOf('mei'), ['teams:partner/mei'])
  })

  it('is not offered where there is no Slack', async () => {
    office = await anOffice()
    await transcript(
      office,
      `
      Mei: link
      Bot: You are in already: collector.
      `,
    )
    assert.equal(await helpNames('link:'), false)
  })

  it('is told of in the help, where there is Slack', async () => {
    assert.equal(await helpNames('link: be the same person in Slack too; unlink: no more'), true)
  })
})
