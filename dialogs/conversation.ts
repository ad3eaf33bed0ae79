import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core'
import type { DialogState } from 'botbuilder-dialogs'
// By file: the package as a whole brings number and date recognisers of every language, 40 MB and 0.7 s at each start.
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js'
import { askWhom } from './customer/ask-whom.ts'
import { ScriptDialog } from './script-dialog.ts'
import { suspendCustomer } from './suspension/suspend-customer.ts'
import { openTicket } from './tickets/open-ticket.ts'

/** The open draft of one person in one chat, if there is one. */
export interface Conversation {
  /** Name of the script that waits for an answer; null when none does. */
  readonly open: string | null
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
export function conversations(
  accessor: StatePropertyAccessor<DialogState>,
): (context: TurnContext) => Promise<Conversation> {
  const dialogs = new DialogSet(accessor)
  dialogs.add(new ScriptDialog(suspendCustomer))
  dialogs.add(new ScriptDialog(openTicket))
  dialogs.add(new ScriptDialog(askWhom))
  return async (context) => {
    const dc = await dialogs.createContext(context)
    return {
      open: dc.activeDialog?.id ?? null,
      begin: (script, draft) =>
        unwrapped(async () => {
          await dc.cancelAllDialogs()
          await dc.beginDialog(script, draft)
        }),
      goOn: () => unwrapped(async () => void (await dc.continueDialog())),
      askAgain: () => unwrapped(() => dc.repromptDialog()),
      leave: async () => void (await dc.cancelAllDialogs()),
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
