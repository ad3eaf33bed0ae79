import type { CaseId } from '../../domain/shared/ids.ts'
import { showCase } from '../case-list.ts'
import { maySee } from '../may-see.ts'
import { sums } from '../phrases/money-lines.ts'
import { obstacleLine } from '../suspension/obstacle-line.ts'
import type { Talk } from '../talk.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { requestLine } from './show-why.ts'

/** `why S-12`: on what a suspension was asked for, by whom, who said what to it, and how it stands. */
export async function showWhyCase(id: CaseId, talk: Talk): Promise<Reply> {
  const { desk, words, nameOf, by } = talk
  const found = await desk.cards.read(id)
  if (!found) return said(words.say('case.unknown', { case: id }))
  if (!maySee(found.kind, by)) return said(words.say('refusal.may-not', { name: by.name }))
  if (found.kind !== 'suspension') return said(words.say('why.only-suspensions', { case: id }))
  const { basis, override, note, questions, identity } = found.value
  return {
    title: words.say('why.title', { name: `${id}, ${identity.operatorName}` }),
    parts: [
      line(requestLine(found.value, talk), { weight: 'strong' }),
      ...(found.value.reason === 'non-payment'
        ? [
            line(
              words.say('why.basis', {
                sums: sums(basis.overdue, words),
                days: basis.oldestDaysPastDue,
                stage: words.say(`stage.${basis.stage}`),
              }),
            ),
            ...(basis.notice === null
              ? []
              : [
                  line(
                    words.say('fact.notice.value', {
                      given: words.day(basis.notice.givenOn),
                      deadline: words.day(basis.notice.deadline),
                      name: nameOf(basis.notice.recordedBy),
                    }),
                  ),
                ]),
            ...(basis.ledgerAsOf === null
              ? []
              : [line(`${words.say('fact.ledger-as-of')}: ${words.day(basis.ledgerAsOf)}`)]),
          ]
        : []),
      ...(note === null ? [] : [line(words.say('why.note', { note }))]),
      ...(override === null
        ? []
        : [
            line(words.say('why.override', { reason: override.reason })),
            ...override.obstacles.map((each) => line(obstacleLine(each, words))),
          ]),
      ...questions.map(({ by: asker, text }) => line(words.say('why.question', { name: nameOf(asker), text }))),
    ],
    buttons: [showCase(id, words)],
  }
}
