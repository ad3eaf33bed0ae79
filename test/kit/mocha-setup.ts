import sinon from 'sinon'
import { closeAll, playThrough, type PlayedThrough } from './chats/which.ts'

const wires: readonly (readonly [file: RegExp, through: PlayedThrough])[] = [
  [/through-teams\.spec\.ts$/, 'Teams'],
  [/through-slack\.spec\.ts$/, 'Slack'],
]

export const mochaHooks = {
  /** What is told in test/dialogs is told again through both chats: the file that brings a spec says through which. */
  beforeEach(this: Mocha.Context) {
    const file = this.currentTest?.file ?? ''
    playThrough(wires.find(([name]) => name.test(file))?.[1] ?? 'no wire')
  },
  async afterEach() {
    sinon.restore()
    await closeAll()
  },
}
