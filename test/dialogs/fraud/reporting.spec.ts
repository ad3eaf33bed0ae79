import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('a person who saw something', () => {
  it('reports it in a sentence, or in a form that asks for what is missing', async () => {
    const { office } = await aFraudOffice()
    await transcript(
      office,
      `
      Mei: report fraud fabrikam somebody ordered 500 seats by telephone
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:00 AM.
           Suspected fraud, reported by a person
           Reported by Mei:
           > somebody ordered 500 seats by telephone
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: high severity and confidence unknown
           …
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Mei: report misuse
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: fabrikam
      Bot: Report misuse at Fabrikam Inc
           What was seen, since when, and where:
           [Report] [Not now]
      Mei: [Report]
      Bot changes: Report misuse at Fabrikam Inc
           Write what was seen: others decide on it.
           What was seen, since when, and where:
           [Report] [Not now]
      Mei: [Report] text=Spam is sent
      Bot changes: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:00 AM.
           Suspected misuse, reported by a person
           …
      Bot to Ines: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Mei: report misuse fabrikam more spam since noon
      Bot: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:00 AM.
           Suspected misuse, reported by a person
           Reported by Mei:
           > Spam is sent
           > more spam since noon
           Since: Mar 31, 2025, 10:00 AM
           Seen: 2 times, last Mar 31, 2025, 10:00 AM
           …
      Bot changes: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:00 AM.
           Suspected misuse, reported by a person
           …
      Bot changes for Ines: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot changes for Rosa: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      `,
    )
  })
})
