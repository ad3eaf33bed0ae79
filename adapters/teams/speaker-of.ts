import type { Activity } from 'botbuilder-core'
import type { Speaker } from '../../dialogs/vocabulary/heard.ts'
import { placeOf } from './place-of.ts'
import { tenantsOf } from './wire-activity.ts'

/** Why nobody we could name is speaking. */
export type Stranger = 'anonymous' | 'no-object-id' | 'not-a-person' | 'other-tenant'

/** What Teams says about a sender beyond botbuilder's own type. */
interface Sender {
  readonly id: string
  readonly name?: string | null
  readonly aadObjectId?: string | null
  readonly role?: string | null
  readonly userRole?: string | null
  readonly tenantId?: string | null
}

/**
 * Who speaks, known by Entra object id and tenant: the `29:` id is made per bot, names and addresses change. A
 * guest's object id is one of this tenant's own, so guests pass here and stay strangers to the staff list.
 */
export function speakerOf(activity: Activity): Speaker | Stranger {
  const from = (activity.from ?? {}) as Partial<Sender>
  const [tenant, ...others] = new Set(
    [...tenantsOf(activity), from.tenantId ?? ''].filter((claimed) => claimed !== '').map((id) => id.toLowerCase()),
  )
  if (from.role === 'anonymous' || from.userRole === 'anonymous') return 'anonymous'
  if (from.role === 'bot' || from.role === 'skill') return 'not-a-person'
  if (from.aadObjectId == null || from.aadObjectId === '') return 'no-object-id'
  // Somebody from elsewhere in a shared channel, or a tenant that is not said at all.
  if (tenant === undefined || others.length > 0) return 'other-tenant'
  const { place, kind } = placeOf(activity, tenant)
  return {
    account: { channel: 'teams', tenant, user: from.aadObjectId.toLowerCase() },
    name: from.name ?? '',
    locale: localeOf(activity),
    place,
    personal: kind === 'personal',
  }
}

/** The language the chat client says; Teams puts it into `clientInfo` as well, sometimes only there. */
export function localeOf({ locale, entities }: Activity): string | null {
  const client = entities?.find(({ type }) => type === 'clientInfo') as { locale?: unknown } | undefined
  const said = locale ?? client?.locale
  return typeof said === 'string' && said !== '' ? said : null
}
