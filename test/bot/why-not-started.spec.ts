import assert from 'node:assert/strict'
import { whyNotStarted } from '../../bot/why-not-started.ts'

const fault = (facts: object) => Object.assign(new Error('listen EADDRINUSE 127.0.0.1:3978'), facts)

describe('a desk that cannot start', () => {
  for (const [what, facts, said] of [
    ['a port that is taken', { code: 'EADDRINUSE', port: 3978 }, /^Port 3978 is taken.*PORT=4978 npm start$/],
    [
      'the port it would propose itself',
      { code: 'EADDRINUSE', port: 4978 },
      /^Port 4978 is taken.*PORT=5978 npm start$/,
    ],
    ['a port it may not use', { code: 'EACCES', port: 80 }, /^Port 80 may not be used.*above 1024/],
    ['a folder it may not use', { code: 'EACCES', path: '/srv/desk' }, /^\/srv\/desk may not be used.*DESK_DATA/],
    [
      'a folder with too long a path',
      { code: 'EINVAL', syscall: 'listen', address: '/srv/long/console.sock' },
      /^\/srv\/long\/console\.sock is too long.*DESK_DATA/,
    ],
    [
      'a console in a folder with too long a path',
      { code: 'EINVAL', syscall: 'connect', address: '/srv/long/console.sock' },
      /^\/srv\/long\/console\.sock is too long.*DESK_DATA/,
    ],
    [
      'a console that may not use the socket',
      { code: 'EACCES', syscall: 'connect', address: '/srv/desk/console.sock' },
      /^\/srv\/desk\/console\.sock may not be used.*DESK_DATA/,
    ],
    ['a full disk', { code: 'ENOSPC' }, /disk is full/],
    ['anything that has a sentence of its own', {}, /^listen EADDRINUSE/],
  ] as const) {
    it(`says what to do about ${what}`, () => assert.match(whyNotStarted(fault(facts), undefined), said))
  }

  it('shows the stack to whoever looks for it', () => {
    assert.match(whyNotStarted(fault({ code: 'EADDRINUSE' }), 'debug'), /why-not-started\.spec/)
  })
})
