import { z } from 'zod'
import type { ProductId } from '#app/commerce/ids.ts'

/** What a block of the theme wants to show. */
export interface Ask {
  readonly placement: 'product-page'
  readonly product: ProductId
}

const schema = z.object({
  placement: z.literal('product-page').default('product-page'),
  product: z.string().transform(Number).refine(Number.isSafeInteger),
})

/** The ask in verified parameters; undefined where they do not make one. */
export function readAsk(asked: ReadonlyMap<string, string>): Ask | undefined {
  const read = schema.safeParse(Object.fromEntries(asked))
  return read.success ? { placement: read.data.placement, product: read.data.product as ProductId } : undefined
}
