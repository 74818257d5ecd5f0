import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { prisma } from '#app/db.server.ts'
import type { Shop } from '#app/generated/prisma/client.ts'
import { ask, ShopifyRefused } from '#app/ingest/ask.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'
import { admit } from './admit.server.ts'

const WHO_IS_IT = `#graphql
  query WhoIsIt {
    shop { name currencyCode ianaTimezone }
  }` as const

export interface Merchant {
  /** Taken from the verified session token, and from nowhere else. */
  readonly id: ShopId
  readonly shop: Shop
  readonly admin: AdminApi
}

/** Who asks. A shop that we meet for the first time, or again after it left, is taken in and its data pulled. */
export async function merchantOf(request: Request): Promise<Merchant> {
  const { admin, session } = await admit(request)
  const id = readShopId(session.shop)
  if (!id) throw new ShopifyRefused('The session names no shop')
  const scopes = (session.scope ?? '').split(',').filter(Boolean).sort()
  const known = await prisma.shop.findUnique({ where: { id } })
  if (known && known.uninstalledAt === null && known.scopes.join() === scopes.join()) return { id, shop: known, admin }
  return { id, shop: await takeIn(id, admin, scopes), admin }
}

async function takeIn(id: ShopId, admin: AdminApi, scopes: string[]): Promise<Shop> {
  const { shop } = await ask(admin, WHO_IS_IT)
  const facts = {
    name: shop.name,
    currency: shop.currencyCode,
    timezone: shop.ianaTimezone,
    scopes,
    uninstalledAt: null,
  }
  const taken = await prisma.shop.upsert({ where: { id }, create: { id, installedAt: new Date(), ...facts }, update: facts })
  await enqueue('sync', id)
  return taken
}
