import assert from 'node:assert/strict'
import { documentHtml } from '../../../dialogs/fraud/dossier-html.ts'
import { documentMarkdown } from '../../../dialogs/fraud/dossier-markdown.ts'
import { hostileDocument } from './a-document.ts'

describe('a dossier as a page', () => {
  const html = documentHtml(hostileDocument)

  it('has no element but its own, whatever a name is made of', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z!]\w*)/giu)].map(([, name]) => name?.toLowerCase()))
    const own =
      '!doctype html head meta title style body h1 h2 section p strong dl dt dd ul li table thead tr th tbody td'
    assert.deepEqual(
      [...tags].filter((tag) => !own.split(' ').includes(tag ?? '')),
      [],
    )
    assert(html.includes('<html lang="en&quot;&gt;&lt;script&gt;">'))
    assert(html.includes('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;'))
    assert(html.includes('&amp; &quot;q&quot; &#39;s&#39;'))
  })

  it('leaves out what turns the reading order around, and what is no letter', () => {
    assert(!html.includes('\0') && !html.includes('\u202e'))
  })

  it('needs nothing from outside, and lets nothing run', () => {
    assert(!/\s(?:src|href)=|url\(|@import/u.test(html))
    assert(html.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`))
  })

  it('prints on A4: the head of a table comes again, rows and headings stay whole', () => {
    for (const rule of ['size: A4', 'table-header-group', 'tr { break-inside: avoid', 'break-after: avoid'])
      assert(html.includes(rule), rule)
  })
})

describe('a name in a dossier', () => {
  const called = (name: string) => ({
    ...hostileDocument,
    sections: [{ title: 'x', blocks: [{ kind: 'text' as const, text: name }] }],
  })

  it('turns nothing around, not even by a mark that cannot be seen', () => {
    for (const mark of ['\u200f', '\u200e', '\u061c', '\u2067', '\u202e'])
      for (const text of [documentHtml(called(`a${mark}1`)), documentMarkdown(called(`a${mark}1`))])
        assert(text.includes('a1') && !text.includes(mark), `U+${mark.charCodeAt(0).toString(16)}`)
  })

  it('is no code, however it begins', () => {
    assert(documentMarkdown(called('    <b>')).includes('\n\\<b\\>'))
  })
})

describe('a dossier as Markdown', () => {
  const lines = documentMarkdown(hostileDocument).split('\n')

  it('has one heading for each title, and a name begins none', () => {
    assert.deepEqual(
      lines.filter((line) => line.startsWith('#')).map((line) => line.split(' ')[0]),
      ['#', '##'],
    )
  })

  it('keeps a row a row: bars and line breaks in a name are text', () => {
    const row = lines.filter((line) => line.startsWith('|'))
    assert.equal(row.length, 3)
    for (const each of row) assert.equal(each.split(/(?<!\\)\|/u).length, 4, each)
  })

  it('makes no tag, no link and no list of a name', () => {
    const text = lines.join('\n')
    assert(!/(?<!\\)<[a-z!/]/iu.test(text))
    assert(!/(?<!\\)\]\(/u.test(text))
    assert(!text.includes('https://') && !text.includes('www.evil'))
    assert(text.includes(String.raw`1\. no list`) && text.includes(String.raw`- \- no list`))
    assert(!text.includes('\0') && !text.includes('\u202e'))
  })
})
