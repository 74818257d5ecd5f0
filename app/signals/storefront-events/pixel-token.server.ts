import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'
import { open, seal, sealedBy } from '#app/platform/seal.server.ts'

const PLACE = ['pixel']
const KEYS = [env.TOKEN_KEY, ...(env.TOKEN_KEY_BEFORE ? [env.TOKEN_KEY_BEFORE] : [])]

/**
 * Says, in a pixel's settings, whose pixel it is. Whoever visits the shop can read and repeat it, so it vouches for nothing that an
 * event says; but nobody makes one for a shop that never had our pixel.
 */
export const pixelTokenOf = (shop: ShopId): string => seal(shop, env.TOKEN_KEY, PLACE)

/** The shop of a pixel's token; undefined where we never made it. */
export function readPixelToken(token: string): ShopId | undefined {
  const shop = open(token, KEYS, PLACE)
  return shop === undefined ? undefined : (readShopId(shop) ?? undefined)
}

/** Whether the token names the shop, sealed with the key of today. */
export const isPixelTokenOf = (token: string, shop: ShopId): boolean =>
  token.startsWith(sealedBy(env.TOKEN_KEY)) && readPixelToken(token) === shop
