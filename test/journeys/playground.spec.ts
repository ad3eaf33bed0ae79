import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { newFolder, removeFolder } from '../kit/demo-desk.ts'
import { endAll, startScript, type Running } from '../kit/processes.ts'

// The one local Teams client there is, Microsoft's own, in a real browser: the road of the README.
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

describe('the demo in Microsoft’s own Teams client', function () {
  this.timeout(400_000)
  let folder: string
  let desk: Running
  let browser: Browser
  let page: Page

  before(async function () {
    if (browserPath === undefined) return this.skip()
    folder = await newFolder()
    desk = await startScript('bot/index.ts', [], { DESK_DATA: folder, PORT: '0' }, /Chat\s+(http\S+)/)
    browser = await chromium.launch({ executablePath: browserPath, args: quietFlags })
    page = await browser.newPage({ viewport: { width: 1280, height: 1400 } })
    page.setDefaultTimeout(90_000)
    // The client's own page asks for fonts and icons of its maker; with no internet it must do without.
    await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort())
    await page.goto(desk.said[1] ?? '')
  })
  after(async () => {
    await browser?.close()
    await endAll()
    if (folder) await removeFolder(folder)
  })

  const say = async (text: string) => {
    await page.locator('div[role=textbox][contenteditable=true]').click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const button = (label: string) => page.getByRole('button', { name: label, exact: true }).last()
  const pick = (choice: string) => page.getByRole('radio', { name: choice, exact: true }).last().check()
  const sees = async (text: string | RegExp) => {
    try {
      await page.getByText(text).last().waitFor()
    } catch (late) {
      const shown = (await page.locator('body').innerText()).slice(-3_000)
      throw new Error(
        `${String(text)} did not come.\nThe chat:\n${shown}\nThe desk:\n${desk.heard.slice(-40).join('\n')}`,
        {
          cause: late,
        },
      )
    }
  }
  /** The client draws its chat anew while messages come, and loses a press in that moment: people press again. */
  const press = async (label: string, then: string | RegExp) => {
    for (const patienceMs of [15_000, 30_000]) {
      await button(label).click()
      if (await seenWithin(then, patienceMs)) return
      if (!(await button(label).isVisible())) break
    }
    await sees(then)
  }
  const seenWithin = (text: string | RegExp, ms: number) =>
    page
      .getByText(text)
      .last()
      .waitFor({ timeout: ms })
      .then(() => true)
      .catch(() => false)

  it('greets, and goes from the question to the ticket', async () => {
    await sees('Who is overdue?')
    await say('overdue')
    await sees(/customers are overdue/)
    await say('customer fabrikam')
    await sees('The policy calls for: suspension.')
    await press('Suspend', 'Why should Fabrikam Inc be suspended?')
    await press('non-payment', 'Suspend Fabrikam Inc for non-payment?')
    await press('Ask a second person', 'S-1: suspend Fabrikam Inc?')
    await press('Approve', /You had a hand in this yourself/)
    await say('be approver')
    await sees('You are now Wang (approver).')
    await press('Approve', 'Approved by Wang; carried out.')
    assert.equal(
      await page
        .getByText(/suspended, confirmed by Partner Center/)
        .first()
        .isVisible(),
      true,
    )

    await say('be collector')
    await sees(/You are now Mei/)
    await say('ticket fabrikam about a wrong invoice')
    await pick('Billing')
    await press('Open the ticket', 'Choose how severe it is.')
    await pick('moderate')
    await press('Open the ticket', /PD-1: ticket with Partner Center for Fabrikam Inc/)
    assert.equal(await page.getByText(/went wrong/).count(), 0)
  })
})

/** Without these the browser itself looks for the internet. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
