import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import { meaningIn, meaningOf } from '../../../test/a/sayings/meaning.ts'
import { SAYING_SHOP } from '../../../test/a/sayings/shop.ts'
import { readRule } from '../read-rule.ts'
import { readSaying } from './read-saying.ts'
import { stemOf } from './words.ts'

const ID = 'said' as RuleId
const read = (sentence: string) => readSaying(sentence, SAYING_SHOP, ID)
const meaning = (sentence: string) => {
  const understood = read(sentence)
  return understood && meaningOf(understood.rule, SAYING_SHOP)
}
const sayings = readFileSync('test/a/sayings/sayings.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [string, string])

describe('a sentence', () => {
  it.each([
    ['offer a case with every laptop of the same size', 'type:Laptop -> type:Laptop case; same option Size'],
    ['show batteries with toys that need them', 'set:specs.battery_size & type:Toy -> type:Batteries; same metafield specs.battery_size'],
    ['for laptops above 1000 euros suggest a laptop case', 'price>=100000 & type:Laptop -> type:Laptop case'],
    ['show helmets with bicycles unless a helmet is in the cart', 'not in-cart type:Helmet & type:Bicycle -> type:Helmet'],
    ['recommend products from Camping with tents except sleeping bags', 'type:Tent -> collection:Camping; except type:Sleeping bag'],
  ])('%s', (sentence, meant) => expect(meaning(sentence)).toBe(meant))

  it('means what merchants mean in nine of ten', () => {
    const right = sayings.filter(([sentence, meant]) => meaning(sentence) === meaningIn(meant))
    expect(right.length / sayings.length).toBeGreaterThanOrEqual(0.9)
  })

  it('is always a draft, and one that the form takes', () => {
    for (const [sentence] of sayings) {
      const understood = read(sentence)
      if (!understood) continue
      expect(understood.rule.state).toBe('draft')
      expect(readRule(understood.rule), sentence).toMatchObject({ kind: 'rule' })
    }
  })

  it('says what of it was not understood', () => {
    const sentence = 'offer glow-in-the-dark tripods with cameras'
    expect(read(sentence)!.unknown.map(({ from, to }) => sentence.slice(from, to))).toEqual(['glow', 'dark'])
    expect(meaning(sentence)).toBe('type:Camera -> type:Tripod')
  })

  it.each(['', '   ', 'hello', 'cameras', 'offer', 'what do you sell?', '🤷', '-> -> ->'])(
    'that offers nothing is none: “%s”',
    (sentence) => expect(read(sentence)).toBeUndefined(),
  )

  it('is never too odd to be read', () => {
    const word = fc.oneof(fc.constantFrom(...sayings.flatMap(([sentence]) => sentence.split(' '))), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const sentence = words.join(' ')
        const understood = read(sentence)
        if (!understood) return
        for (const { from, to } of understood.unknown) expect(0 <= from && from < to && to <= sentence.length).toBe(true)
        expect(readRule(understood.rule)).toMatchObject({ kind: 'rule' })
      }),
    )
  })
})

describe('a stem', () => {
  it.each([
    ['batteries', 'battery'],
    ['dresses', 'dress'],
    ['scarves', 'scarf'],
    ['stoves', 'stove'],
    ['Watches', 'watch'],
    ['boxes', 'box'],
    ['gas', 'gas'],
    ['Größen', 'großen'],
  ])('%s: %s', (word, stem) => expect(stemOf(word)).toBe(stem))
})
