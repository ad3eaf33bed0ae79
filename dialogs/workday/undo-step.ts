import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { OwnStep, Undone } from '../../domain/workday/own-steps.ts'
import type { UndoRefusal } from '../../domain/workday/undo-desk.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Reply } from '../vocabulary/reply.ts'

/** `undo`: takes back the last own step of today, or the one that a button names, and says what that was. */
export async function undoStep(step: string | undefined, talk: Talk): Promise<Reply> {
  const { desk, by } = talk
  const outcome = await desk.undo.undo(by, step)
  return outcome.ok ? said(await undoneLine(outcome.value, talk), { tone: 'good' }) : whyNot(outcome.refusal, talk)
}

async function undoneLine(undone: Undone, talk: Talk): Promise<string> {
  const { desk, words, nameOf } = talk
  const of = (await desk.book.today()).of(undone.value.customer)
  const customer = of?.customer.name ?? undone.value.customer
  switch (undone.kind) {
    case 'assignment': {
      const now = of && (await desk.assignments.of(of.customer))?.owner
      return now
        ? words.say('undo.assignment', { customer, name: nameOf(now) })
        : words.say('undo.assignment-nobody', { customer })
    }
    case 'customer-note':
      return words.say('undo.note', { customer, text: undone.value.text })
    case 'skip':
      return words.say('undo.skip', { customer })
    case 'agreement':
      return words.say('undo.agreement', { customer, agreement: undone.value.id })
    case 'final-notice':
      return words.say('undo.final-notice', { customer, count: undone.value.invoices.length })
    default:
      return never(undone)
  }
}

async function whyNot(refusal: UndoRefusal | VersionRefusal, talk: Talk): Promise<Reply> {
  const { desk, words, nameOf } = talk
  const nameAt = async ({ customer }: OwnStep) => (await desk.book.today()).of(customer)?.customer.name ?? customer
  const show = (id: string): Button => ({ label: id, says: phrase(words.grammar, 'show-case', { case: id }) })
  switch (refusal.code) {
    case 'nothing-to-undo':
      return said(words.say('undo.nothing'))
    case 'changed-since':
    case 'not-found':
      return said(words.say('undo.changed-since'), { tone: 'warning' })
    case 'overtaken': {
      const { step, by, list } = refusal
      if (list !== null) {
        const customer = await nameAt(step)
        return said(words.say('undo.listed-since', { customer, case: list }), { tone: 'warning' })
      }
      const args = { customer: await nameAt(step), name: nameOf(by) }
      return said(words.say(step.kind === 'skip' ? 'undo.skipped-since' : 'undo.assigned-since', args), {
        tone: 'warning',
      })
    }
    case 'relied-on': {
      const why = words.say('undo.relied-on', { customer: await nameAt(refusal.step), case: refusal.case })
      return { parts: [line(why, { tone: 'warning' })], buttons: [show(refusal.case)] }
    }
    case 'in-case': {
      const { step, before } = refusal
      const why = words.say(`undo.${step.kind}.${step.of}`, { case: step.case })
      return {
        parts: [
          line(why, { tone: 'warning' }),
          ...(before === null
            ? []
            : [line(words.say(`undo.before.${before.kind}`, { customer: await nameAt(before) }))]),
        ],
        buttons: [
          show(step.case),
          ...(before === null
            ? []
            : [{ label: words.say('button.undo-before'), acts: { act: 'step.undo', step: before.id } } as const]),
        ],
      }
    }
    default:
      return never(refusal)
  }
}
