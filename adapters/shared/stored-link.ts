import { z } from 'zod'
import type { LinkOffer, LinkTries } from '../../domain/staff/link-offer.ts'
import { channelAccount, exactly, instant, listOf } from './stored-values.ts'

const end = z.object({ account: channelAccount, name: z.string(), place: z.string() })
const offered = z.object({ id: z.string(), shownTo: end, offeredAt: instant, until: instant })
const typed = offered.extend({ typedBy: end, typedAt: instant })

export const storedLinkOffer = exactly<LinkOffer>()(
  z.discriminatedUnion('status', [
    offered.extend({ status: z.literal('open'), code: z.string() }),
    typed.extend({ status: z.literal('typed') }),
    typed.extend({ status: z.literal('tied'), staff: z.string(), replaced: channelAccount.nullable() }),
    typed.extend({ status: z.literal('denied') }),
  ]),
)

export const storedLinkTries = exactly<LinkTries>()(
  z.object({ account: channelAccount, failed: listOf(instant), until: instant }),
)
