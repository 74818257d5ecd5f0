import { aRule, ofType } from '../a/rule.ts'

/** What goes with a laptop and with wipes: hanging on it, after the purchase, to close a gap, in its place, and for free. */
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
  aRule({ id: 'packs', when: ofType('Wipes'), where: ofType('Large wipes'), instead: true }),
  aRule({
    id: 'gifts',
    when: ofType('Wipes'),
    where: ofType('Cloth'),
    discount: { kind: 'gift', from: { EUR: '25.00' }, combines: { order: false, shipping: false } },
  }),
]
