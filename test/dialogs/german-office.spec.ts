import { lin, mei, sam, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

// A language that is only begun goes the main road in its own words; what it lacks, a ticket's form, is said in English.
describe('an office that speaks German', () => {
  it('goes the main road: who is overdue, the customer, the suspension, its approval, and the end of it', async () => {
    const office = await anOffice({
      staff: [mei, wang, lin, sam].map((each) => ({ ...each, language: 'de' })),
    })
    await transcript(
      office,
      `
      Mei: Wer ist über 60 Tage überfällig?
      Bot: 1 Kunde ist überfällig
           mehr als 60 Tage überfällig
           CNY, 1 Kunde
           1–30 Tage: 0,00 CNY
           31–60 Tage: 0,00 CNY
           61–90 Tage: 48.200,00 CNY ██████████
           über 90 Tage: 0,00 CNY
           Kunde · Überfällig · Tage · Mahnstufe
           - Contoso · 48.200,00 CNY · 70 · Sperrung
           Debitorenliste vom 30.03.2025 (1 Arbeitstag alt).
           Einen Kunden öffnen
           1. (x) Contoso
           [Öffnen]
      Mei: [Öffnen]
      Bot: Contoso
           Die Richtlinie verlangt: Sperrung.
           Bei 21Vianet: Contoso · contoso.cn
           Mandanten-ID: 5f3c1d6e-0000-4000-8000-00000000c001
           In der Debitorenliste: Contoso Ltd (K-1001)
           CNY: 48.200,00 CNY überfällig, am längsten 70 Tage; insgesamt 48.200,00 CNY offen
           Rechnung · Fällig am · Tage · Offen
           - INV-1 · 20.01.2025 · 70 · 48.200,00 CNY
           Letzte Mahnung am 03.03.2025 verschickt, Frist 17.03.2025.
           3 Abonnements
           Microsoft 365 Business × 25: aktiv
           Voicemail × 25: aktiv
           Phones × 5: aktiv
           Debitorenliste vom 30.03.2025 (1 Arbeitstag alt).
           [Sperren] [Letzte Mahnung ist raus] [Vereinbarungen] [Ticket]
      Mei: sperre contoso wegen Zahlungsverzug
      Bot: Contoso sperren? Grund: Zahlungsverzug
           Contoso schuldet 48.200,00 CNY, am längsten seit 70 Tagen überfällig.
           Welche Abonnements? Die hinter unbezahlten Positionen sind schon gewählt
           1. (x) Microsoft 365 Business × 25; sperrt auch das Add-On Voicemail
           2. ( ) Voicemail × 25 (Add-On)
           3. ( ) Phones × 5
           Was es bewirkt
           Sofort ohne Zugang: 25 Lizenzen; wie viele Personen sie nutzen, ist unbekannt
           Uns inzwischen berechnet: unbekannt
           Umkehrbar: bis 30.05.2025, 60 Tage ab 31.03.2025; dann löscht 21Vianet alle Daten. Lassen Sie sich den Tag von 21Vianet bestätigen
           Dadurch abgeschaltet: unbekannt; beim Entsperren kommt vielleicht nicht alles zurück
           Administratoren kommen weiter an die Daten.
           Notiz für die zweite Person:
           Sie können auch tippen: „1, 2“ oder „alle“ zum Wählen, dann Ihre Worte, dann „senden“.
           [Um Freigabe bitten] [Jetzt nicht]
      Mei: [Um Freigabe bitten] note=Am Telefon meldet sich niemand.
      Bot changes: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           Mandanten-ID: 5f3c1d6e-0000-4000-8000-00000000c001
           In der Debitorenliste: Contoso Ltd (K-1001)
           Überfällig bei Antrag: 48.200,00 CNY, am längsten 70 Tage
           Letzte Mahnung: verschickt am 03.03.2025, Frist 17.03.2025; vermerkt von Mei
           Debitorenliste vom: 30.03.2025
           Beantragt von: Mei, 31.03.2025, 10:00
           Notiz: Am Telefon meldet sich niemand.
           Dieses Abonnement und kein anderes:
           Microsoft 365 Business × 25; sperrt auch das Add-On Voicemail
           Sofort ohne Zugang: 25 Lizenzen; wie viele Personen sie nutzen, ist unbekannt
           Uns inzwischen berechnet: unbekannt
           Umkehrbar: bis 30.05.2025, 60 Tage ab 31.03.2025; dann löscht 21Vianet alle Daten. Lassen Sie sich den Tag von 21Vianet bestätigen
           Dadurch abgeschaltet: unbekannt; beim Entsperren kommt vielleicht nicht alles zurück
           Administratoren kommen weiter an die Daten.
           Grund der Ablehnung oder Ihre Rückfrage:
           [Freigeben] [Ablehnen] [Rückfrage stellen] [Auswahl ändern] [Zurückziehen]
      Bot to Wang: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           Mandanten-ID: 5f3c1d6e-0000-4000-8000-00000000c001
           In der Debitorenliste: Contoso Ltd (K-1001)
           Überfällig bei Antrag: 48.200,00 CNY, am längsten 70 Tage
           Letzte Mahnung: verschickt am 03.03.2025, Frist 17.03.2025; vermerkt von Mei
           Debitorenliste vom: 30.03.2025
           Beantragt von: Mei, 31.03.2025, 10:00
           Notiz: Am Telefon meldet sich niemand.
           Dieses Abonnement und kein anderes:
           Microsoft 365 Business × 25; sperrt auch das Add-On Voicemail
           Sofort ohne Zugang: 25 Lizenzen; wie viele Personen sie nutzen, ist unbekannt
           Uns inzwischen berechnet: unbekannt
           Umkehrbar: bis 30.05.2025, 60 Tage ab 31.03.2025; dann löscht 21Vianet alle Daten. Lassen Sie sich den Tag von 21Vianet bestätigen
           Dadurch abgeschaltet: unbekannt; beim Entsperren kommt vielleicht nicht alles zurück
           Administratoren kommen weiter an die Daten.
           Grund der Ablehnung oder Ihre Rückfrage:
           [Freigeben] [Ablehnen] [Rückfrage stellen] [Auswahl ändern] [Zurückziehen]
      Bot to Lin: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Wang: [Rückfrage stellen] words=Haben sie auf die Mahnung geantwortet?
      Bot changes: S-1: Contoso sperren?
           Wang hat eine Rückfrage. Bis zur Antwort kann niemand freigeben.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot to Mei: S-1: Contoso sperren?
           Wang hat eine Rückfrage. Bis zur Antwort kann niemand freigeben.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot changes for Mei: S-1: Contoso sperren?
           Wang hat eine Rückfrage. Bis zur Antwort kann niemand freigeben.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot changes for Lin: S-1: Contoso sperren?
           Wang hat eine Rückfrage. Bis zur Antwort kann niemand freigeben.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Mei: [Antworten] words=Nein, ich habe zweimal angerufen.
      Bot changes: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot changes: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot changes for Wang: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Bot changes for Lin: S-1: Contoso sperren?
           Wartet auf eine zweite Person. Läuft ab: 01.04.2025, 23:59 GMT+8.
           Grund: Zahlungsverzug
           Bei 21Vianet: Contoso · contoso.cn
           …
      Wang: [Freigeben]
      Bot changes: S-1: Sperrung von Contoso
           Freigegeben von Wang; wird ausgeführt.
           Microsoft 365 Business: wird ausgeführt
           Grund: Zahlungsverzug
           …
      Bot to Mei: S-1: Sperrung von Contoso
           Freigegeben von Wang; ausgeführt.
           Microsoft 365 Business: gesperrt, von 21Vianet bestätigt: 31.03.2025, 10:00
      Bot changes for Mei: S-1: Sperrung von Contoso
           Freigegeben von Wang; ausgeführt.
           Microsoft 365 Business: gesperrt, von 21Vianet bestätigt: 31.03.2025, 10:00
           Grund: Zahlungsverzug
           …
      Bot changes: S-1: Sperrung von Contoso
           Freigegeben von Wang; ausgeführt.
           Microsoft 365 Business: gesperrt, von 21Vianet bestätigt: 31.03.2025, 10:00
           Grund: Zahlungsverzug
           …
      Bot changes for Lin: S-1: Sperrung von Contoso
           Freigegeben von Wang; ausgeführt.
           Microsoft 365 Business: gesperrt, von 21Vianet bestätigt: 31.03.2025, 10:00
           Grund: Zahlungsverzug
           …
      Bot changes for Mei: S-1: Sperrung von Contoso
           Freigegeben von Wang; ausgeführt.
           Microsoft 365 Business: gesperrt, von 21Vianet bestätigt: 31.03.2025, 10:00
           Grund: Zahlungsverzug
           …
      Mei: entsperre contoso
      Bot: Contoso: was gesperrt ist
           Microsoft 365 Business ist gesperrt: Zahlungsverzug (S-1, Wang, 31.03.2025). Zurückholen geht bis 30.05.2025, 60 Tage nach der Sperrung; lassen Sie sich den Tag von 21Vianet bestätigen.
           S-1: Am Telefon meldet sich niemand.
           Contoso schuldet 48.200,00 CNY, am längsten seit 70 Tagen überfällig.
           Der Dienst kehrt zurück, wenn der letzte Sperrgrund eines Abonnements aufgehoben ist.
           [Sperrgrund „Zahlungsverzug“ aufheben]
      `,
    )
  })
})
