import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { failureOf } from '#app/platform/failure.ts'
import { callAdmin, refuseUserErrors, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { isPixelTokenOf, pixelTokenOf } from '#app/signals/storefront-events/pixel-token.server.ts'
import { CREATE_PIXEL, DELETE_PIXEL, PIXEL_NOW, UPDATE_PIXEL } from './pixel-documents.ts'

/** What a pixel takes; all of it is optional, since a shop does without. */
const PIXEL_SCOPES: readonly string[] = ['write_pixels', 'read_customer_events']

/** What our pixel is told of itself: where to post, and whose it is. */
const settingsShape = z.object({ endpoint: z.string(), token: z.string() })

const endpoint = (): string => new URL('/events', env.SHOPIFY_APP_URL).href

/** Whether what the merchant grants lets us have a pixel. */
export const mayHavePixel = (scopes: readonly string[]): boolean => PIXEL_SCOPES.every((scope) => scopes.includes(scope))

/**
 * Makes sure that our pixel runs in the shop, with the settings of today, where the merchant lets us; writes down whether it does.
 * Shopify's refusal is written down, too: all else of the shop goes on without.
 */
export async function ensurePixel(shop: ShopId, admin: AdminApi, scopes: readonly string[], signal?: AbortSignal): Promise<void> {
  if (!mayHavePixel(scopes)) {
    await pool.query('DELETE FROM pixel WHERE shop_id = $1', [shop])
    return
  }
  try {
    await notePixel(shop, await putPixel(shop, admin, signal), null)
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    await notePixel(shop, null, failureOf(error))
  }
}

/** Its global id. */
async function putPixel(shop: ShopId, admin: AdminApi, signal?: AbortSignal): Promise<string> {
  const now = await pixelNow(admin, signal)
  if (now && isOfToday(now.settings, shop)) return now.id
  const settings = JSON.stringify({ endpoint: endpoint(), token: pixelTokenOf(shop) }) as never
  const options = { repeatable: true, ...(signal && { signal }) }
  if (now) {
    const { webPixelUpdate: answer } = await callAdmin(admin, UPDATE_PIXEL, { id: now.id, settings }, options)
    refuseUserErrors(answer?.userErrors ?? [])
    return now.id
  }
  const { webPixelCreate: answer } = await callAdmin(admin, CREATE_PIXEL, { settings }, options)
  refuseUserErrors(answer?.userErrors ?? [])
  const made = answer?.webPixel
  if (!made) throw new ShopifyRefused('The pixel was not created')
  return made.id
}

async function pixelNow(admin: AdminApi, signal?: AbortSignal): Promise<{ id: string; settings: unknown } | undefined> {
  try {
    const { webPixel } = await callAdmin(admin, PIXEL_NOW, undefined, signal && { signal })
    return webPixel ? { id: webPixel.id, settings: webPixel.settings } : undefined
  } catch (error) {
    // That there is none is an error, too.
    if (error instanceof ShopifyRefused) return undefined
    throw error
  }
}

function isOfToday(written: unknown, shop: ShopId): boolean {
  const settings = settingsShape.safeParse(typeof written === 'string' ? parsed(written) : written)
  return settings.success && settings.data.endpoint === endpoint() && isPixelTokenOf(settings.data.token, shop)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes our pixel out of the shop. What is gone already, or may not be looked at any more, is no error. */
export async function removePixel(admin: AdminApi, signal?: AbortSignal): Promise<void> {
  const now = await pixelNow(admin, signal)
  if (!now) return
  const { webPixelDelete: answer } = await callAdmin(admin, DELETE_PIXEL, { id: now.id }, { repeatable: true, ...(signal && { signal }) })
  refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'NOT_FOUND'))
}

async function notePixel(shop: ShopId, pixel: string | null, failure: string | null): Promise<void> {
  await pool.query(
    `INSERT INTO pixel (shop_id, pixel_id, failure, checked_at) SELECT id, $2, $3, now() FROM shop WHERE id = $1
     ON CONFLICT (shop_id) DO UPDATE SET pixel_id = excluded.pixel_id, failure = excluded.failure, checked_at = excluded.checked_at`,
    [shop, pixel, failure],
  )
}
