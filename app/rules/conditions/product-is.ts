import { z } from 'zod'
import type { ProductId } from '#app/commerce/ids.ts'
import { either, type ConditionKind } from './kind.ts'

export interface ProductIs {
  readonly kind: 'product'
  readonly ids: readonly ProductId[]
}

export const productIs: ConditionKind<'product', ProductIs> = {
  kind: 'product',
  schema: z.strictObject({
    kind: z.literal('product'),
    ids: z.array(z.int().positive()).min(1, 'fault.choose-one').max(250, 'fault.too-many'),
  }) as unknown as z.ZodType<ProductIs>,
  field: { kind: 'products' },
  blank: { kind: 'product', ids: [] },
  check: (product, { ids }) => ids.includes(product.id),
  sentence({ ids }, { say, catalog }) {
    const titles = ids.map((id) => {
      const at = catalog.indexOf(id)
      return at === undefined
        ? say('condition.product.gone', { id })
        : say('condition.product.title', { title: catalog.products[at]!.title })
    })
    return say('condition.product', { titles: either(titles, say) })
  },
}
