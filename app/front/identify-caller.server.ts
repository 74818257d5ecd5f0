import { z } from 'zod'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { signerOf } from '#app/shopify/access/session-token.server.ts'

const claims = z.object({ dest: z.string(), aud: z.string(), exp: z.number(), nbf: z.number() })
/** Milliseconds by which Shopify's clock and ours may differ. */
const CLOCKS_DIFFER = 10_000
const LONGEST_TOKEN = 4_096

interface Asked {
  readonly authorization: string | undefined
  /** The path with its query. */
  readonly target: string
}

/**
 * The shop whose session token comes along, signed and alive at `now` (milliseconds); undefined where none does. It says whose
 * turn and whose rate a request is counted under; whether it is let in, the admin decides.
 */
export function identifyCaller({ authorization, target }: Asked, key: string, secrets: readonly string[], now: number): ShopId | undefined {
  const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : inQuery(target)
  if (!token || token.length > LONGEST_TOKEN) return undefined
  if (signerOf(token, secrets) === undefined) return undefined
  const read = claims.safeParse(readJson(token.split('.')[1]!))
  if (!read.success || read.data.aud !== key) return undefined
  const { dest, nbf, exp } = read.data
  if (now < nbf * 1000 - CLOCKS_DIFFER || now > exp * 1000 + CLOCKS_DIFFER) return undefined
  return readShopId(dest.replace(/^https:\/\//, ''))
}

function inQuery(target: string): string | undefined {
  const at = target.indexOf('?')
  return at < 0 ? undefined : (new URLSearchParams(target.slice(at + 1)).get('id_token') ?? undefined)
}

/** Of what was signed, so that it is what Shopify encoded. */
function readJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
