import { aRule, ofType } from '../a/rule.ts'
import { aProduct } from '../a/world.ts'
import { specs } from './specs.ts'

export const [AIR, PRO, SMALL, LARGE, KIT, FEW, MANY, PEN, CLOTH] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const of = (productType: string, inches?: number) => ({ productType, metafields: inches === undefined ? [] : specs({ inches }) })
/** Each in the order of its id. */
export const PRODUCTS = [
  aProduct({ id: AIR, title: 'Fjell 13 Air', price: 99_900, ...of('Laptop', 13) }),
  aProduct({ id: PRO, title: 'Fjell 16 Pro', price: 179_900, ...of('Laptop', 16) }),
  aProduct({ id: SMALL, title: 'Sleeve 13″', price: 3_900, ...of('Sleeve', 13) }),
  aProduct({ id: LARGE, title: 'Sleeve 16″', price: 4_500, ...of('Sleeve', 16) }),
  aProduct({ id: KIT, title: 'Cleaning kit', price: 1_400, ...of('Care'), sellingPlans: [{ id: 1, name: 'Every month', percent: 10 }] }),
  aProduct({ id: FEW, title: 'Ten wipes', price: 500, ...of('Wipes') }),
  aProduct({ id: MANY, title: 'Thirty wipes', price: 1_200, ...of('Large wipes') }),
  aProduct({ id: PEN, title: 'Screen pen', price: 2_000, ...of('Pen') }),
  aProduct({ id: CLOTH, title: 'Cloth', price: 300, ...of('Cloth') }),
]

/** What goes with a laptop and with wipes: hanging on it, after the purchase, to close a gap, in its place, by subscription, and for free. */
export const RULES = [
  aRule({
    id: 'sleeves',
    when: ofType('Laptop'),
    where: ofType('Sleeve'),
    joins: [{ kind: 'metafield', offered: 'specs.inches', trigger: 'specs.inches' }],
    nest: true,
    discount: { kind: 'percent', off: 1_000, combines: { order: false, shipping: true } },
  }),
  aRule({ id: 'care', when: ofType('Laptop'), where: ofType('Care'), at: ['thank-you', 'order-status'] }),
  aRule({ id: 'pens', when: ofType('Wipes'), where: ofType('Pen', 'Care'), closesGap: true, priority: 60 }),
  aRule({ id: 'plans', when: ofType('Care'), instead: 'subscription' }),
  aRule({ id: 'packs', when: ofType('Wipes'), where: ofType('Large wipes'), instead: true }),
  aRule({
    id: 'gifts',
    when: ofType('Wipes'),
    where: ofType('Cloth'),
    discount: { kind: 'gift', from: { EUR: '25.00' }, combines: { order: false, shipping: false } },
  }),
]
