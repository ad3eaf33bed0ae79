import { aStaff, ines, lin, mei, otto, sam, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('people', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('are given a role by name', () =>
    transcript(
      office,
      `
      Ines: role Mei approver
      Bot: G-1: Mei as approver
           Waiting for a second administrator.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Mei as approver
           Waiting for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-1: Mei as approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-1: Mei as approver
           Confirmed by Otto.
      Bot changes for Ines: G-1: Mei as approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Ines: make Mei an approver
      Bot: They have the role “approver” already.
      Ines: role take approver from @mei
      Bot: G-3: Mei no longer approver
           Waiting for a second administrator.
           …
      Bot to Otto: G-3: Mei no longer approver
           Waiting for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-3: Mei no longer approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-3: Mei no longer approver
           Confirmed by Otto.
      Bot changes for Ines: G-3: Mei no longer approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Otto: role Zoe support
      Bot: I know nobody called “Zoe”. They must write to me first and say “link”.
      Mei: role Wang collector
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Mei: roles
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))

  it('do not change their own role, from either side', () =>
    transcript(
      office,
      `
      Ines: role Ines approver
      Bot: Nobody changes their own role.
      Otto: role Ines approver
      Bot: G-2: Ines as approver
           Waiting for a second administrator.
           Person: Ines
           Asked by: Otto, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Ines: G-2: Ines as approver
           Waiting for a second administrator.
           …
      Ines: [Confirm]
      Bot: Nobody changes their own role.
      Ines: G-2
      Bot: G-2: Ines as approver
           Waiting for a second administrator.
           …
      Otto: role Otto collector
      Bot: Nobody changes their own role.
      `,
    ))

  it('are never fewer than two administrators', () =>
    transcript(
      office,
      `
      Ines: role take administrator from Otto
      Bot: Two administrators must remain.
      Ines: roles
      Bot: 6 people work with this desk
           Mei: collector
           Wang: approver
           Lin: approver
           Ines: fraud lead and administrator
           Otto: administrator
           Sam: support
           Say “role NAME approver” or “role take approver from NAME”. Another administrator confirms.
      `,
    ))

  it('of one name are told apart by their own cards', async () => {
    office = await anOffice({
      staff: [mei, aStaff('Mei', ['support']), wang, lin, ines, otto, sam].map((each, at) => ({
        ...each,
        id: `${each.id}-${at}`,
      })),
    })
    await transcript(
      office,
      `
      Ines: role Mei approver
      Bot: Several people are called “Mei”. Use the card that came when they asked to be let in.
      Ines: role mei-1 approver
      Bot: G-1: Mei as approver
           Waiting for a second administrator.
           …
      Bot to Otto: G-1: Mei as approver
           Waiting for a second administrator.
           …
      `,
    )
  })

  it('without any role left may ask again', async () => {
    office = await anOffice({ staff: [mei, wang, ines, otto, { ...sam, roles: [] }] })
    await transcript(
      office,
      `
      Sam: help
      Bot: Hello Sam. This is what I can do for you:
           language 繁體中文: speak another language
           never mind: leave what we are in the middle of
      Sam: overdue
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: link
      Bot: I have asked the administrators to let you in. You will hear from them.
      Bot to Ines: Sam asks to work with this desk. As what?
           Account teams:partner/sam. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Bot to Otto: Sam asks to work with this desk. As what?
           Account teams:partner/sam. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Ines: [support]
      Bot changes: G-1: Sam as support
           Waiting for a second administrator.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Sam as support
           Waiting for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-1: Sam as support
           Confirmed by Otto.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-1: Sam as support
           Confirmed by Otto.
      Bot changes for Ines: G-1: Sam as support
           Confirmed by Otto.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Sam: link
      Bot: You are in already: support.
      `,
    )
  })
})
