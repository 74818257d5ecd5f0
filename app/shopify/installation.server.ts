import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** One stay of the app in a shop: from the day it was let in until it leaves. */
export interface Installation {
  readonly shop: ShopId
  readonly generation: number
  readonly installedAt: Date
  /** ISO 4217. */
  readonly currency: string
  /** IANA. */
  readonly timezone: string
  readonly scopes: readonly string[]
}

/** The installation that work was begun for is over; whatever it found out must not be written any more. */
export class InstallationEnded extends Error {
  override name = 'InstallationEnded'
}

/** The shop's present installation; undefined where the app is not at work there. */
export async function installationOf(shop: ShopId): Promise<Installation | undefined> {
  const { rows } = await pool.query<Installation>(
    `SELECT id AS shop, generation, installed_at AS "installedAt", currency, timezone, scopes FROM shop WHERE id = $1 AND uninstalled_at IS NULL`,
    [shop],
  )
  return rows[0]
}

/** Every shop that has the app, and since when. */
export async function installedShops(): Promise<readonly Pick<Installation, 'shop' | 'installedAt'>[]> {
  const { rows } = await pool.query<Pick<Installation, 'shop' | 'installedAt'>>(
    'SELECT id AS shop, installed_at AS "installedAt" FROM shop WHERE uninstalled_at IS NULL ORDER BY id',
  )
  return rows
}

/**
 * Lets one transaction at a time change what is held of a shop's data, from here to its end. Taken before Shopify is asked
 * what is true now, it keeps an older answer from being written after a newer one.
 */
export async function lockShop(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`data of ${shop}`])
}

/**
 * Makes sure that the installation still is the shop's present one, and keeps it so until the transaction ends: who
 * uninstalls, reinstalls or forgets meanwhile waits. Throws InstallationEnded.
 */
export async function holdInstallation(client: PoolClient, { shop, generation, installedAt }: Installation): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM shop WHERE id = $1 AND generation = $2 AND installed_at = $3 AND uninstalled_at IS NULL FOR SHARE',
    [shop, generation, installedAt],
  )
  if (rowCount === 0) throw new InstallationEnded('The app has left the shop meanwhile')
}
