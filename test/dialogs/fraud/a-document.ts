import type { Document } from '../../../dialogs/fraud/dossier-document.ts'

/** A name that would be a link, a heading, a table cell, a script and an order to read backwards. */
export const hostile =
  '</td><script>alert(1)</script> | [x](javascript:1) <!channel> @here www.evil.example https://evil.example\n# Heading\u202Egnp.exe\u0000 & "q" \'s\''

export const hostileDocument: Document = {
  title: hostile,
  language: 'en"><script>',
  sections: [
    {
      title: hostile,
      blocks: [
        { kind: 'text', text: hostile, weight: 'strong' },
        { kind: 'text', text: '1. no list\n2. none' },
        { kind: 'facts', facts: [[hostile, hostile]] },
        { kind: 'list', items: [hostile, '- no list'] },
        { kind: 'table', columns: [hostile, 'b'], rows: [[hostile, 'b']] },
      ],
    },
  ],
}
