import type { OpenDesk } from '../open-desk.ts'
import { auditCommand } from './audit-command.ts'
import { demoCommand } from './demo-command.ts'
import { dossierCommand } from './dossier-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { importCommand } from './import-command.ts'
import { policyCommand } from './policy-command.ts'
import { overdueCommand } from './overdue-command.ts'
import type { Command, Session } from './session.ts'
import { totpCommand } from './totp-command.ts'

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  audit: auditCommand,
  doctor: doctorCommand,
  totp: totpCommand,
  dossier: dossierCommand,
  policy: policyCommand,
  overdue: overdueCommand,
  demo: demoCommand,
}

export const usage = `npm run desk -- <command>

  import FILE.csv     read a list of open invoices; shows what it understood and asks before anything counts
      --company NAME | --lane global|us-government|china | --country XX    which part of the books it speaks for
      --complete | --partial        whether it lists everything open there: only a complete list closes invoices
      --as-of 2026-03-31            the day the books were read, where the file does not say
      --currency EUR  --dates dmy|mdy|ymd  --decimal comma|point           answers to what a file leaves open
      --leave-out-bad-rows          import the rest
      --as NAME                     who you are at the desk, by name or id; needed where a second person must confirm
      --yes                         do not ask (never where something is unclear)
  import --undo L-3   take an import back, whole; where that changes much, with --as NAME and a second person's yes
  dossier NAME --out FILE.html|FILE.md    what the operator’s refund after fraud takes, as a file to print or send on
      --language zh-hant            in another language than English
  overdue [over 60 days] [in china] --csv --out FILE.csv    who is overdue, as a file for spreadsheets
  audit verify        check that no entry of the audit was changed, removed or added
  totp enrol --for NAME         codes of an authenticator app, for approving where much is at stake
      --code 123456                 the app's first code, where nobody is asked
  totp remove --for NAME  |  totp list    (who has one; never the secrets)
  policy check FILE.yaml        every fault of a policy with its line, before it counts
  policy rehearse [FILE.yaml]   live 90 days back and 30 ahead under it: who would be suspended, who spared
      --out FILE                    write all of it to a file
  policy propose FILE.yaml --as NAME    ask for a second person's yes; shows what would change
  policy versions               every policy that was ever in force
  policy print        the policy as a text for customers
      --for CUSTOMER  --language zh-hant  --out FILE
  doctor              test every setting and connection, and say what to do
      --page                        call whoever is on duty as well, as a test
  demo fraud [CUSTOMER]  |  demo storm    have the demo’s operators raise an alert, or 200 within two minutes
      --events 3000  --customers 100  --minutes 5  --lane us-government    another storm
  demo ticket PD-1    file that ticket at the demo’s operator, as a person would; the answer comes a little later
  demo advance 3d     move the demo’s clocks ahead (12h, 90m as well): what falls due until then happens at once
  manifest            build the app to install in Teams and the one for Slack, and say what to do with them
      --url https://desk.example.com    where the desk is reached from outside, if not at PUBLIC_URL
      --app-id GUID                 the app registration of the bot, if not MicrosoftAppId
      --socket                      Slack by Socket Mode: the desk calls out and needs no address
      --prefix pd-                  before each slash command, where other apps own the short names
      --out FOLDER                  where to put them, if not in manifest/built`

/** Runs a command; an unknown one says what there is. */
export async function runCommand(words: readonly string[], session: Session, open: OpenDesk): Promise<number> {
  const [name = '', ...args] = words
  const command = commands[name]
  if (command) return command(args, session, open)
  for (const line of usage.split('\n')) session.print(line)
  return name === '' || name === 'help' ? 0 : 2
}
