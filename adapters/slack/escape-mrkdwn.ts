import { harmless } from '../shared/plain-text.ts'

/**
 * Text that reads as it is where Slack reads mrkdwn, as in the `text` of a message. Entities keep `<!channel>`, `<@U1>`
 * and `<https://…|…>` words that ring and hide nothing. Bare `@channel` and `#general` are words as long as nothing is
 * sent with `parse: full` or `link_names`; a bare address becomes a link to where it says it goes.
 *
 * For `*_~`, backticks, a quote's `>` and `:emoji:` Slack knows no escape. Where they would act, and only there, a
 * letter stands in that looks the same, as jsx-slack has it: what an invisible one beside them does is told differently
 * by everybody. So nothing that is to be copied goes through here; blocks say it as plain_text or rich_text, where nothing acts.
 */
export function escapeMrkdwn(text: string): string {
  return harmless(text)
    .replace(/^(\s*)>/gm, '$1˃')
    .replace(/`|(?<![\p{L}\p{N}])[*_~](?=\S)/gu, (mark) => lookAlikes[mark] ?? mark)
    .replace(/(?<!\d):(?=[\w+'-]+:)|:(?=[\w+'-]*[a-z+][\w+'-]*:)/gi, '∶')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }
