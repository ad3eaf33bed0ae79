import type { Activity } from 'botbuilder-core'
import type { Heard, Speaker } from '../../dialogs/vocabulary/heard.ts'
import { isCardInvoke } from './answer-invoke.ts'
import { consentIn, isFileConsent } from './file-consent.ts'
import type { GiveFile } from './give-file.ts'
import { inputsOf, pressedButton } from './pressed-button.ts'
import { sentFiles, type FetchFile } from './sent-files.ts'
import { speakerOf, type Stranger } from './speaker-of.ts'
import { typedText } from './typed-text.ts'

type Reading =
  | { readonly kind: 'heard'; readonly heard: Heard }
  /** Somebody spoke whom the desk does not talk with; arrivals of strangers are simply not heard. */
  | { readonly kind: 'refused'; readonly why: Stranger }
  /** Reactions, typing, edits, renamed channels: nothing the desk answers. */
  | null

/** Activity → what a person did. */
export function readTeamsActivity(activity: Activity, fetchFile: FetchFile, giveFile: GiveFile): Reading {
  const by = speakerOf(activity)
  if (arrives(activity)) return typeof by === 'string' ? null : { kind: 'heard', heard: { kind: 'arrived', by } }
  const spoken = activity.type === 'message' || isCardInvoke(activity) || isFileConsent(activity)
  if (!spoken) return null
  return typeof by === 'string'
    ? { kind: 'refused', why: by }
    : {
        kind: 'heard',
        heard: isFileConsent(activity) ? answered(activity, by, giveFile) : heardFrom(activity, by, fetchFile),
      }
}

function answered(activity: Activity, by: Speaker, giveFile: GiveFile): Heard {
  const consent = consentIn(activity)
  if (!consent) return { kind: 'unknown-button', by }
  if (consent.kind === 'declined') return { kind: 'file-declined', by, name: consent.name }
  return { kind: 'file-taken', by, wanted: consent.wanted, give: (made) => giveFile(consent, made) }
}

function heardFrom(activity: Activity, by: Speaker, fetchFile: FetchFile): Heard {
  const data = submitted(activity)
  if (data == null) {
    const [file, ...others] = sentFiles(activity, fetchFile)
    if (file) return { kind: 'file', by, file, ...(others.length > 0 && { others: others.length }) }
    return { kind: 'said', by, text: typedText(activity), inputs: {}, pressed: false }
  }
  const pressed = pressedButton(data)
  if (!pressed) return { kind: 'unknown-button', by }
  const inputs = inputsOf(data)
  if ('acts' in pressed) return { kind: 'acted', by, action: pressed.acts, inputs }
  const { says: text, answers } = pressed
  return { kind: 'said', by, text, inputs, pressed: true, ...(answers === undefined ? {} : { answers }) }
}

/** The data of a pressed button: itself in a submit, wrapped in an execute. Null when nothing was pressed. */
function submitted({ type, name, text, value }: Activity): unknown {
  const data = value as { action?: { data?: unknown } } | null | undefined
  if (isCardInvoke({ type, name })) return data?.action?.data ?? {}
  // A submit is a message with a value and no text of its own; anything else with both was typed.
  return data == null || (text ?? '') !== '' ? null : data
}

function arrives({ type, action, membersAdded }: Activity): boolean {
  if (type === 'installationUpdate') return typeof action === 'string' && action.startsWith('add')
  return type === 'conversationUpdate' && (membersAdded?.length ?? 0) > 0
}
