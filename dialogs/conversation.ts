import type { BotState, TurnContext } from 'botbuilder-core'
import type { DialogState } from 'botbuilder-dialogs'
// By file: the package as a whole brings number and date recognisers of every language, 40 MB and 0.7 s at each start.
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js'
import { recordAgreement } from './agreements/record-agreement.ts'
import { askWhom } from './customer/ask-whom.ts'
import type { NewId } from '../domain/shared/ids.ts'
import { endSubscriptions } from './ending/end-subscriptions.ts'
import { reportAlert } from './fraud/report-alert.ts'
import { importLedger } from './ledger/import-ledger.ts'
import { questionOf, ScriptDialog } from './script-dialog.ts'
import { changeSuspension } from './suspension/change-suspension.ts'
import { suspendCustomer } from './suspension/suspend-customer.ts'
import { openTicket } from './tickets/open-ticket.ts'

/** The open draft of one person in one chat, if there is one. */
export interface Conversation {
  /** Name of the script that waits for an answer; null when none does. */
  readonly open: string | null
  /** How the question under which a button stood is doing: asked and waiting, answered just now, or none of theirs. */
  standing(question: string): 'open' | 'answered' | 'unknown'
  /** Starts a script with what is known already; whatever was open is dropped. */
  begin(script: string, draft: object): Promise<void>
  /** Hands the answer to the open script. */
  goOn(): Promise<void>
  /** Asks the open question again. */
  askAgain(): Promise<void>
  /** Drops the draft. */
  leave(): Promise<void>
}

/** Opens the conversation of a turn; state is kept per person per chat, so nobody answers somebody else's question. */
export function conversations(state: BotState, newId: NewId): (context: TurnContext) => Promise<Conversation> {
  const dialogs = new DialogSet(state.createProperty<DialogState>('conversation'))
  const answered = state.createProperty<string | null>('answered')
  dialogs.add(new ScriptDialog(suspendCustomer, newId))
  dialogs.add(new ScriptDialog(recordAgreement, newId))
  dialogs.add(new ScriptDialog(endSubscriptions, newId))
  dialogs.add(new ScriptDialog(changeSuspension, newId))
  dialogs.add(new ScriptDialog(openTicket, newId))
  dialogs.add(new ScriptDialog(reportAlert, newId))
  dialogs.add(new ScriptDialog(importLedger, newId))
  dialogs.add(new ScriptDialog(askWhom, newId))
  return async (context) => {
    const dc = await dialogs.createContext(context)
    const open = questionOf(dc.activeDialog)
    const last = await answered.get(context, null)
    return {
      open: dc.activeDialog?.id ?? null,
      standing: (question) => (question === open ? 'open' : question === last ? 'answered' : 'unknown'),
      begin: (script, draft) =>
        unwrapped(async () => {
          await dc.cancelAllDialogs()
          await dc.beginDialog(script, draft)
        }),
      async goOn() {
        await unwrapped(async () => void (await dc.continueDialog()))
        await answered.set(context, open)
      },
      askAgain: () => unwrapped(() => dc.repromptDialog()),
      async leave() {
        await dc.cancelAllDialogs()
        await answered.set(context, open)
      },
    }
  }
}

/** botbuilder wraps what a dialog throws; the turn wants the fault itself. */
async function unwrapped(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (fault) {
    throw fault instanceof DialogContextError ? fault.error : fault
  }
}
