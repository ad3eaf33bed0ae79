import type { Part, Reply } from './reply.ts'

/** A Reply as a person hears it read aloud: notification line, screen reader, log, fallback and transcript. */
export function plain({ title, parts, files = [], buttons = [] }: Reply): string {
  const lines = [...(title === undefined ? [] : [title]), ...plainLines(parts), ...files.map(({ label }) => label)]
  if (buttons.length > 0) lines.push(buttons.map(({ label }) => `[${label}]`).join(' '))
  return lines.join('\n')
}

/** Each line for itself, whatever line breaks stand in a name. */
export function plainLines(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(plainPart)
}

/** One line for a notification. */
export function headline({ title, parts }: Reply): string {
  if (title !== undefined) return title
  const [first] = parts.flatMap(plainPart)
  return first ?? ''
}

/** What is said aloud: the headline, and the line below it that tells how things stand or what is missing. */
export function spoken(reply: Reply): string {
  const {
    title,
    parts: [first],
  } = reply
  const tells = first?.kind === 'text' && (first.weight === 'strong' || (first.tone ?? 'plain') !== 'plain')
  return title !== undefined && tells ? `${title}\n${first.text}` : headline(reply)
}

function plainPart(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.text]
    case 'facts':
      return part.facts.map(([label, value]) => `${label}: ${value}`)
    case 'table':
      return [
        part.columns.map(({ title }) => title).join(' · '),
        ...part.rows.map((row) => `- ${row.filter((cell) => cell !== '').join(' · ')}`),
      ]
    case 'bars':
      return part.bars.map(({ label, value, share }) => `${label}: ${value}${bar(share)}`)
    case 'copyable':
      return part.text.split('\n').map((line) => `> ${line}`)
    case 'choices':
      return [
        part.label,
        ...part.options.map(
          ({ label, value }, at) => `${at + 1}. ${part.chosen.includes(value) ? '(x)' : '( )'} ${label}`,
        ),
      ]
    case 'input':
      return [`${part.label}: ${part.secret ? '' : part.value}`.trimEnd()]
  }
}

/** Ten blocks at most; an empty share shows nothing. */
function bar(share: number): string {
  const blocks = Math.round(share * 10)
  return blocks === 0 ? '' : ` ${'█'.repeat(blocks)}`
}
