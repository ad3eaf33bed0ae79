import type { Inputs } from '../../../dialogs/vocabulary/action.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'

/** What a card's inputs hold when nobody touches them. */
export function usual({ parts }: Reply): Inputs {
  return Object.fromEntries(
    parts.flatMap((part) => {
      if (part.kind === 'choices') return [[part.id, part.chosen.join(',')]]
      return part.kind === 'input' ? [[part.id, part.value]] : []
    }),
  )
}

/** `note=Nobody answers; subscriptions=1,3`: what is chosen is named by its number on the card. */
export function inputsFrom(text: string, { parts }: Reply): Inputs {
  const pairs = text.trim() === '' ? [] : text.trim().split('; ')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', ...value] = pair.split('=')
      const choices = parts.find((part) => part.kind === 'choices' && part.id === id)
      if (choices?.kind !== 'choices') return [id, value.join('=')]
      const picked = value.join('=').split(',')
      return [id, picked.map((number) => choices.options[Number(number) - 1]?.value ?? '').join(',')]
    }),
  )
}
