import { aCollection, aCustomer, aWorld } from '../a/world.ts'
import { globalId, shopId } from '../simulator/admin/global-id.ts'
import type { Product } from '../simulator/shop.ts'
import { openShop } from '../simulator/state/open-shop.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import type { Settings } from '../simulator/storefront/json-template.ts'
import { defaultTemplates } from '../simulator/storefront/json-template.ts'
import type { Place } from '../simulator/storefront/place-block.ts'
import { placeBlock, switchEmbed } from '../simulator/storefront/place-block.ts'
import { appNamespace } from '../simulator/storefront/sample-door.ts'
import type { ThemeSettings } from '../simulator/storefront/theme-settings.ts'
import { changeTheme } from '../simulator/storefront/theme-settings.ts'

interface PublishedSlot {
  readonly lock?: 'locked' | 'assisted' | 'open'
  /** Ids of products, best first. */
  readonly offers: readonly number[]
}

/** What the app has written beside a product, or beside the shop. */
export interface Published {
  readonly slots: Readonly<Record<string, readonly PublishedSlot[]>>
  /** Of some of the products: what their notes say besides who chose them. */
  readonly notes?: Readonly<Record<number, object>>
  readonly near?: readonly number[]
  /** From what on carts are delivered free. */
  readonly free?: readonly object[]
  /** Where the storefront asks the app. */
  readonly proxy?: string
}

export interface GivenShop {
  readonly products: readonly Product[]
  /** By product; `shop` is beside none. */
  readonly published: Readonly<Record<number, Published>> & { readonly shop?: Published }
  readonly blocks?: readonly (Partial<Place> & { readonly settings?: Settings })[]
  readonly embed?: Settings
  readonly theme?: Partial<ThemeSettings>
}

/** A shop whose theme holds blocks of ours, after the app has written what to offer. */
export function shopWithSlots({ products, published, blocks = [], embed, theme = {} }: GivenShop): ShopState {
  const shop = openShop(aWorld({ products, collections: [aCollection({ of: products })], customers: [aCustomer()] }))
  for (const [file, content] of defaultTemplates()) shop.themeFiles.set(file, content)
  for (const { settings, ...place } of blocks) placeBlock(shop.themeFiles, settings, place)
  if (embed) switchEmbed(shop.themeFiles, 'tandem', true, embed)
  changeTheme(shop.themeFiles, theme)
  for (const [owner, written] of Object.entries(published)) {
    const ownerId = owner === 'shop' ? shopId(shop.facts) : globalId('Product', Number(owner))
    const { offers, notes } = noted(written)
    const field = { ownerId, namespace: appNamespace }
    const ids = offers.map((id) => globalId('Product', id))
    shop.metafields.set({ ...field, key: 'offers', type: 'list.product_reference', value: JSON.stringify(ids) })
    shop.metafields.set({ ...field, key: 'offer_notes', type: 'json', value: JSON.stringify(notes) })
  }
  return shop
}

function noted({ slots, notes = {}, near, free, proxy }: Published) {
  const offers = [...new Set(Object.values(slots).flatMap((some) => some.flatMap((slot) => slot.offers)))]
  const cards = offers.map((p) => ({ p, by: 'rule', ref: 'k7', ...notes[p] }))
  const slotNote = ({ lock = 'locked', offers: own }: PublishedSlot) => ({ lock, cards: own.map((id) => offers.indexOf(id)) })
  const drawn = Object.fromEntries(Object.entries(slots).map(([placement, some]) => [placement, some.map(slotNote)]))
  return { offers, notes: { v: 2, cards, slots: drawn, ...(near && { near }), ...(free && { free }), ...(proxy && { proxy }) } }
}
