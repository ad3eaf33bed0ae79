import assert from 'node:assert/strict'
import type { Demo } from '../../dialogs/talk.ts'
import { createTalks } from '../../bot/talk-of.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'
import { mei, wang } from '../kit/builders.ts'
import { anOpenDesk } from './an-open-desk.ts'

const chineseMei: Staff = { ...mei, language: 'zh-Hant-TW' }
const placeOf = ({ accounts: [account] }: Staff) => (account ? accountKey(account) : '')
const demo: Demo = {
  become: async () => wang,
  speak: async () => undefined,
  playedIn: (place) => (place === 'teams:demo/a-visitor' ? 'mei' : null),
}

describe('what is talked with', () => {
  const talks = async (played: Demo | null = null) => {
    const open = await anOpenDesk([chineseMei, wang])
    return { open, talks: createTalks(open, played) }
  }

  it('in a place: the language of whoever sits there, else the desk’s own', async () => {
    const { talks: of } = await talks()
    assert.equal((await of.ofPlace(placeOf(chineseMei))).words.tag, 'zh-Hant-TW')
    assert.equal((await of.ofPlace(placeOf(wang))).words.tag, 'en')
    assert.equal((await of.ofPlace('teams:partner/#approvals')).words.tag, 'en')
  })

  it('in a place of somebody who chose no language: that of their chat client', async () => {
    const { open, talks: of } = await talks()
    const at = (place: string, locale: string | null) =>
      open.desk.cards.meet({ place, channel: 'teams', kind: 'personal', name: '', locale, reference: {}, dead: false })
    await at(placeOf(wang), 'zh-TW')
    assert.equal((await of.ofPlace(placeOf(wang))).words.tag, 'zh-Hant-TW')
    await at(placeOf(chineseMei), 'en-US')
    assert.equal((await of.ofPlace(placeOf(chineseMei))).words.tag, 'zh-Hant-TW')
  })

  it('knows where several read', async () => {
    const { open, talks: of } = await talks()
    const group = { place: 'teams:partner/19:x', channel: 'teams', kind: 'group', name: '' } as const
    const own = { ...group, place: 'teams:partner/nobody-we-know', kind: 'personal' } as const
    for (const each of [group, own]) await open.desk.cards.meet({ ...each, locale: null, reference: {}, dead: false })
    const shared = async (place: string) => (await of.ofPlace(place)).shared
    assert.deepEqual(await Promise.all([placeOf(wang), group.place, own.place, 'unheard-of'].map(shared)), [
      false,
      true,
      false,
      true,
    ])
  })

  it('calls people by name, and somebody who is gone by what is left of them', async () => {
    const { talks: of } = await talks()
    const { nameOf, zone } = await of.ofPlace('teams:partner/#approvals')
    assert.deepEqual([nameOf('wang'), nameOf('gone')], ['Wang', 'gone'])
    assert.equal(zone, 'Asia/Shanghai')
  })

  it('in a turn: with the one who speaks, in their words, first their own grammar', async () => {
    const { open, talks: of } = await talks()
    const words = open.languages.best('zh-Hant-TW')
    const [account] = mei.accounts
    assert(account)
    const speaker = { account, name: 'Mei', locale: null, place: placeOf(mei), personal: true }
    const talk = await of.ofTurn(speaker, chineseMei, words)
    assert.deepEqual([talk.by, talk.speaker, talk.words], [chineseMei, speaker, words])
    assert.deepEqual(talk.grammars, open.languages.grammars(words))
    assert.deepEqual([talk.demo, talk.shared], [null, false])
    assert.equal((await of.ofTurn({ ...speaker, personal: false }, chineseMei, words)).shared, true)
  })

  it('in a chat of the demo: the language of whoever is played there', async () => {
    const { talks: of } = await talks(demo)
    assert.equal((await of.ofPlace('teams:demo/a-visitor')).words.tag, 'zh-Hant-TW')
    assert.equal((await of.ofPlace('teams:demo/another')).words.tag, 'en')
  })

  it('lets people play others in a demo only', async () => {
    const { open, talks: of } = await talks(demo)
    const [account] = wang.accounts
    assert(account)
    const speaker = { account, name: 'Wang', locale: null, place: placeOf(wang), personal: true }
    assert.equal((await of.ofTurn(speaker, wang, open.languages.best())).demo, demo)
  })
})
