import { expect, it } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../../test/a/product.ts'
import { aRule, ofType, type RulePart } from '../../../../test/a/rule.ts'
import { aCatalog } from '../../../../test/a/shop.ts'
import { EMPTY_SET } from '../../rule-set.ts'
import { ignored } from './ignored.ts'
import { lintShop } from '../lint-shop.ts'
import { lintedShop } from '../linted-shop.ts'

const catalog = aCatalog(aProduct(1, { type: 'Lamp', price: 2_000 }), aProduct(2, { type: 'Lantern', price: 3_000 }))
const tenth = { kind: 'percent', off: 1_000, combines: { order: false, shipping: false } } as const

function found(part: RulePart) {
  const set = { ...EMPTY_SET, rules: [aRule({ id: 'one', when: ofType('Lamp'), where: ofType('Lantern'), ...part })] }
  const resolver = resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set)
  return lintShop(lintedShop(set, catalog, resolver)).filter(({ kind }) => kind === ignored.kind)
}

it.each<[string, RulePart, readonly string[]]>([
  ['nothing that is done', { nest: true, closesGap: true }, []],
  ['a nested swap', { nest: true, instead: true }, ['nest']],
  ['a swap that is to close the gap', { closesGap: true, instead: true }, ['gap']],
  ['what is given off and is to close the gap', { closesGap: true, discount: tenth }, ['gap']],
  ['both', { nest: true, closesGap: true, instead: true }, ['nest', 'gap']],
])('finds %s', (_, part, expected) => expect(found(part).map(({ as }) => as)).toEqual(expected))

it('takes out just what is not done', () => {
  const mended = found({ nest: true, closesGap: true, instead: true }).map(({ mend }) => mend?.is?.offer)
  expect(mended).toMatchObject([
    { nest: undefined, closesGap: true, instead: true },
    { nest: true, closesGap: undefined, instead: true },
  ])
})
