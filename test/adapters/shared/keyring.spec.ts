import assert from 'node:assert/strict'
import { openKeyring } from '../../../adapters/shared/keyring.ts'

const [first, second, third] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)]

describe('a keyring', () => {
  it('opens what it sealed', async () => {
    const keyring = openKeyring([first])
    const sealed = await keyring.seal('a refresh token, Ω', 'refresh-token')
    assert.deepEqual(await keyring.open(sealed, 'refresh-token'), { plain: 'a refresh token, Ω', stale: false })
  })

  it('opens it in another process, and tells neither the text nor the key', async () => {
    const sealed = await openKeyring([first]).seal('the text', 'refresh-token')
    assert.equal((await openKeyring([first]).open(sealed, 'refresh-token')).plain, 'the text')
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    assert.doesNotMatch(`${sealed} ${readable.join(' ')}`, /the text|aaaa/)
  })

  it('seals the same text differently each time', async () => {
    const keyring = openKeyring([first])
    assert.notEqual(await keyring.seal('same', 'refresh-token'), await keyring.seal('same', 'refresh-token'))
  })

  it('opens with an older key and says that this is stale; the first key seals', async () => {
    const before = await openKeyring([first]).seal('kept', 'refresh-token')
    const rotated = openKeyring([second, first])
    assert.deepEqual(await rotated.open(before, 'refresh-token'), { plain: 'kept', stale: true })
    const anew = await rotated.seal('kept', 'refresh-token')
    assert.deepEqual(await openKeyring([second]).open(anew, 'refresh-token'), { plain: 'kept', stale: false })
  })

  it('says what to do when none of its keys opens', async () => {
    const sealed = await openKeyring([first]).seal('kept', 'refresh-token')
    await assert.rejects(openKeyring([second, third]).open(sealed, 'refresh-token'), {
      name: 'CannotOpen',
      message: /^no key in DESK_KEY opens .*: put that key into DESK_KEY again, after the newer one/,
    })
  })

  it('opens for no other purpose, whatever the header is made to say', async () => {
    const keyring = openKeyring([first])
    const sealed = await keyring.seal('kept', 'refresh-token')
    await assert.rejects(keyring.open(sealed, 'totp'), { name: 'CannotOpen', message: /DESK_KEY is not a “totp”/ })
    const [header = '', ...rest] = sealed.split('.')
    const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...said, purpose: 'totp' })).toString('base64url')
    await assert.rejects(keyring.open([forged, ...rest].join('.'), 'totp'), { name: 'CannotOpen', message: /damaged/ })
  })

  it('believes nothing that was damaged or never sealed', async () => {
    const keyring = openKeyring([first])
    const sealed = await keyring.seal('kept', 'refresh-token')
    const parts = sealed.split('.')
    const turned = parts.map((part, at) => (at === 3 ? part.replace(/^./, (was) => (was === 'A' ? 'B' : 'A')) : part))
    for (const text of [turned.join('.'), sealed.slice(0, -4), 'a refresh token', ''])
      await assert.rejects(keyring.open(text, 'refresh-token'), { name: 'CannotOpen', message: /DESK_KEY is damaged/ })
  })

  it('needs a key', () => {
    assert.throws(() => openKeyring([]), /needs a key/)
  })
})
