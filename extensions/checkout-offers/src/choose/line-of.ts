import type { ProductId } from '../../../../app/commerce/ids.ts'
import { productIn } from '../offers.ts'
import type { PageLine } from '../read/visit-of.ts'

/** The line under which something beside a product is nested; undefined where the product's own line is nested already. */
export function lineOf(product: ProductId, lines: readonly PageLine[]): PageLine | undefined {
  return lines.find((line) => !line.parentRelationship && productIn(line.merchandise.product.id) === product)
}
