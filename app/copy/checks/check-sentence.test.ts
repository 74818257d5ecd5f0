import { describe, expect, it } from 'vitest'
import type { ProductFact } from '../facts/fact.ts'
import type { Checked } from './checked.ts'
import { checkOwnWords, checkSentence } from './check-sentence.ts'

const fact = (facet: ProductFact['facet'], value: string): ProductFact => ({ id: facet, facet, value, source: { kind: 'vendor' } })
const checked: Checked = {
  locale: 'en',
  facet: 'power',
  product: { title: 'Bolt the robot dog', type: 'Robot' },
  facts: [fact('power', 'AA'), fact('make', 'Malkasten')],
  lexicon: new Set(),
  never: [],
  own: 'en',
}
const kinds = (words: string, part: Partial<Checked> = {}) => checkSentence(words, { ...checked, ...part }).map(({ kind }) => kind)

describe('a machine’s sentence', () => {
  it.each([
    'Runs on {{power}}.',
    'This robot runs on {{power}}, like those you looked at.',
    'Bolt the robot dog, from {{make}}, takes {{power}}.',
  ])('passes: %s', (words) => expect(kinds(words)).toEqual([]))

  it.each([
    ['Like those you looked at.', 'no-hole'],
    ['Runs on {{power}}, made of {{material}}.', 'no-fact'],
    ['Runs on {{volts}}.', 'unknown-hole'],
    ['Runs on un{{power}}.', 'joined-hole'],
    ['Runs on {{power}}{{make}}.', 'joined-hole'],
    ['Runs on four {{power}}.', 'unknown-words'],
    ['Runs on {{power}}, ethically sourced.', 'unknown-words'],
    ['Runs on {{power}}, handwoven in Norway.', 'unknown-words'],
    ['Runs on {{power}}, machine-washable.', 'unknown-words'],
    ['Runs on {{power}}, with no end.', 'unknown-words'],
    ['Runs on AA and {{power}}.', 'fact-outside-hole'],
    ['Bolt takes {{power}}.', 'unknown-words'],
    ['Runs on {{power}}, made here.', 'no-fact-says'],
    ['Made for you on {{power}}.', 'no-fact-says'],
    ['Runs on {{make}}.', 'no-fact-says'],
    ['Comes with {{power}}.', 'no-fact-says'],
    ['Not on {{power}}.', 'no-fact-says'],
    ['It has been on {{power}}.', 'no-fact-says'],
    ['‘Runs on {{power}}’.', 'signs'],
    ['Runs οn {{power}}.', 'signs'],
    ['Runs  on {{power}}.', 'signs'],
    ['Runs on 4 {{power}}.', 'signs'],
    ['Runs on ④ {{power}}.', 'signs'],
    ['Runs on {{power}}!', 'signs'],
    ['Runs on “{{power}}”.', 'signs'],
    ['Runs <b>on</b> {{power}}.', 'signs'],
    ['Runs on {{power}}. See tandem.shop', 'signs'],
    ['Runs on \u202e{{power}}.', 'signs'],
    ['The best robot runs on {{power}}.', 'claim'],
    ['Läuft mit {{power}}.', 'unknown-words'],
    [
      'Runs on {{power}}, which runs on and on and on and on, like those you looked at, and those that are like those that you looked at, and those that are like them, and like the one that you looked at.',
      'length',
    ],
  ])('%s: %s', (words, kind) => expect(kinds(words)).toContain(kind))

  it('says nothing that is urgent, healthy or praise although the title does', () => {
    const product = { title: 'Last chance organic robot, the best', type: 'Robot' }
    expect(checkSentence('The last chance robot runs on {{power}}.', { ...checked, product })).toContainEqual({
      kind: 'claim',
      of: 'urgency',
      word: 'last',
    })
    expect(kinds('The organic robot runs on {{power}}.', { product })).toContain('claim')
  })

  it('does not take a title apart, which would turn it round', () => {
    const product = { title: 'Robot without remote', type: 'Robot' }
    expect(kinds('Robot with remote, runs on {{power}}.', { product })).toContain('unknown-words')
  })

  it('may say what a person has said to be true, but for what passes with the day', () => {
    const words = 'The organic robot runs on {{power}}.'
    expect(kinds(words, { lexicon: new Set(['organic']) })).toEqual([])
    expect(kinds('The last robot runs on {{power}}.', { lexicon: new Set(['last']) })).toEqual(['claim'])
  })

  it('never says what the merchant never wants to read, in a hole either', () => {
    expect(kinds('From {{make}}.', { facet: 'make', never: ['MALKÁSTEN'] })).toEqual(['never-said'])
  })
})

describe('a person’s own words', () => {
  it('may say what they like, as long as there is a fact in it', () => {
    const place = { facet: 'power', tone: 'neutral' } as const
    expect(checkOwnWords('Powered by 4 × {{power}}!', place, [])).toEqual([])
    expect(checkOwnWords('Powered by nothing', place, [])).toEqual([{ kind: 'no-hole', facet: 'power' }])
    expect(checkOwnWords('<b>{{power}}</b>', place, [])).toEqual([{ kind: 'signs', signs: '<>' }])
  })
})
