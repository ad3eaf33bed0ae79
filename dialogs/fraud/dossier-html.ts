import type { Block, Document } from './dossier-document.ts'

/** The document as one HTML page that needs nothing from outside, and prints on A4. Nothing in it is ever run or fetched. */
export function documentHtml({ title, language, sections }: Document): string {
  return [
    '<!doctype html>',
    `<html lang="${safe(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${safe(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${safe(title)}</h1>`,
    ...sections.map(
      (each) => `<section>\n<h2>${safe(each.title)}</h2>\n${each.blocks.map(block).join('\n')}\n</section>`,
    ),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

// Rows and headings stay together, a table's head comes again on each page, and long ids break instead of running out.
const style = `
@page { size: A4; margin: 18mm 15mm; }
body { font: 10.5pt/1.45 system-ui, "Noto Sans", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
  color: #111; background: #fff; max-width: 180mm; margin: 8mm auto; padding: 0 4mm; overflow-wrap: anywhere; }
h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 6mm; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; border-bottom: 0.3mm solid #777; break-after: avoid; }
p { margin: 1.5mm 0; }
.quiet { color: #444; font-size: 9.5pt; }
dl { display: grid; grid-template-columns: 48mm 1fr; gap: 1mm 4mm; margin: 2mm 0; }
dt { color: #444; } dd { margin: 0; }
ul { margin: 2mm 0; padding-left: 5mm; } li { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #999; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { background: #eee; }
@media print { body { max-width: none; margin: 0; padding: 0; } th { print-color-adjust: exact; } }
`

function block(one: Block): string {
  switch (one.kind) {
    case 'text': {
      const text = one.weight === 'strong' ? `<strong>${safe(one.text)}</strong>` : safe(one.text)
      return one.weight === 'quiet' ? `<p class="quiet">${text}</p>` : `<p>${text}</p>`
    }
    case 'facts':
      return `<dl>${one.facts.map(([label, value]) => `<dt>${safe(label)}</dt><dd>${safe(value)}</dd>`).join('')}</dl>`
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`
    case 'table': {
      const head = one.columns.map((each) => `<th scope="col">${safe(each)}</th>`).join('')
      const rows = one.rows.map((row) => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`)
      return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
    }
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text, and nothing but text; what turns the reading order around is left out. */
function safe(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' ? ' / ' : ''))
    .replace(/[&<>"']/gu, (sign) => entities[sign] ?? '')
}
