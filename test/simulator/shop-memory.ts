import type { Definition } from './admin/definitions.ts'
import { setOptional, type Installation } from './admin/installation.ts'
import type { TokenMemory } from './admin/oauth/tokens.ts'
import type { Discount } from './discounts/discount.ts'
import { metafieldOwners } from './metafield-owners.ts'
import type { World } from './shop.ts'
import type { AppMetafield, Deletion } from './state/shop-state.ts'
import type { Subscription } from './webhooks/subscriptions.ts'
import type { WebPixel } from './web-pixels/app-pixel.ts'

/** All that a local shop needs to go on after a restart as if nothing had happened. Plain JSON. */
export interface ShopMemory {
  /** The shop as it is now: its stock, its prices, every order. */
  readonly world: World
  readonly themeFiles: readonly (readonly [string, string])[]
  readonly metafields: readonly AppMetafield[]
  /** Absent from what older versions remember. */
  readonly deletions?: readonly Deletion[]
  /** Absent from what older versions remember. */
  readonly discounts?: readonly Discount[]
  readonly pixel?: WebPixel
  readonly installed: boolean
  /** Absent from what older versions remember. */
  readonly installations?: number
  /** Optional scopes that the merchant has granted; absent from what older versions remember. */
  readonly optional?: readonly string[]
  readonly definitions: readonly Definition[]
  readonly subscriptions: readonly Subscription[]
  readonly tokens: TokenMemory
}

export function rememberShop({ shop, installed, optional, definitions, subscriptions, tokens }: Installation): ShopMemory {
  const { facts, products, collections, customers, orders, markets, marketCatalogs } = shop
  return {
    world: {
      facts,
      products: [...products.values()],
      collections: [...collections.values()],
      customers: [...customers.values()],
      orders: [...orders.values()],
      markets: [...markets.values()],
      marketCatalogs: [...marketCatalogs.values()],
    },
    themeFiles: [...shop.themeFiles],
    metafields: metafieldOwners(shop).flatMap((owner) => shop.metafields.of(owner)),
    deletions: shop.deletions,
    discounts: [...shop.discounts.values()],
    ...(shop.pixel && { pixel: shop.pixel }),
    installed,
    installations: shop.installations,
    optional: [...optional],
    definitions: definitions.all(),
    subscriptions: subscriptions.all(),
    tokens: tokens.remember(),
  }
}

/** Puts everything but the world back into an installation that was made of the remembered world. Nobody is told. */
export function recallShop(memory: ShopMemory, installation: Installation): void {
  const { shop, definitions, subscriptions, tokens } = installation
  for (const [file, content] of memory.themeFiles) shop.themeFiles.set(file, content)
  shop.deletions.push(...(memory.deletions ?? []))
  for (const discount of memory.discounts ?? []) shop.discounts.set(discount.id, discount)
  for (const field of memory.metafields) shop.metafields.set(field)
  for (const definition of memory.definitions) definitions.add(definition)
  // Subscriptions last: what was put back before must not look like news.
  for (const subscription of memory.subscriptions) subscriptions.add({ ...subscription, at: new Date(subscription.createdAt) })
  tokens.recall(memory.tokens)
  setOptional(installation, memory.optional ?? [])
  shop.pixel = memory.pixel
  shop.installations = memory.installations ?? 1
  installation.installed = memory.installed
}
