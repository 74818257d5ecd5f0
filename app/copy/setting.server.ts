import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Angles } from './angles/learn-angles.ts'
import { FACETS } from './facts/facet.ts'
import { COPY_LOCALES, type CopyLocale } from './sentences/locale.ts'

export interface CopySetting {
  readonly isOn: boolean
  /** The language that the shop writes its products in. */
  readonly language: CopyLocale
  /** What is never to be said. */
  readonly never: readonly string[]
  readonly angles: Angles
  readonly learntAt: Date | null
}

const stored = z.object({
  isOn: z.boolean(),
  language: z.enum(COPY_LOCALES),
  never: z.array(z.string()),
  angles: z.record(z.string(), z.array(z.enum(FACETS))),
  learntAt: z.date().nullable(),
})

const NOTHING: CopySetting = { isOn: false, language: 'en', never: [], angles: {}, learntAt: null }

export async function readCopySetting(shop: ShopId): Promise<CopySetting> {
  const { rows } = await pool.query(
    'SELECT is_on AS "isOn", language, never, angles, learnt_at AS "learntAt" FROM copy_setting WHERE shop_id = $1',
    [shop],
  )
  return rows[0] ? stored.parse(rows[0]) : NOTHING
}

/** Whether anything is said of the shop's products. */
export async function isCopyOn(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM copy_setting WHERE shop_id = $1 AND is_on', [shop])
  return rowCount !== 0
}

/** Changes what is given, and leaves the rest as it was. */
export async function changeCopySetting(shop: ShopId, part: Partial<Omit<CopySetting, 'learntAt'>>, learntAt?: Date): Promise<void> {
  await pool.query(
    `INSERT INTO copy_setting (shop_id, is_on, language, never, angles, learnt_at)
     VALUES ($1, coalesce($2, false), coalesce($3, 'en'), coalesce($4, '{}'::text[]), coalesce($5::jsonb, '{}'), $6)
     ON CONFLICT (shop_id) DO UPDATE SET
       is_on = coalesce($2, copy_setting.is_on), language = coalesce($3, copy_setting.language), never = coalesce($4, copy_setting.never),
       angles = coalesce($5::jsonb, copy_setting.angles), learnt_at = coalesce($6, copy_setting.learnt_at)`,
    [shop, part.isOn, part.language, part.never, part.angles && JSON.stringify(part.angles), learntAt],
  )
}
