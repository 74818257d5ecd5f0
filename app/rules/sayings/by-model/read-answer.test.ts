import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luckOf } from '../../../../test/a/luck.ts'
import { aProduct, aVariant } from '../../../../test/a/product.ts'
import { anyRules } from '../../../../test/a/any-rule.ts'
import { aCatalog } from '../../../../test/a/shop.ts'
import { asInFile, spoil } from '../../../../test/a/spoil.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { writeDocument } from '../../document/write-document.ts'
import { readRule } from '../../read-rule.ts'
import { EMPTY_SET } from '../../rule-set.ts'
import { namesOf } from '../names-of.ts'
import { readAnswer } from './read-answer.ts'

const ID = 'said' as RuleId
const product = (id: number, type: string, tags: string[]) =>
  aProduct(id, {
    type,
    tags,
    collections: [1],
    options: ['Size'],
    variants: [aVariant({ options: ['S'] })],
    metafields: { 'specs.cells': ['AA'], 'specs.needs': 4 },
  })
const catalog = aCatalog(product(1, 'Toy', ['aa']), product(2, 'Battery', ['New']), product(3, 'Laptop', ['sale']))
const names = namesOf(catalog, 'EUR')
const read = (answer: unknown, sentence = 'offer cells with whatever toy eats them') =>
  readAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer), sentence, ID, catalog, names)
const ofType = (...types: string[]) => ({ kind: 'type', names: types })
const says = (...pairs: [words: string, where: string][]) => pairs.map(([words, where]) => ({ words, where }))
const draft = (offer: object = {}, more: object = {}) => ({
  rule: { when: ofType('Toy'), offer: { where: ofType('Battery'), ...offer }, ...more },
  says: says(['cells', 'offer.where'], ['eats them', 'offer.where']),
})
const left = (answer: object, sentence: string) => read(answer, sentence)?.unknown.map(({ from, to }) => sentence.slice(from, to))

describe('an answer', () => {
  it('is a draft under the id that it was asked for, named for the sentence', () => {
    const understood = read(draft({ most: 2, sort: 'lowest-price' }))
    expect(understood?.rule).toMatchObject({
      id: 'said',
      state: 'draft',
      name: 'offer cells with whatever toy eats them',
      when: ofType('Toy'),
      offer: { where: ofType('Battery'), most: 2, sort: 'lowest-price' },
    })
    expect(understood?.unknown).toEqual([])
  })

  it('is read out of a fence, and beside other text', () => {
    expect(read('Sure!\n```json\n' + JSON.stringify(draft()) + '\n```')?.rule.state).toBe('draft')
  })

  it('names collections by their titles, as files do', () => {
    expect(read(draft({ where: { kind: 'collection', collections: ['Collection 1'] } }))?.rule.offer.where).toMatchObject({ ids: [1] })
  })

  it('makes nothing live, gives nothing away and is nobody else', () => {
    const bold = draft(
      { discount: { kind: 'percent', percent: 90, combines: [] }, instead: true },
      { id: 'other', state: 'active', priority: 1 },
    )
    const { rule } = read(bold)!
    expect(rule).toMatchObject({ id: 'said', state: 'draft', priority: 50 })
    expect(rule.offer).not.toHaveProperty('discount')
    expect(rule.offer).not.toHaveProperty('instead')
  })

  it.each<[answer: string | object, of: string]>([
    ['', 'nothing'],
    ['I would be glad to help.', 'talk'],
    ['{"rule": {"when": {"kind":', 'what was cut'],
    ['{"rule": 5}', 'no rule'],
    [draft({ where: ofType('Gold bar') }), 'a type that the shop has not'],
    [draft({ where: { kind: 'tag', names: ['New', 'gold'] } }), 'a tag that it has not'],
    [draft({ where: { kind: 'vendor', names: ['Nobody'] } }), 'a vendor'],
    [draft({ where: { kind: 'option', name: 'Size', names: ['XL'] } }), 'a value of an option'],
    [draft({ where: { kind: 'option', name: 'Taste', names: ['S'] } }), 'an option'],
    [draft({ where: { kind: 'metafield-set', name: 'specs.gold' } }), 'a metafield'],
    [draft({ where: { kind: 'collection', collections: ['Gold'] } }), 'a collection'],
    [draft({ where: { kind: 'collection', collections: [77] } }), 'the number of one'],
    [draft({ joins: [{ kind: 'same-option', option: 'Taste' }] }), 'an option to match'],
    [draft({ joins: [{ kind: 'metafield', offered: 'specs.cells', trigger: 'specs.gold' }] }), 'a metafield to match'],
    [draft({ joins: [{ kind: 'same-tag', prefix: 'gold-' }] }), 'tags to match'],
    [draft({ need: { takes: 'specs.needs', holds: 'specs.gold' } }), 'a number of pieces'],
    [draft({ except: ofType('Gold bar') }), 'what is never offered'],
    [draft({}, { when: { kind: 'cart-contains', of: ofType('Gold bar') } }), 'what lies in a cart'],
    [draft({}, { when: { kind: 'customer-tag', names: ['vip'] } }), 'a tag of customers'],
    [draft({}, { when: { kind: 'product', products: ['product-1'] } }), 'a product, of which it was told nothing'],
    [draft({ most: 13 }), 'more than a slot holds'],
    [draft({ where: { kind: 'all', of: [] } }), 'everything beside everything'],
  ])('that is %s is none: %s', (answer) => expect(read(answer)).toBeUndefined())

  it('leaves words for which the draft has nothing', () => {
    const sentence = 'offer glowing cells with red toys from the moon'
    const answer = { ...draft(), says: says(['cells', 'offer.where'], ['red', 'offer.colour'], ['of the moon', 'when'], ['toys', 'when']) }
    expect(left(answer, sentence)).toEqual(['glowing', 'red', 'moon'])
  })

  it('leaves what our own reading knows and the draft does not say', () => {
    const sentence = 'offer a laptop with toys on weekends, newest first'
    expect(left({ ...draft(), says: [] }, sentence)).toEqual(['laptop', 'on weekends', 'newest first'])
  })

  it('may be of a sentence in any language', () => {
    const sentence = 'Biete zu jedem Spielzeug passende Batterien an'
    const german = {
      ...draft(),
      says: says(['zu jedem Spielzeug', 'when'], ['Batterien', 'offer.where'], ['Biete', 'offer'], ['an', 'offer']),
    }
    expect(left(german, sentence)).toEqual(['passende'])
  })

  it('takes no word for a figure that is not there, nor one for the whole sentence', () => {
    const sentence = 'offer cells under 5 euros with toys'
    const dear = draft({ where: { kind: 'all', of: [ofType('Battery'), { kind: 'price', atLeast: null, atMost: 5000 }] } })
    const claimed = { ...dear, says: says(['cells', 'offer.where.of.0'], ['under 5 euros', 'offer.where.of.1']) }
    expect(left(claimed, sentence)).toEqual(['under 5 euros'])
    expect(left(JSON.parse(JSON.stringify(claimed).replace('5000', '500')) as object, sentence)).toEqual([])
    expect(left({ ...draft(), says: says([sentence, 'offer']) }, sentence)).toContain('cells')
  })
})

