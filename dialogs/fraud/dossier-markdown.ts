import type { Block, Document } from './dossier-document.ts'

/** The document as Markdown with tables (GitHub's dialect); what stands in it stays text, whatever it is made of. */
export function documentMarkdown({ title, sections }: Document): string {
  const parts = [
    `# ${plain(title)}`,
    ...sections.flatMap((each) => [`## ${plain(each.title)}`, ...each.blocks.map(block)]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function block(one: Block): string {
  switch (one.kind) {
    case 'text':
      return one.weight === 'strong' ? `**${plain(one.text)}**` : plain(one.text)
    case 'facts':
      return one.facts.map(([label, value]) => `- ${plain(label)}: ${plain(value)}`).join('\n')
    case 'list':
      return one.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'table':
      return [one.columns, one.columns.map(() => '---'), ...one.rows]
        .map((row, at) => `| ${row.map(at === 1 ? (cell) => cell : plain).join(' | ')} |`)
        .join('\n')
  }
}

/** Every sign that means something in Markdown or HTML is escaped, and a text is one line: it can begin nothing. */
function plain(text: string): string {
  return (
    text
      .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' / ')
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      // Four blanks before it would make code of it.
      .trim()
      .replace(/[\\`*_{}[\]<>#|~!&]/gu, String.raw`\$&`)
      .replace(/^(\s*)([-+=])/u, String.raw`$1\$2`)
      .replace(/^(\s*\d+)([.)])/u, String.raw`$1\$2`)
      // Nothing becomes a link by itself.
      .replace(/:\/\//gu, String.raw`:\//`)
      .replace(/@/gu, String.raw`\@`)
      .replace(/www\./giu, (www) => `${www.slice(0, 3)}\\.`)
  )
}
