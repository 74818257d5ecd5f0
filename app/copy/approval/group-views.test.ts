import { describe, expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { factsOf } from '../facts/facts-of.ts'
import { priceClasses } from '../facts/price-classes.ts'
import { standsOn } from '../publishing/copy-of.ts'
import { groupViews } from './group-views.ts'
import { answered, questionsIn } from './questions.ts'
import { sentenceViews, type StoredView } from './sentence-views.ts'

const known = [
  aProduct(1, { type: 'Robot', vendor: '', metafields: { 'specs.battery_size': 'AA' } }),
  aProduct(2, { type: 'Robot', vendor: '', metafields: { 'specs.battery_size': 'AA' } }),
  aProduct(3, { type: 'Train set', vendor: '', metafields: { 'specs.battery_size': 'C' } }),
].map((product) => ({ product, facts: factsOf(product, priceClasses([])) }))

/** A sentence about the products of a type, as a model has written it. */
function about(type: string, words: string, part: Partial<StoredView> = {}): StoredView {
  const of = known.filter(({ product }) => product.type === type)
  return {
    ...{ id: `${type}/${words}`, locale: 'en', facet: 'power', tone: 'neutral', words, writer: 'model', state: 'waiting' },
    about: new Map(of.map(({ product, facts }) => [product.id, standsOn(words, facts)])),
    ...{ fault: null, decidedBy: null, decidedAt: null },
    ...part,
  }
}
const views = (kept: readonly StoredView[]) => sentenceViews(kept, 'en', known, 'en')

describe('what can be decided on', () => {
  it('is what is shipped for what any product has, and nothing for what none has', () => {
    expect(views([]).map(({ facet, tone, state, products }) => [facet, tone, state, products])).toEqual([
      ['power', 'neutral', 'off', 3],
      ['power', 'fitted', 'off', 3],
    ])
    expect(views([])[0]!.examples.map(({ text }) => text)).toEqual(['Runs on AA.', 'Runs on C.'])
  })

  it('says of how many products a sentence no longer holds', () => {
    const [{ product }] = known as [(typeof known)[number]]
    const stale = about('Robot', 'Takes {{power}}.', { about: new Map([[product.id, 'other']]) })
    expect(views([stale]).find(({ id }) => id === stale.id)).toMatchObject({ products: 0, withdrawn: 1 })
  })

  it('is one decision for sentences that differ in their type alone', () => {
    const groups = groupViews(views([about('Robot', 'This robot takes {{power}}.'), about('Train set', 'This train set takes {{power}}.')]))
    const [group] = groups.filter(({ writer }) => writer === 'model')
    expect(group).toMatchObject({ pattern: 'This … takes {{power}}.', products: 3, sentences: { length: 2 } })
    expect(group!.examples.map(({ text }) => text)).toEqual(['This robot takes AA.', 'This train set takes C.'])
  })

  it('names what reads unlike the others', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      aProduct(at + 1, { vendor: '', metafields: { 'custom.material': at === 7 ? 'see the label inside, as always' : 'Oak' } }),
    ).map((product) => ({ product, facts: factsOf(product, priceClasses([])) }))
    expect(sentenceViews([], 'en', many, 'en')[0]!.outliers).toEqual([
      { product: 8, title: 'Product 8', text: 'Material: see the label inside, as always.' },
    ])
  })
})

describe('a question', () => {
  const sturdy = about('Robot', 'A sturdy robot on {{power}}.', { fault: { kind: 'unknown-words', words: ['sturdy'] } })
  const both = about('Train set', 'A sturdy, quiet train set on {{power}}.', {
    fault: { kind: 'unknown-words', words: ['sturdy', 'quiet'] },
  })

  it('is asked once of all products that it is wanted for', () => {
    expect(questionsIn([sturdy, both], 'en').map(({ word, products }) => [word, products])).toEqual([
      ['sturdy', [1, 2, 3]],
      ['quiet', [3]],
    ])
    expect(questionsIn([sturdy, both], 'de')).toEqual([])
  })

  it('leaves nothing to ask after a yes, and declines after a no', () => {
    expect(answered(sturdy, 'sturdy', true)).toMatchObject({ state: 'waiting', fault: null })
    expect(answered(both, 'sturdy', true).fault).toEqual({ kind: 'unknown-words', words: ['quiet'] })
    expect(answered(sturdy, 'sturdy', false).state).toBe('declined')
    expect(answered(sturdy, 'loud', false)).toBe(sturdy)
  })
})
