import { describe, expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { groupsIn } from './group.ts'

const of = (type: string, ...tags: string[]) => ({ type, tags })
const catalog = aCatalog(
  aProduct(1, of('Toy', 'needs-aa', 'everything', 'play')),
  aProduct(2, of(' toy ', 'Needs-AA', 'everything', 'play')),
  aProduct(3, of('Toy', 'everything', 'play')),
  aProduct(4, of('Battery', 'aa', 'everything')),
  aProduct(5, of('Battery', 'aa', 'everything')),
  aProduct(6, of('', 'everything', 'lonely')),
)

describe('groupsIn', () => {
  it('names types and tags, in one spelling, but no tag of everything, of one product, or of what has a name already', () => {
    expect(groupsIn(catalog)).toEqual([
      { group: { kind: 'type', name: 'Toy' }, members: [0, 1, 2] },
      { group: { kind: 'type', name: 'Battery' }, members: [3, 4] },
      { group: { kind: 'tag', name: 'needs-aa' }, members: [0, 1] },
    ])
  })
})
