import { z } from 'zod'
import type { Heard, Speaker } from '../../dialogs/vocabulary/heard.ts'
import { readMeaning } from '../shared/button-meaning.ts'
import type { Delivery } from './delivery.ts'
import { placeOf, type Origin } from './origin.ts'
import type { Person } from './people.ts'
import { fillAction } from './slack-form.ts'

/** Asks again, this time for everybody in the channel. */
export const shareButton = 'desk:share'

const fills = z.object({ fills: z.string().max(100) })
const shares = z.object({ shares: z.string().max(1_900) })

/** What a person did, in no chat's dialect. */
export function heardFrom(
  delivery: Exclude<Delivery, { kind: 'removed' }>,
  person: Person,
  read: (url: string) => Promise<Uint8Array>,
): Heard {
  const by = speakerOf(delivery.origin, person)
  switch (delivery.kind) {
    case 'typed':
      return {
        kind: 'said',
        by,
        text: delivery.text,
        inputs: {},
        pressed: false,
        ...(delivery.command ? { command: delivery.command } : {}),
      }
    case 'file': {
      const { name, size, url } = delivery.file
      return { kind: 'file', by, file: { name, size, read: () => read(url) }, others: delivery.others }
    }
    case 'filled-in': {
      const { says: text, answers, inputs } = delivery
      return { kind: 'said', by, text, inputs, pressed: true, answers }
    }
    case 'closed':
      return { kind: 'said', by, text: delivery.says, inputs: {}, pressed: true, answers: delivery.answers }
    case 'opened-home':
      return { kind: 'home', by }
    case 'pressed':
      return pressed(delivery, by)
  }
}

function pressed({ button, value, inputs }: Extract<Delivery, { kind: 'pressed' }>, by: Speaker): Heard {
  const carried = parsed(value)
  if (button === fillAction) {
    const { data } = fills.safeParse(carried)
    return data ? { kind: 'asked-again', by, question: data.fills } : { kind: 'unknown-button', by }
  }
  if (button === shareButton) {
    const { data } = shares.safeParse(carried)
    return data ? { kind: 'said', by, text: data.shares, inputs: {}, pressed: false } : { kind: 'unknown-button', by }
  }
  const meaning = readMeaning(carried)
  if (!meaning) return { kind: 'unknown-button', by }
  if ('acts' in meaning) return { kind: 'acted', by, action: meaning.acts, inputs }
  const { says: text, answers } = meaning
  return { kind: 'said', by, text, inputs, pressed: true, ...(answers === undefined ? {} : { answers }) }
}

function speakerOf(origin: Origin, { name, locale }: Person): Speaker {
  const { team, user, at, typedIn } = origin
  return {
    account: { channel: 'slack', tenant: team, user },
    name,
    locale,
    place: placeOf(origin),
    personal: at === null,
    ...(typedIn === null ? {} : { typedIn: placeOf({ team, user, at: { ...typedIn, thread: null } }) }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
