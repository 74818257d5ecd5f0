import type { Customer } from '../shop.ts'
import type { ShopState } from '../state/shop-state.ts'

/** What the APIs that a shopper's browser may ask know beside source and arguments. */
export interface ShopperAsk {
  readonly shop: ShopState
  readonly storefrontUrl: string
  /** What `$app` stands for in stored metafields. */
  readonly appNamespace: string
  readonly isStorefrontReadable: (ownerType: string, namespace: string, key: string) => boolean
  /** Who is signed in. */
  readonly customer: Customer | null
  /** What the merchant has granted the app. */
  readonly scopes: ReadonlySet<string>
}

export type ShopperResolver<Source = never, Args = never> = (source: Source, args: Args, ask: ShopperAsk) => unknown
export type ShopperResolvers = Readonly<Record<string, Readonly<Record<string, ShopperResolver>>>>
