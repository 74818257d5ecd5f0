import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aProduct, aVariant } from '../../a/world.ts'
import type { Product } from '../../simulator/shop.ts'
import { openCartStores } from '../../simulator/storefront/cart/cart-store.ts'
import { ProductDrop, productOnShelf } from '../../simulator/storefront/liquid/drops/product-drop.ts'
import type { Shelf } from '../../simulator/storefront/liquid/drops/shelf.ts'
import { openLiquid, type LiquidGlobals } from '../../simulator/storefront/liquid/open-liquid.ts'
import { readWords, type Words } from '../../simulator/storefront/liquid/words.ts'
import { openVisit } from '../../simulator/storefront/open-visit.ts'
import { pageGlobals } from '../../simulator/storefront/page-globals.ts'
import { appNamespace, extensionFolder } from '../../simulator/storefront/sample-door.ts'
import { shopWithSlots } from '../../theme/shop-with-slots.ts'
import { median } from '../serve/measures.ts'

const THEME = join(import.meta.dirname, 'theme')
/** Drawn so often in each round: one drawing is too short for the clock. */
const DRAWINGS = 20
const WARMING = 3

/** Medians of the rounds; `ours` and `theme` are microseconds that one of the cards takes. */
export interface LiquidCost {
  readonly ours: number
  readonly theme: number
  /** Ours by the theme's, of the same round. */
  readonly ratio: number
}

/**
 * What Liquid's work for our block comes to, and that for a theme's own recommendations of the same products with as many cards. As on
 * Shopify the templates are parsed already. Rounds in turns; whichever was first in one is second in the next.
 */
export function measureLiquid(rounds: number, cards: number): LiquidCost {
  const { globals, shelf } = openPage()
  const ways = { ours: ourBlock(cards, globals), theme: themeSection(cards, globals, shelf) }
  for (const [way, draw] of Object.entries(ways)) {
    const drawn = draw().split('<li ').length - 1
    if (drawn !== cards) throw new Error(`Liquid drew ${drawn} cards of ${way}, not ${cards}`)
  }
  const took = { ours: [] as number[], theme: [] as number[] }
  for (let round = -WARMING; round < rounds; round += 1)
    for (const way of round % 2 ? (['ours', 'theme'] as const) : (['theme', 'ours'] as const)) {
      const from = performance.now()
      for (let drawing = 0; drawing < DRAWINGS; drawing += 1) ways[way]()
      const micros = (performance.now() - from) * 1000
      if (round >= 0) took[way].push(micros / DRAWINGS / cards)
    }
  const ratio = median(took.ours.map((ours, round) => ours / took.theme[round]!))
  return { ours: median(took.ours), theme: median(took.theme), ratio }
}

/** The page of a product beside which we have published as many others as a slot holds. */
function openPage(): { readonly globals: LiquidGlobals; readonly shelf: Shelf } {
  const products = Array.from({ length: 13 }, (_, at) => anOrdinaryProduct(at + 1))
  const offers = products.slice(1).map(({ id }) => id)
  const shop = shopWithSlots({ products, published: { 1: { slots: { 'product-page': [{ offers }] } } } })
  const shelf = { shop, root: '', appNamespace, isStorefrontReadable: () => true }
  const { visit } = openVisit(new Request('https://tiny.example/products/product-1'), shop, openCartStores()(shop), [])
  const globals = pageGlobals(visit, shelf, new Date('2026-11-01T12:00:00Z'))
  return { globals: { ...globals, product: new ProductDrop(products[0]!, shelf) }, shelf }
}

/** All have stars; every third is cheaper than before, every third says what its measure costs, every fourth comes in three sizes. */
function anOrdinaryProduct(id: number): Product {
  const compareAtPrice = id % 3 === 0 ? 1990 : null
  const unitPrice = { quantity: 250, quantityUnit: 'g', reference: 100, referenceUnit: 'g' }
  const sizes = id % 4 === 0 ? ['Small', 'Medium', 'Large'] : ['Default Title']
  const variants = sizes.map((title, at) =>
    aVariant({ id: id * 10 + at, title, options: [title], price: 1250, compareAtPrice, ...(id % 3 === 1 && { unitPrice }) }),
  )
  const rating = JSON.stringify({ value: `4.${id % 10}`, scale_min: '1.0', scale_max: '5.0' })
  return aProduct({
    id,
    options: [{ name: 'Size', values: sizes }],
    variants,
    metafields: [
      { namespace: 'reviews', key: 'rating', type: 'rating', value: rating },
      { namespace: 'reviews', key: 'rating_count', type: 'number_integer', value: String(id * 7) },
    ],
  })
}

function ourBlock(cards: number, globals: LiquidGlobals): () => string {
  const words = readWords(join(extensionFolder, 'locales'), '.json')
  const engine = openLiquid({ root: extensionFolder, snippets: join(extensionFolder, 'snippets'), words, assetUrl, readsOnce: true })
  const template = engine.parse(readFileSync(join(extensionFolder, 'blocks/product-offers.liquid'), 'utf8'))
  const block = { id: 'b', settings: { slot: 1, cards, layout: 'grid', show_price: true, json_ld: false, heading: '' } }
  return () => engine.renderSync(template, { block }, { globals }) as string
}

function themeSection(cards: number, globals: LiquidGlobals, shelf: Shelf): () => string {
  const words: Words = new Map([['en', JSON.parse(readFileSync(join(THEME, 'words.json'), 'utf8'))]])
  const engine = openLiquid({ root: THEME, snippets: THEME, words, assetUrl, readsOnce: true })
  const template = engine.parse(readFileSync(join(THEME, 'related-products.liquid'), 'utf8'))
  const shown = { show_vendor: true, show_rating: true, quick_add: true }
  const settings = {
    products: cards,
    columns: 4,
    page_width: 1200,
    ratio: 'adapt',
    shape: 'none',
    style: 'plain',
    colors: 'first',
    heading: 'You may also like',
    ...shown,
  }
  return () => {
    // Of each drawing anew, as the products of our own list are.
    const products = Array.from({ length: cards }, (_, at) => productOnShelf(shelf, at + 2))
    const recommendations = { performed: true, products_count: products.length, products }
    return engine.renderSync(template, { section: { id: 's', settings }, recommendations }, { globals }) as string
  }
}

const assetUrl = (file: string) => `/cdn/${file}`
