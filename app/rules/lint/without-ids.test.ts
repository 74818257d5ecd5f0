import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { ProductFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import { withoutIds } from './without-ids.ts'

const products = (...ids: number[]) => ({ kind: 'product', ids: ids as ProductId[] }) as const
const collections = (...ids: number[]) => ({ kind: 'collection', ids: ids as CollectionId[] }) as const
const type = { kind: 'type', names: ['Toy'] } as const
const NEVER = { kind: 'any', of: [] }
const without = (condition: Tree<ProductFact>, ...gone: number[]) => withoutIds(condition, (_, id) => !gone.includes(id))

/** Whether a condition of names alone holds of a product in these collections. */
function holds(condition: Tree<ProductFact>, product: number, within: readonly number[]): boolean {
  if (condition.kind === 'all') return condition.of.every((part) => holds(part, product, within))
  if (condition.kind === 'any') return condition.of.some((part) => holds(part, product, within))
  if (condition.kind === 'not') return !holds(condition.of, product, within)
  if (condition.kind === 'product') return condition.ids.includes(product as ProductId)
  if (condition.kind === 'collection') return condition.ids.some((id) => within.includes(id))
  throw new Error(`no condition of names: ${condition.kind}`)
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
const { anyCondition } = fc.letrec<{ anyCondition: Tree<ProductFact> }>((tie) => ({
  anyCondition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    ids.map((of) => products(...of)),
    ids.map((of) => collections(...of)),
    fc.array(tie('anyCondition'), { maxLength: 3 }).map((of) => ({ kind: 'all' as const, of })),
    fc.array(tie('anyCondition'), { maxLength: 3 }).map((of) => ({ kind: 'any' as const, of })),
    tie('anyCondition').map((of) => ({ kind: 'not' as const, of })),
  ),
}))

describe('a condition without what is gone', () => {
  it('keeps of the products and collections that it names exactly those that stay', () => {
    expect(without(products(1, 2, 3), 1, 3)).toEqual(products(2))
    expect(without(products(1, 2, 3), 4)).toEqual(products(1, 2, 3))
    expect(without(collections(1, 2), 2)).toEqual(collections(1))
  })

  it('holds of nothing where nothing stays that it asks for, and drops that way where there are others', () => {
    expect(without(products(1), 1)).toEqual(NEVER)
    expect(without({ kind: 'all', of: [type, products(1)] }, 1)).toEqual(NEVER)
    expect(without({ kind: 'any', of: [type, products(1)] }, 1)).toEqual({ kind: 'any', of: [type] })
  })

  it('asks for nothing any more where all that was barred is gone', () => {
    expect(without({ kind: 'not', of: products(1) }, 1)).toEqual({ kind: 'all', of: [] })
  })

  it('asks the caller by what each is: a product and a collection of one number are two', () => {
    const both: Tree<ProductFact> = { kind: 'any', of: [products(1), collections(1)] }
    expect(withoutIds(both, (kind) => kind === 'collection')).toEqual({ kind: 'any', of: [collections(1)] })
  })

  it('holds of everything that is still there as it did before', () => {
    fc.assert(
      fc.property(anyCondition, ids, fc.integer({ min: 1, max: 6 }), ids, (condition, gone, product, within) => {
        fc.pre(!gone.includes(product))
        const still = within.filter((id) => !gone.includes(id))
        expect(holds(without(condition, ...gone), product, still)).toBe(holds(condition, product, still))
      }),
      { numRuns: 500 },
    )
  })
})
