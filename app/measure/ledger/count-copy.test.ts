import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { fixTerms } from '../arms/terms.ts'
import { countVisitor, type OfferedRow } from './count-visitor.ts'
import { scopesOf } from './scopes-of.ts'

const worth = { costs: new Map<never, never>(), terms: fixTerms([], 180) }
const row = (part: Partial<OfferedRow>): OfferedRow => ({
  epoch: 1,
  product: 1 as ProductId,
  soldBy: 'product-page/rule/cells',
  isHeldOut: false,
  at: 0,
  ...part,
})

it('counts what is said of products apart from what is offered, each by its own arm', () => {
  const counted = countVisitor([row({}), row({ soldBy: 'product-page/copy/fitted', isHeldOut: true })], [], () => worth)
  expect(counted.map(({ scope, isHeldOut }) => [scope, isHeldOut])).toEqual([
    ['all', false],
    ['placement/product-page', false],
    ['rule/cells', false],
    ['copy/fitted', true],
  ])
})

it('lays words to nothing but words', () => expect(scopesOf('product-page/copy/neutral')).toEqual(['copy/neutral']))
