import { isLoopback } from '../shared/loopback.ts'
import type { LedgerSourceKind } from '../shared/ledger-source-kind.ts'
import { openBusinessCentralBooks } from './business-central-books.ts'

const key = (name: string) => `BUSINESS_CENTRAL_${name}`
const required = ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET']
const addresses = ['API_URL', 'LOGIN_URL']

/** Dynamics 365 Business Central, as the settings know it. */
export const businessCentral: LedgerSourceKind = {
  settings: [...required, 'ENVIRONMENT', 'COMPANY', ...addresses].map(key),
  credentials: ['CLIENT_ID', 'CLIENT_SECRET'].map(key),

  read(said, mode, faults) {
    const of = (name: string) => {
      const text = said[key(name)]
      return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
    }
    if (businessCentral.settings.every((name) => of(name.slice(key('').length)) === undefined)) return null
    const missing = required.filter((name) => of(name) === undefined)
    faults.push(...missing.map((name) => `${key(name)} is missing; Business Central has other settings`))
    for (const name of addresses) {
      const url = of(name)
      if (url === undefined ? mode === 'live' : usable(url, mode)) continue
      faults.push(
        mode === 'demo'
          ? `${key(name)} must be a stand-in on this machine in demo mode, such as http://127.0.0.1:4000`
          : `${key(name)} must be an https address`,
      )
    }
    const config = {
      tenantId: of('TENANT_ID') ?? '',
      clientId: of('CLIENT_ID') ?? '',
      clientSecret: of('CLIENT_SECRET') ?? '',
      environment: of('ENVIRONMENT') ?? 'Production',
      company: of('COMPANY') ?? null,
      apiUrl: of('API_URL'),
      loginUrl: of('LOGIN_URL'),
      ...(mode === 'demo' && { allow: isLoopback }),
    }
    return (deps) => openBusinessCentralBooks(config, deps)
  },
}

function usable(text: string, mode: 'demo' | 'live'): boolean {
  const url = URL.parse(text)
  return url !== null && (isLoopback(url) || (mode === 'live' && url.protocol === 'https:'))
}
