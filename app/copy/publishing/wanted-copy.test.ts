import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { factsOf } from '../facts/facts-of.ts'
import { FACETS } from '../facts/facet.ts'
import { priceClasses } from '../facts/price-classes.ts'
import { knownProducts } from '../known-products.ts'
import { COPY_LOCALES } from '../sentences/locale.ts'
import { PAGE_TONES } from '../sentences/hole.ts'
import { templateOf } from '../sentences/templates.ts'
import { approvedSentences, type SentenceRow } from './approved.ts'
import { standsOn, type ProductCopy } from './copy-of.ts'
import { wantedCopy } from './wanted-copy.ts'

const templates = COPY_LOCALES.flatMap((locale) =>
  FACETS.flatMap((facet) =>
    PAGE_TONES.map((tone): SentenceRow => ({
      id: `${locale}/${facet}/${tone}`,
      locale,
      facet,
      tone,
      words: templateOf(locale, { facet, tone }),
      about: null,
    })),
  ),
)
const robot = (size: string) => aProduct(1, { vendor: 'Malkasten', metafields: { 'specs.battery_size': size } })
const shopOf = (products: readonly ReturnType<typeof robot>[], rows: readonly SentenceRow[]) => ({
  known: knownProducts(aCatalog(...products)),
  angles: {},
  sentences: approvedSentences(rows),
  language: 'en' as const,
  never: [] as string[],
})
const said = (shop: Parameters<typeof wantedCopy>[0]) => {
  const [wanted] = wantedCopy(shop)
  return wanted && (JSON.parse(wanted.document) as ProductCopy)
}
const planned = (...args: Parameters<typeof shopOf>) => said(shopOf(...args))

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

it('says nothing that nobody has approved, and nothing of what is no longer sold', () => {
  expect(planned([robot('AA')], [])).toBeUndefined()
  for (const status of ['draft', 'archived'] as const) expect(planned([{ ...robot('AA'), status }], templates)).toBeUndefined()
})

it('says no line that holds what the merchant never wants to read, whoever approved it', () => {
  const copy = said({ ...shopOf([robot('AA')], templates), never: ['malkasten'] })!
  expect(copy.said.en).toEqual({ neutral: 'Runs on AA.', fitted: [['power:aa', 'Runs on AA, like those you looked at.']] })
  expect(said({ ...shopOf([robot('AA')], templates), never: ['aa', 'Malkasten'] })).toBeUndefined()
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
  const copy = said({ ...shopOf([rich], templates), angles })!
  // The vendor is what they go by, and stands on the page anyway.
  expect(copy.said.en!.neutral).toBe('Size: A4.')
  expect(copy.said.en!.fitted.map(([look]) => look)).toEqual(['make:maker', 'size:a4', 'material:oak'])
})
