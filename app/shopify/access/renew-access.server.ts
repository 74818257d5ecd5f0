import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import { lockAccess } from './lock-access.server.ts'
import { refreshTokens, type Refreshed, type TokenPair } from './refresh-token.server.ts'
import { openTokens, sealTokens, type TokenRow, type Tokens } from './sealed-tokens.server.ts'

/** Shopify's library renews by itself, without our lock, five minutes before the end; we are always earlier. */
export const RENEW_BEFORE_MS = 10 * 60 * 1000

export type Renewal = { readonly kind: 'fresh' } | Exclude<Refreshed, { kind: 'renewed' }>

/** The shop's row, its tokens as they stand there: sealed, so that whether it is still the same can be seen from them. */
interface Held extends TokenRow, Tokens {
  readonly expires: Date | null
}

/**
 * Sees to it that the shop's stored token is another one than `spent` and good for some minutes. Of many processes that
 * ask at once only one renews; the others wait and find the new pair. It is stored before anybody uses it, so that an
 * answer lost on the way costs nothing: the old refresh token still works. Where Shopify takes it no longer, the tokens
 * are deleted; what cannot be opened here stays, and nobody knows what it is worth.
 */
export function renewAccess(shop: ShopId, spent: string | undefined, now: number): Promise<Renewal> {
  // Also asked for from within a transaction.
  return inTransaction(async (client) => {
    await lockAccess(client, shop)
    const held = await readHeld(client, shop)
    if (!held) return { kind: 'lost' }
    const tokens = openTokens(held)
    if (!tokens) return { kind: 'unreachable', why: 'The shop’s stored token cannot be opened' }
    const expiring = held.expires !== null && held.expires.getTime() - now < RENEW_BEFORE_MS
    if (tokens.accessToken !== spent && !expiring) return { kind: 'fresh' }
    const answer: Refreshed = tokens.refreshToken === null ? { kind: 'lost' } : await refreshTokens(shop, tokens.refreshToken)
    switch (answer.kind) {
      case 'renewed':
        await storePair(client, shop, held, answer.pair, now)
        return { kind: 'fresh' }
      case 'lost':
        return (await dropHeld(client, shop, held)) ? { kind: 'lost' } : { kind: 'fresh' }
      case 'unreachable':
        return answer
    }
  }, pool)
}

async function readHeld(client: PoolClient, shop: ShopId): Promise<Held | undefined> {
  const { rows } = await client.query<Held>(
    `SELECT id, shop, access_token AS "accessToken", refresh_token AS "refreshToken", expires FROM session WHERE shop = $1 AND NOT is_online`,
    [shop],
  )
  return rows[0]
}

/** Stores nothing where the merchant has opened the app meanwhile: what that brought is just as new. */
async function storePair(client: PoolClient, shop: ShopId, held: Held, pair: TokenPair, now: number): Promise<void> {
  const sealed = sealTokens(held, { accessToken: pair.access_token, refreshToken: pair.refresh_token })
  await client.query(
    `UPDATE session SET access_token = $3, refresh_token = $4, scope = $5, expires = $6, refresh_token_expires = $7
     WHERE shop = $1 AND NOT is_online AND access_token = $2`,
    [
      shop,
      held.accessToken,
      sealed.accessToken,
      sealed.refreshToken,
      pair.scope,
      new Date(now + pair.expires_in * 1000),
      new Date(now + pair.refresh_token_expires_in * 1000),
    ],
  )
}

/** False where other tokens have come meanwhile. */
async function dropHeld(client: PoolClient, shop: ShopId, held: Held): Promise<boolean> {
  await client.query('DELETE FROM session WHERE shop = $1 AND NOT is_online AND access_token = $2', [shop, held.accessToken])
  return (await readHeld(client, shop)) === undefined
}
