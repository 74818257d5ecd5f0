/** What `cart-lines-discounts-generate-run.graphql` asks for. A metafield that is longer than Shopify hands on is null. */
export interface Input {
  readonly cart: { readonly lines: readonly InputLine[] }
  readonly discount: { readonly discountClasses: readonly string[]; readonly metafield: { readonly value: string } | null }
  /** A decimal text. */
  readonly presentmentCurrencyRate: string
  readonly shop: { readonly localTime: { readonly date: string } }
}

export interface InputLine {
  readonly id: string
  readonly quantity: number
  readonly cost: { readonly amountPerQuantity: { readonly amount: string; readonly currencyCode: string } }
  readonly merchandise:
    | { readonly __typename: 'CustomProduct' }
    | {
        readonly __typename: 'ProductVariant'
        readonly id: string
        readonly product: { readonly id: string; readonly metafield: { readonly jsonValue: unknown } | null }
      }
}
