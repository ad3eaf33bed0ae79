const lookAlikes: Readonly<Record<string, string>> = {
  '∗': '*',
  ˍ: '_',
  '∼': '~',
  ˋ: '`',
  '∶': ':',
  '˃': '>',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/** What a person reads of a message's `text`, as it was before it was escaped. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/[∗ˍ∼ˋ∶˃]|&(?:lt|gt|amp);/g, (mark) => lookAlikes[mark] ?? mark)
}
