import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { CustomerId, ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import type { CartLine } from '#app/slots/visit.ts'

/** What a block of the theme wants to show, to whom, and what it says of the visit. */
export interface OfferRequest {
  readonly placement: Placement
  /** Counted from 0. */
  readonly slot: number
  /** Undefined on a page that is about none. */
  readonly product: ProductId | undefined
  /** Whom Shopify has signed in; undefined for a stranger. */
  readonly customer: CustomerId | undefined
  readonly cart: readonly CartLine[] | undefined
  /** Folded; null where the shop has no markets, undefined where nobody said. */
  readonly market: string | null | undefined
  readonly language: string | undefined
  readonly seen: ReadonlySet<ProductId>
  /** Which guards hold, by their places, as Liquid says it, under what marks them. */
  readonly told: ReadonlyMap<string, ReadonlySet<number>>
  /** Products that the collection on the page holds. */
  readonly held: ReadonlySet<ProductId>
  /** Whether the answer is to be drawn by Shopify, and with prices; undefined where products are only named. */
  readonly drawn: { readonly showsPrice: boolean } | undefined
}

const NONE: ReadonlySet<never> = new Set()
const UNTOLD: OfferRequest['told'] = new Map()

/**
 * The ask in verified parameters, each of which has the shape that `ASKS` gives it; undefined where they do not make one.
 */
export function readOfferRequest(asked: ReadonlyMap<string, string>): OfferRequest | undefined {
  const placement = asked.get('placement') ?? 'product-page'
  if (!isPlacement(placement)) return undefined
  const product = readId<ProductId>(asked.get('product'))
  const customer = readId<CustomerId>(asked.get('logged_in_customer_id') || undefined)
  const cart = readCart(asked.get('cart'))
  const seen = readList(asked.get('seen'))
  const held = readList(asked.get('held'))
  const isAboutProduct = PLACEMENTS[placement].about === 'product'
  if (product === null || customer === null || cart === null || seen === null || held === null) return undefined
  if (isAboutProduct !== (product !== undefined)) return undefined
  const market = asked.get('market')
  const language = asked.get('language')
  return {
    placement,
    slot: Number(asked.get('slot') ?? 1) - 1,
    product,
    customer,
    cart,
    market: market === undefined ? undefined : market === '' ? null : foldAsLiquid(market),
    language: language === undefined ? undefined : foldAsLiquid(language),
    seen,
    told: readTold(asked.get('so')),
    held,
    drawn: asked.has('as') ? { showsPrice: asked.get('prices') !== '0' } : undefined,
  }
}

/** Nobody asks us on pages that Shopify draws. */
function isPlacement(name: string): name is Placement {
  return Object.hasOwn(PLACEMENTS, name) && PLACEMENTS[name as Placement].drawnBy === 'theme'
}

/** Null where there is one that is no id. */
function readId<Id extends number>(text: string | undefined): Id | undefined | null {
  if (text === undefined) return undefined
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? (number as Id) : null
}

function readCart(text: string | undefined): CartLine[] | undefined | null {
  if (text === undefined) return undefined
  const lines: CartLine[] = []
  for (const line of text === '' ? [] : text.split(',')) {
    const colon = line.indexOf(':')
    const product = readId<ProductId>(line.slice(0, colon))
    if (product === null || product === undefined) return null
    lines.push({ product, quantity: Number(line.slice(colon + 1)) })
  }
  return lines
}

function readTold(text: string | undefined): OfferRequest['told'] {
  if (text === undefined) return UNTOLD
  return new Map(
    text.split(',').map((page) => {
      const [mark = '', ...places] = page.split('.')
      return [mark, new Set(places.map(Number))]
    }),
  )
}

function readList(text: string | undefined): ReadonlySet<ProductId> | null {
  if (!text) return NONE
  const ids = text.split(',').map((one) => readId<ProductId>(one))
  return ids.includes(null) ? null : new Set(ids as ProductId[])
}
