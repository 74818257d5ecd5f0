import type { Query } from './storefront.ts'
import type { PageLine } from './visit-of.ts'

/** A value of Shopify's that changes; who reads it while drawing is drawn again when it does. */
export interface Readable<Value> {
  readonly value: Value
}

/** What a block is told by every page that we stand on. */
export interface BlockApi {
  readonly query: Query
  readonly settings: Readable<Readonly<Record<string, unknown>>>
  readonly i18n: {
    translate(key: string, options?: Record<string, string | number>): unknown
    formatCurrency(amount: number, options: { currency: string }): string
    formatNumber(value: number, options: Intl.NumberFormatOptions): string
    formatDate(date: Date, options: Intl.DateTimeFormatOptions): string
  }
  /** Hands an event to the shop's pixels. */
  readonly analytics: { publish(name: string, data: Record<string, unknown>): Promise<boolean> }
  readonly customerPrivacy: Readable<{ readonly allowedProcessing: { readonly analytics: boolean } }>
  readonly localization: {
    readonly country: Readable<{ readonly isoCode: string } | undefined>
    readonly language: Readable<{ readonly isoCode: string }>
  }
}

/** What a page about a cart or an order tells beside that. */
export interface PageApi extends BlockApi {
  readonly lines: Readable<readonly PageLine[]>
  /** Of the cart or order; absent where the page tells none. */
  readonly attributes?: Readable<readonly { readonly key: string; readonly value?: string }[] | undefined>
  readonly appMetafields: Readable<
    readonly {
      readonly target: { readonly type: string; readonly id: string }
      readonly metafield: { readonly key: string; readonly value: unknown }
    }[]
  >
  readonly cost: { readonly subtotalAmount: Readable<{ readonly amount: number; readonly currencyCode: string } | undefined> }
  /** Absent where the app may know nothing of customers. */
  readonly buyerIdentity?: { readonly customer: Readable<{ readonly id: string; readonly ordersCount?: number } | undefined> }
  readonly localization: BlockApi['localization'] & { readonly market: Readable<{ readonly handle: string } | undefined> }
  readonly shop: { readonly storefrontUrl?: string }
}
