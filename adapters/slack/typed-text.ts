/**
 * What a person typed, as they typed it: Slack writes mentions and addresses in angle brackets and encodes three signs.
 * The desk's own mention goes; what others are called stays as far as Slack says it.
 */
export function typedText(text: string, ourselves: string | null): string {
  const own = ourselves === null ? text : text.replaceAll(new RegExp(`<@${ourselves}(?:\\|[^<>]*)?>`, 'g'), ' ')
  return own
    .replace(
      /<([@#!])([^|<>]*)\|([^<>]*)>/g,
      (_, mark: string, _id, name: string) => `${mark === '!' ? '' : mark}${name}`,
    )
    .replace(/<([@#!])([^<>]*)>/g, '$1$2')
    .replace(/<(?:mailto:|tel:)?([^|<>]*)\|([^<>]*)>/g, '$2')
    .replace(/<([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
