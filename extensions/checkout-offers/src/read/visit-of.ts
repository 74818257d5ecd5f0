import { foldAsLiquid } from '../../../../app/commerce/fold-as-liquid.ts'
import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Goods, Visit } from '../../../../app/slots/visit.ts'
import { productIn } from '../offers.ts'

/** A line of a cart or an order, as Shopify's pages tell of it. */
export interface PageLine {
  readonly id: string
  readonly quantity: number
  readonly merchandise: {
    readonly id?: string
    readonly title?: string
    readonly selectedOptions?: readonly { readonly value: string }[]
    readonly sellingPlan?: unknown
    readonly product: { readonly id: string; readonly vendor: string; readonly productType: string }
  }
  readonly attributes?: readonly { readonly key: string; readonly value: string }[]
  readonly cost?: { readonly totalAmount: { readonly amount: number; readonly currencyCode: string } }
  readonly parentRelationship?: { readonly parent: { readonly id: string } } | null
}

export interface PageFacts {
  readonly lines: readonly PageLine[]
  /** Of the lines; `amount` in whole units of the currency. */
  readonly subtotal: { readonly amount: number; readonly currencyCode: string } | undefined
  /** Null where nobody is signed in; undefined where the app may not know. */
  readonly customer: { readonly ordersCount?: number } | null | undefined
  readonly market: { readonly handle: string } | undefined
  readonly language: string
  /** Beside type and vendor. */
  readonly goods: ReadonlyMap<ProductId, Goods>
  /** The shop's; undefined where nobody wrote it down. */
  readonly zone: string | undefined
  readonly now: Date
}

/** The visit that guards are asked about, as far as one of Shopify's own pages knows it. */
export function visitOf({ lines, subtotal, customer, market, language, goods, zone, now }: PageFacts): Visit {
  return {
    cart: lines.flatMap(({ quantity, merchandise }) => {
      const product = productIn(merchandise.product.id)
      if (!product) return []
      const { vendor, productType } = merchandise.product
      return [{ product, quantity, goods: { vendor: foldAsLiquid(vendor), type: foldAsLiquid(productType), ...goods.get(product) } }]
    }),
    isSignedIn: customer === undefined ? undefined : customer !== null,
    orders: customer?.ordersCount,
    subtotal: subtotal && { currency: subtotal.currencyCode, hundredths: Math.round(subtotal.amount * 100) },
    market: market ? foldAsLiquid(market.handle) : null,
    language: foldAsLiquid(language),
    today: () => (zone === undefined ? undefined : dayIn(zone, now)),
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function dayIn(zone: string, now: Date): ReturnType<Visit['today']> {
  try {
    const written = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
    }).formatToParts(now)
    const part = (type: string) => written.find((one) => one.type === type)?.value ?? ''
    return { date: Number(part('year') + part('month') + part('day')), weekday: WEEKDAYS.indexOf(part('weekday')) + 1 }
  } catch {
    return undefined
  }
}
