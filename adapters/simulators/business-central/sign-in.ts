import { later, type Instant } from '../../../domain/shared/time.ts'
import type { NewId } from '../../../domain/shared/ids.ts'
import { BooksRefusal } from './odata.ts'
import type { BooksWorld } from './world.ts'

const scope = 'https://api.businesscentral.dynamics.com/.default'

/** The Entra endpoint of the books' tenant, for one app that may sign in by itself. */
export function openSignIn({ seed }: BooksWorld, newId: NewId) {
  const issued = new Map<string, Instant>()
  return {
    /** The token answer, or the refusal of the sign-in endpoint in its own shape. */
    issue(
      tenant: string,
      form: URLSearchParams,
      now: Instant,
      lifetimeSeconds: number,
    ): { readonly status: number; readonly body: object } {
      const refused = (status: number, error: string, error_description: string) => ({
        status,
        body: { error, error_description },
      })
      if (tenant !== seed.tenantId) return refused(400, 'invalid_request', 'AADSTS90002: no such tenant.')
      if (form.get('grant_type') !== 'client_credentials')
        return refused(400, 'unsupported_grant_type', 'AADSTS70003: unsupported.')
      if (form.get('client_id') !== seed.clientId)
        return refused(400, 'unauthorized_client', 'AADSTS700016: no such application.')
      if (form.get('client_secret') !== seed.clientSecret)
        return refused(401, 'invalid_client', 'AADSTS7000215: invalid client secret.')
      if (form.get('scope') !== scope) return refused(400, 'invalid_scope', 'AADSTS70011: the scope is not valid.')
      const access_token = `books-${newId()}`
      issued.set(access_token, later(now, lifetimeSeconds * 1000))
      return { status: 200, body: { token_type: 'Bearer', expires_in: lifetimeSeconds, access_token } }
    },
    /** Throws the API's 401. */
    check(authorization: string | undefined, now: Instant): void {
      const until = issued.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '')
      if (until === undefined || until <= now)
        throw new BooksRefusal(
          401,
          'Authentication_InvalidCredentials',
          'The server has rejected the client credentials.',
        )
    },
    /** From now on no token issued so far is taken. */
    revoke: () => issued.clear(),
  }
}
