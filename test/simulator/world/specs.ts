import type { MerchantMetafield, Product } from '../shop.ts'

const namespace = 'specs'

export const textSpec = (key: string, value: string): MerchantMetafield => ({ namespace, key, type: 'single_line_text_field', value })

export const countSpec = (key: string, value: number): MerchantMetafield => ({
  namespace,
  key,
  type: 'number_integer',
  value: String(value),
})

/** Shopify writes decimals with at least one digit behind the point. */
export const decimalSpec = (key: string, value: number): MerchantMetafield => ({
  namespace,
  key,
  type: 'number_decimal',
  value: Number.isInteger(value) ? value.toFixed(1) : String(value),
})

/** What the merchant wrote about a product under `specs`, or undefined. */
export function specOf(product: Pick<Product, 'metafields'>, key: string): string | undefined {
  return product.metafields.find((field) => field.namespace === namespace && field.key === key)?.value
}
