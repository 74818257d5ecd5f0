import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../../test/a/product.ts'
import { factsOf } from '../facts/facts-of.ts'
import { FACETS } from '../facts/facet.ts'
import { priceClasses } from '../facts/price-classes.ts'
import { COPY_LOCALES } from '../sentences/locale.ts'
import { templateOf, TONES } from '../sentences/templates.ts'
import { approvedSentences, type SentenceRow } from './approved.ts'
import { standsOn, type ProductCopy } from './copy-of.ts'
import { planCopy } from './plan-copy.ts'

const templates = COPY_LOCALES.flatMap((locale) =>
  FACETS.flatMap((facet) =>
    TONES.map((tone): SentenceRow => ({
      id: `${locale}/${facet}/${tone}`,
      locale,
      facet,
      tone,
      words: templateOf(locale, facet, tone),
      about: null,
    })),
  ),
)
const robot = (size: string) => aProduct(1, { vendor: 'Malkasten', metafields: { 'specs.battery_size': size } })
const shopOf = (products: readonly ReturnType<typeof robot>[], rows: readonly SentenceRow[]) =>
  ({ products, confirmed: new Map(), angles: {}, sentences: approvedSentences(rows), language: 'en' }) as const
const planned = (...args: Parameters<typeof shopOf>) => {
  const [write] = planCopy(shopOf(...args), new Map()).writes
  return write && (JSON.parse(write.document) as ProductCopy)
}

it('says something of each product with two facts in all six languages', () => {
  const copy = planned([robot('AA')], templates)!
  expect(Object.keys(copy.said)).toEqual(COPY_LOCALES)
  expect(copy.looks).toEqual(['power:aa', 'make:malkasten'])
  expect(copy.said.en).toEqual({
    neutral: 'Runs on AA.',
    fitted: [
      ['power:aa', 'Runs on AA, like those you looked at.'],
      ['make:malkasten', 'From Malkasten, like those you looked at.'],
    ],
  })
  expect(copy.said.ja!.neutral).toContain('AA')
})

it('says nothing that nobody has approved, and takes back what stands', () => {
  expect(planned([robot('AA')], [])).toBeUndefined()
  expect(planCopy(shopOf([robot('AA')], []), new Map([[1 as ProductId, '{}']]))).toEqual({ writes: [], deletes: [1] })
  expect(planCopy(undefined, new Map([[1 as ProductId, '{}']]))).toEqual({ writes: [], deletes: [1] })
})

it('writes nothing twice', () => {
  const { writes } = planCopy(shopOf([robot('AA')], templates), new Map())
  expect(planCopy(shopOf([robot('AA')], templates), new Map([[1 as ProductId, writes[0]!.document]]))).toEqual({ writes: [], deletes: [] })
})

it('takes back a sentence that was approved for a product as soon as a fact in it changes, and not for another', () => {
  const facts = (size: string) => factsOf(robot(size), priceClasses([]))
  const words = 'This robot takes {{power}}.'
  const own: SentenceRow = {
    id: 'own',
    locale: 'en',
    facet: 'power',
    tone: 'neutral',
    words,
    about: new Map([[1 as ProductId, standsOn(words, facts('AA'))]]),
  }
  expect(planned([robot('AA')], [own, ...templates])!.said.en!.neutral).toBe('This robot takes AA.')
  expect(planned([robot('AAA')], [own, ...templates])!.said.en!.neutral).toBe('Runs on AAA.')
  expect(planned([robot('AAA')], [own])).toBeUndefined()
  expect(planned([{ ...robot('AA'), vendor: 'Other' }], [own])!.said.en!.neutral).toBe('This robot takes AA.')
})

it('has three angles at the most, in the order of what shoppers go by', () => {
  const rich = aProduct(1, {
    metafields: { 'specs.battery_size': 'AA', 'custom.material': 'Oak', 'custom.size': 'A4', 'custom.use': 'Travel' },
  })
  const angles = { Thing: ['make', 'size', 'material', 'power'] } as const
  const { writes } = planCopy({ ...shopOf([rich], templates), angles }, new Map())
  const copy = JSON.parse(writes[0]!.document) as ProductCopy
  // The vendor is what they go by, and stands on the page anyway.
  expect(copy.said.en!.neutral).toBe('Size: A4.')
  expect(copy.said.en!.fitted.map(([look]) => look)).toEqual(['make:maker', 'size:a4', 'material:oak'])
})
