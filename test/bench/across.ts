import { setTimeout as wait } from 'node:timers/promises'
import { subscriptionId } from '../../bot/demo/world/operator-seed.ts'
import { demoCustomers } from '../../bot/demo/world/customers.ts'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { isQuiet, kept } from '../kit/demo-desk.ts'
import { spread, type Spread } from './spread.ts'

const cases = 50
const customers = demoCustomers()
  .filter(({ lane }) => lane === 'global')
  .slice(0, cases)

interface Across {
  /** Milliseconds from a press in one chat until the card in the other shows it. */
  readonly inSlack: Spread
  readonly inTeams: Spread
}

/**
 * Fifty requests wait in a channel of each chat. One after the other is approved, in Teams and in Slack by turns; the
 * next press waits until all that the one before it brought about has been done and said.
 */
export async function pressAcross(): Promise<Across> {
  const chats = await openBothChats()
  try {
    await chats.start()
    await chats.route()
    await openCases(chats)
    const ms = { inSlack: [] as number[], inTeams: [] as number[] }
    const wang = chats.inSlack('Wang', approvals.slack)
    const lin = chats.inTeams('Lin', approvals.teams)
    await wang.mention(approvals.slack, 'be approver')
    await wang.reads(/You are now Wang/)
    await lin.say('be approver')
    await lin.sees(/You are now/)
    for (let number = 1; number <= cases; number += 1) {
      await quiet(chats)
      const card = `S-${number}: `
      const on = new RegExp(`^${card}`)
      const began = performance.now()
      if (number % 2 === 0) {
        await lin.press('Approve', {}, on)
        ms.inSlack.push((await shownIn(chats.slack.history, card)) - began)
      } else {
        await wang.press('Approve', {}, on)
        ms.inTeams.push((await shownIn(chats.teams.history, card)) - began)
      }
    }
    return { inSlack: spread(ms.inSlack), inTeams: spread(ms.inTeams) }
  } finally {
    await chats.close()
  }
}

async function openCases(chats: BothChats): Promise<void> {
  const mei = chats.inTeams('Mei')
  for (const customer of customers) {
    await mei.say(`suspend ${customer.domain} for misuse`)
    await mei.press('Ask a second person', {
      subscriptions: subscriptionId(customer, 1),
      note: 'Forty new machines since midnight.',
    })
  }
  while ((await kept(chats.desk, 'post-card')) < 2 * cases) await wait(200)
}

async function quiet(chats: BothChats): Promise<void> {
  await wait(50)
  while (!(await isQuiet(chats.desk))) await wait(20)
}

/** Waits until a card says that it is approved; gives the moment. */
async function shownIn(history: BothChats['teams' | 'slack']['history'], card: string): Promise<number> {
  for (const giveUp = performance.now() + 60_000; performance.now() < giveUp; await wait(2)) {
    const found = history.some(({ shown, version }) => {
      if (version === 0) return false
      const said = JSON.stringify(shown.versions[version])
      return said.includes('Approved by') && said.includes(card)
    })
    if (found) return performance.now()
  }
  throw new Error(`no card shows that ${card} was approved`)
}
