import { aCollection, aCustomer, aProduct, aWorld } from '../a/world.ts'
import type { Product } from '../simulator/shop.ts'
import { openShop } from '../simulator/state/open-shop.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { appNamespace, sampleDoor } from '../simulator/storefront/sample-door.ts'
import type { Shopper } from '../simulator/storefront/shopper.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'

export interface OffersPage {
  readonly shop: ShopState
  readonly shopper: Shopper
  /** Titles of the offered products, as written in the HTML of the robot's page. */
  titles(path?: string): Promise<readonly string[]>
  html(path?: string): Promise<string>
}

interface Given {
  /** In the order in which they are offered. */
  readonly offered: readonly Product[]
  readonly notes?: Readonly<Record<string, unknown>>
  readonly ifs?: readonly unknown[]
  /** What cards say, by language. */
  readonly texts?: readonly unknown[]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly isReadable?: boolean
}

const picture = { path: '/cdn/products/robot.svg', alt: 'A robot', width: 800, height: 800 }
export const robot = aProduct({ id: 1, handle: 'robot', title: 'Robot', picture })

/** A shop whose robot page holds our block, after the app has written what to offer there. */
export function openOffersPage({ offered, notes = {}, ifs = [], texts = [], settings = {}, isReadable = true }: Given): OffersPage {
  const products = [robot, ...offered.filter((product) => product.id !== robot.id)]
  const shop = openShop(aWorld({ products, collections: [aCollection({ of: products })], customers: [aCustomer()] }))
  placeBlock(shop.themeFiles, settings)
  const ids = offered.map((product) => `gid://shopify/Product/${product.id}`)
  const cards = offered.map(({ id }) => ({ p: id, ...(notes[id] as object | undefined) }))
  const written = { v: 2, ifs, cards, texts, slots: { 'product-page': [{ lock: 'locked', cards: [...cards.keys()] }] } }
  const field = { ownerId: 'gid://shopify/Product/1', namespace: appNamespace }
  shop.metafields.set({ ...field, key: 'offers', type: 'list.product_reference', value: JSON.stringify(ids) })
  shop.metafields.set({ ...field, key: 'offer_notes', type: 'json', value: JSON.stringify(written) })
  const shopper = openShopper(sampleDoor({ isStorefrontReadable: () => isReadable }), shop)
  const html = (path = '/products/robot') => shopper.read(path)
  return {
    shop,
    shopper,
    html,
    titles: async (path) => [...(await html(path)).matchAll(/tandem-card__title">([^<]*)</g)].map(([, title]) => title ?? ''),
  }
}
