import sinon from 'sinon'
import { closeAll, playIn, playThrough, type PlayedThrough } from './chats/which.ts'

const wires: readonly (readonly [file: RegExp, through: PlayedThrough])[] = [
  [/through-teams\.spec\.ts$/, 'Teams'],
  [/through-slack\.spec\.ts$/, 'Slack'],
]

export const mochaHooks = {
  /**
   * What is told in test/dialogs is told again through both chats and in other languages: the file that brings a
   * spec says through which, and in which.
   */
  beforeEach(this: Mocha.Context) {
    const file = this.currentTest?.file ?? ''
    playThrough(wires.find(([name]) => name.test(file))?.[1] ?? 'no wire')
    playIn(/through\/in-(.+)\.spec\.ts$/u.exec(file)?.[1] ?? null)
  },
  async afterEach() {
    sinon.restore()
    await closeAll()
  },
}
