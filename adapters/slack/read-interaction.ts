import { z } from 'zod'
import { commandOf, commandText } from './commands.ts'
import type { Delivery } from './delivery.ts'
import { origin, type Origin } from './origin.ts'
import { formCallback } from './slack-form.ts'
import { typedText } from './typed-text.ts'
import { commandBody, formBody, inputsOf, pressBody } from './wire.ts'

/** A slash command: answered only to the one who typed it, wherever that was. */
export function readCommand(body: unknown): Delivery | null {
  const { data: typed } = commandBody.safeParse(body)
  if (!typed) return null
  const { team_id: team, user_id: user, channel_id: channel, channel_name: name } = typed
  const text = typedText(typed.text, null)
  const command = commandOf(typed.command, text)
  return {
    kind: 'typed',
    origin: {
      team,
      user,
      at: null,
      chat: channel.startsWith('D') ? { channel, thread: null } : null,
      privately: typed.response_url,
      pressed: null,
      typedIn: /^[CG]/.test(channel) && !amongFew.test(name) ? { channel, name: isUnnamed(name) ? '' : name } : null,
    },
    outsiders: false,
    text: commandText(typed.command, text),
    ...(command ? { command } : {}),
    trigger: typed.trigger_id,
  }
}

/** A chat of two or of a few has nobody to share an answer with who could not be told it. */
const amongFew = /^(?:directmessage$|mpdm-)/

/** What Slack calls every private channel in a command. */
function isUnnamed(name: string): boolean {
  return name === 'privategroup'
}

/** What buttons of ours are called; anything else that is touched in a message is a field, and waits for its button. */
const ours = /^desk:/

/** A pressed button; null for fields that were touched. */
export function readPress(body: unknown): Delivery | null {
  const { data: press } = pressBody.safeParse(body)
  const [action] = press?.actions ?? []
  if (!press || !action || (action.type !== 'button' && !ours.test(action.action_id))) return null
  const team = press.team?.id ?? press.user.team_id
  if (team == null) return null
  return {
    kind: 'pressed',
    origin: originOf(press, team),
    button: ours.test(action.action_id) ? action.action_id : '',
    value: action.value ?? '',
    inputs: inputsOf(press.state),
    trigger: press.trigger_id ?? null,
  }
}

function originOf(press: z.infer<typeof pressBody>, team: string): Origin {
  const { user, container, channel, message, response_url: url = null } = press
  const own: Origin = { team, user: user.id, at: null, chat: null, privately: null, pressed: null, typedIn: null }
  const where = channel?.id ?? container.channel_id
  const ts = message?.ts ?? container.message_ts
  // Pressed in a view: the answer goes to their own chat.
  if (where === undefined || ts === undefined) return own
  const thread = message?.thread_ts ?? container.thread_ts ?? null
  const ephemeral = container.is_ephemeral === true
  const pressed = { channel: where, ts, thread, ephemeral }
  const name = channel?.name ?? ''
  if (ephemeral)
    return { ...own, privately: url, pressed, typedIn: /^[CG]/.test(where) ? { channel: where, name } : null }
  if (where.startsWith('D')) return { ...own, chat: { channel: where, thread }, pressed }
  return { ...own, at: { channel: where, thread: thread ?? ts, name }, privately: url, pressed }
}

const carried = origin.extend({ says: z.string(), answers: z.string(), leaves: z.string().optional() })

/** A form that was sent, or closed; null where what it carries is none of ours, or there is nothing to do. */
export function readForm(body: unknown): Delivery | null {
  const { data: form } = formBody.safeParse(body)
  if (form?.view.callback_id !== formCallback) return null
  const { data: kept } = carried.safeParse(parsed(form.view.private_metadata))
  if (!kept) return null
  const { says, answers, leaves, ...from } = kept
  const team = form.team?.id ?? form.user.team_id
  // What the form carries was ours when we sent it; who sends it back is what Slack says.
  if (from.team !== team || from.user !== form.user.id) return null
  const view = form.view.id
  if (form.type === 'view_submission')
    return { kind: 'filled-in', origin: from, says, answers, inputs: inputsOf(form.view.state), view }
  // Where the form stands in a message too, its own button leaves it; what only one person sees may be gone by then.
  const stands = from.pressed !== null && !from.pressed.ephemeral
  return leaves === undefined || stands ? null : { kind: 'closed', origin: from, says: leaves, answers, view }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