/** Everything in this shop that has a name, and that a model is told of. */
const NAMED = ['toy', 'battery', 'laptop', 'aa', 'new', 'sale', 'maker', 'size', 's', 'specs.cells', 'specs.needs']
/** Under these nothing is named. */
const UNNAMED = new Set(['kind', 'sort', 'from', 'to', 'prefix'])

/** What a rule names: every text and every id in it, wherever it stands. */
function namedIn(value: unknown): (string | number)[] {
  if (typeof value === 'string') return [value.trim().toLowerCase()]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]): (string | number)[] => {
    if (key === 'ids') return part as number[]
    return UNNAMED.has(key) ? [] : namedIn(part)
  })
}

describe('whatever is answered', () => {
  const harmless = (text: string, sentence: string) => {
    const understood = read(text, sentence)
    if (!understood) return false
    const { rule, unknown } = understood
    expect(readRule(rule)).toMatchObject({ kind: 'rule' })
    expect([rule.state, rule.id]).toEqual(['draft', ID])
    expect([...NAMED, 1]).toEqual(expect.arrayContaining(namedIn([rule.when, rule.offer])))
    let at = 0
    for (const { from, to } of unknown) {
      expect(at <= from && from < to && to <= sentence.length).toBe(true)
      at = to
    }
    return true
  }

  it('no rule comes out that would be refused, or that names what the shop has not', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ rule: value, says: value })),
    )
    fc.assert(fc.property(texts, fc.string({ maxLength: 80 }), (text, sentence) => void harmless(text, sentence)))
  })

  it('also of rules of other shops, whole and spoilt', () => {
    const luck = luckOf('answers of models')
    const rules = fc.sample(anyRules, { numRuns: 300, seed: 7 }).flat()
    const outcomes = { taken: 0, refused: 0 }
    for (let at = 0; at < 6_000; at += 1) {
      const rule = rules[at % rules.length]!
      const { rules: written } = writeDocument({ ...EMPTY_SET, rules: [rule] }, catalog) as { readonly rules: readonly object[] }
      const answer = { rule: written[0], says: says(['cells', 'offer'], ['toys', 'when']) }
      const spoilt = at % 2 === 0 ? answer : asInFile(spoil(structuredClone(answer), luck))
      outcomes[harmless(JSON.stringify(spoilt) ?? '', 'offer cells with toys') ? 'taken' : 'refused'] += 1
    }
    expect(outcomes.taken).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(1_000)
  })
})
