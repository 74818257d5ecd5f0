import { readShopId, readShopNumber, type ShopId, type StaffId } from '#app/commerce/ids.ts'
import type { Shop } from '#app/generated/prisma/client.ts'
import { readPlan } from '#app/ingest/read-plan.ts'
import { prisma } from '#app/platform/db.server.ts'
import type { Leaving } from '#app/privacy/leaving-phase.ts'
import { readLeaving } from '#app/privacy/leaving.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { callAdmin, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import { normalScopes } from '#app/shopify/normal-scopes.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { merchantWords } from '#app/wording/merchant-words.ts'
import type { Words } from '#app/wording/words.ts'
import { admit } from './admit.server.ts'

const WHO_IS_IT = `#graphql
  query WhoIsIt {
    shop { id name currencyCode ianaTimezone plan { publicDisplayName shopifyPlus partnerDevelopment } }
    currentAppInstallation { id }
  }` as const

/** Somebody whom Shopify vouches for; the app may not be at work for their shop. */
interface Visitor {
  /** Taken from the verified session token, and from nowhere else. */
  readonly id: ShopId
  readonly admin: AdminApi
  /** Who of the shop's staff, as the same token says. */
  readonly staff: StaffId
  readonly scopes: string[]
  /** How far the removal of everything is, where the merchant has asked for it. */
  readonly leaving: Leaving | undefined
  /** Leads elsewhere in the admin, in the way that an embedded page needs. */
  readonly redirect: (to: string) => Response
}

export interface Merchant extends Visitor {
  readonly shop: Shop
  /** What they read. */
  readonly words: Words
}

export async function visitorOf(request: Request): Promise<Visitor> {
  const { admin, session, sessionToken, redirect } = await admit(request)
  const id = readShopId(session.shop)
  if (!id) throw new ShopifyRefused('The session names no shop')
  return {
    id,
    admin,
    staff: Number(sessionToken.sub) as StaffId,
    scopes: normalScopes((session.scope ?? '').split(',')),
    leaving: await readLeaving(id),
    redirect,
  }
}

/** Who asks. One whose shop has had everything removed is led to the page that says so, and nothing begins anew. */
export async function merchantOf(request: Request): Promise<Merchant> {
  const visitor = await visitorOf(request)
  if (visitor.leaving) throw visitor.redirect('/app/leave')
  const shop = await shopOf(visitor)
  return { ...visitor, shop, words: merchantWords(shop.currency) }
}

/** What we know of the visitor's shop. One that we meet for the first time, or again after it left, is taken in and its data pulled. */
export async function shopOf({ id, admin, scopes }: Visitor): Promise<Shop> {
  const known = await prisma.shop.findUnique({ where: { id } })
  const isUpToDate = known && known.uninstalledAt === null && normalScopes(known.scopes).join() === scopes.join()
  return isUpToDate ? known : takeIn(id, admin, scopes)
}

async function takeIn(id: ShopId, admin: AdminApi, scopes: string[]): Promise<Shop> {
  const { shop, currentAppInstallation } = await callAdmin(admin, WHO_IS_IT)
  const facts = {
    name: shop.name,
    currency: shop.currencyCode,
    timezone: shop.ianaTimezone,
    plan: readPlan(shop.plan),
    scopes,
    uninstalledAt: null,
    number: readShopNumber(shop.id) ?? null,
  }
  const met = { installation: currentAppInstallation.id, metAt: new Date() }
  // Who comes back after leaving begins a new installation: work that was begun for the last one writes nothing into it.
  await prisma.shop.updateMany({
    where: { id, uninstalledAt: { not: null } },
    data: { uninstalledAt: null, generation: { increment: 1 }, ...met },
  })
  const taken = await prisma.shop.upsert({ where: { id }, create: { id, installedAt: new Date(), ...facts, ...met }, update: facts })
  await enqueue('sync', id)
  return taken
}
