import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { PixelState } from './pixel-state.ts'

/** How our pixel in the shop does. */
export async function pixelStateOf(shop: ShopId): Promise<PixelState> {
  const { rows } = await pool.query<{ pixel: string | null; failure: string | null; heard: Date | null; told: number }>(
    `SELECT pixel.pixel_id AS pixel, pixel.failure, max(event.received_at) AS heard, count(event.id)::int AS told
     FROM pixel LEFT JOIN storefront_event event ON event.shop_id = pixel.shop_id AND event.received_at > now() - interval '1 day'
     WHERE pixel.shop_id = $1 GROUP BY pixel.shop_id`,
    [shop],
  )
  const [found] = rows
  if (!found) return { kind: 'not-granted' }
  if (found.pixel === null) return { kind: 'refused', why: found.failure ?? '' }
  return { kind: 'runs', lastHeard: found.heard?.toISOString() ?? null, today: found.told }
}
