import { env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { isSealed, open, seal } from '#app/platform/seal.server.ts'

/** The row that a token stands in; its text opens in no other. */
export interface TokenRow {
  readonly id: string
  readonly shop: string
}

/** An access token and what renews it, whether sealed or open. */
export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string | null
}

const KEYS = [env.TOKEN_KEY, ...(env.TOKEN_KEY_BEFORE ? [env.TOKEN_KEY_BEFORE] : [])]

/** Tokens as they may be written into the row. */
export function sealTokens(row: TokenRow, { accessToken, refreshToken }: Tokens): Tokens {
  return {
    accessToken: seal(accessToken, env.TOKEN_KEY, placeOf(row, 'access')),
    refreshToken: refreshToken === null ? null : seal(refreshToken, env.TOKEN_KEY, placeOf(row, 'refresh')),
  }
}

/**
 * The tokens that are sealed in the row. Undefined where they do not open: no key of ours has sealed them, or not for this
 * row. It then counts as having none, and stays: whoever finds the right key has them back.
 */
export function openTokens(row: TokenRow & Tokens): Tokens | undefined {
  const accessToken = open(row.accessToken, KEYS, placeOf(row, 'access'))
  const refreshToken = row.refreshToken && open(row.refreshToken, KEYS, placeOf(row, 'refresh'))
  if (accessToken !== undefined && refreshToken !== undefined) return { accessToken, refreshToken }
  log.error({ shop: row.shop }, 'The stored token of a shop cannot be opened: TOKEN_KEY is not what it was sealed with, or it is not ours')
  return undefined
}

/** Tokens that were written before any was sealed; undefined where either is sealed. */
export function plainTokens({ accessToken, refreshToken }: Tokens): Tokens | undefined {
  return isSealed(accessToken) || (refreshToken !== null && isSealed(refreshToken)) ? undefined : { accessToken, refreshToken }
}

const placeOf = ({ shop, id }: TokenRow, which: 'access' | 'refresh') => [shop, id, which]
