import type { Activity } from 'botbuilder-core'

interface Mention {
  readonly type: string
  readonly mentioned?: { readonly id?: string }
  readonly text?: string
}

/**
 * What a person typed, as they typed it: Teams wraps mentions in `<at>`, writes hard spaces round them and encodes
 * what could be HTML. The desk's own mention goes; other people's names stay.
 */
export function typedText({ text, entities, recipient }: Activity): string {
  const own = ((entities ?? []) as readonly Mention[])
    .filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id)
    .map(({ text: written }) => written ?? '')
  let said = text ?? ''
  for (const mention of own) if (mention !== '') said = said.replaceAll(mention, ' ')
  const bare = said.replace(/<at\b[^<>]*>([^<]*)<\/at>/gi, '$1')
  return decoded(bare)
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name: string) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
