import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readAddress } from '../../../domain/reminders/read-address.ts'

const codeOf = (said: string) => {
  const outcome = readAddress(said)
  return outcome.ok ? outcome.value.address : outcome.refusal.code
}

describe('an address as somebody typed it', () => {
  for (const [said, read] of [
    ['billing@contoso.example', 'billing@contoso.example'],
    [' Billing.EU+ap@Contoso.EXAMPLE ', 'Billing.EU+ap@contoso.example'],
    ['mailto:billing@contoso.example', 'billing@contoso.example'],
    ['billing＠contoso.example', 'billing@contoso.example'],
    ["o'brien@contoso.example", "o'brien@contoso.example"],
    ['billing@bücher.example', 'billing@xn--bcher-kva.example'],
    ['billing@BÜCHER.example', 'billing@xn--bcher-kva.example'],
    ['帳務@contoso.example', 'mailbox-not-ascii'],
    ['billing@例え.テスト', 'billing@xn--r8jz45g.xn--zckzah'],
    ['', 'no-address'],
    ['contoso.example', 'no-address'],
    ['a@b.example, c@d.example', 'several-addresses'],
    ['a@b@c.example', 'several-addresses'],
    ['"a@b"@c.example', 'several-addresses'],
    ['@contoso.example', 'address-malformed'],
    ['billing@', 'address-malformed'],
    ['billing@contoso', 'address-malformed'],
    ['billing@contoso.', 'address-malformed'],
    ['billing@.example', 'address-malformed'],
    ['billing@con..toso.example', 'address-malformed'],
    ['billing@-contoso.example', 'address-malformed'],
    ['billing@contoso-.example', 'address-malformed'],
    ['billing@1.2.3.4', 'address-malformed'],
    ['billing@[1.2.3.4]', 'address-malformed'],
    ['billing@contoso.example:25', 'address-malformed'],
    ['billing@contoso.example/x', 'address-malformed'],
    ['billing@contoso.example?x', 'address-malformed'],
    ['billing@contoso.example#x', 'address-malformed'],
    ['billing@contoso.example>', 'address-malformed'],
    ['Billing <billing@contoso.example>', 'address-malformed'],
    ['bil ling@contoso.example', 'address-malformed'],
    ['billing@contoso.example\nBcc: x', 'address-malformed'],
    ['billing@contoso.example\r\nBcc: x', 'address-malformed'],
    ['bil\r\nling@contoso.example', 'address-malformed'],
    ['billing@contoso.example\0', 'address-malformed'],
    ['.billing@contoso.example', 'address-malformed'],
    ['billing.@contoso.example', 'address-malformed'],
    ['bil..ling@contoso.example', 'address-malformed'],
    ['"billing"@contoso.example', 'address-malformed'],
    [`${'a'.repeat(65)}@contoso.example`, 'address-malformed'],
    [`a@${'a'.repeat(64)}.example`, 'address-malformed'],
    [`a@${'abcdefgh.'.repeat(30)}example`, 'address-malformed'],
  ] as const)
    it(`${JSON.stringify(said)} is ${read}`, () => assert.equal(codeOf(said), read))

  it('is, where it is one, a mailbox and a domain of plain signs that end no header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (mailbox, domain) => {
        const outcome = readAddress(`${mailbox}@${domain}`)
        if (outcome.ok) assert.match(outcome.value.address, /^[^\s@<>,;:"()[\]\\]+@[a-z0-9.-]+\.[a-z0-9-]+$/i)
      }),
    )
  })

  it('is read the same again', () => {
    for (const said of ['billing@bücher.example', 'Billing.EU@Contoso.example']) {
      const once = codeOf(said)
      assert.equal(codeOf(once), once)
    }
  })
})
