import type { MerchantMetafield } from '../simulator/shop.ts'

/** A product's facts as the merchant keeps them: metafields of the namespace `specs`. */
export const specs = (facts: Readonly<Record<string, string | number>>): MerchantMetafield[] =>
  Object.entries(facts).map(([key, value]) => {
    const type = typeof value === 'number' ? 'number_integer' : 'single_line_text_field'
    return { namespace: 'specs', key, type, value: String(value) }
  })
