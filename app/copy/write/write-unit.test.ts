import { describe, expect, it } from 'vitest'
import { readDrafts } from './read-drafts.ts'
import { whatItCosts } from './what-it-costs.ts'
import { writeUnit } from './write-unit.ts'

const unit = { type: 'Robot', locale: 'en', facets: ['power'], products: [] } as const
const facts = [{ id: 'power', facet: 'power', value: 'AA', source: { kind: 'vendor' } }] as const
const checked = { facts, lexicon: new Set<string>(), never: [], own: 'en' } as const
const says = (...words: string[]) => JSON.stringify({ sentences: words.map((one) => ({ facet: 'power', tone: 'neutral', words: one })) })

/** A model that gives these answers one after the other, and what it was asked. */
function aModel(...answers: (string | undefined)[]) {
  const asked: string[] = []
  const ask = ({ user }: { readonly user: string }) => {
    const text = answers[asked.push(user) - 1]
    return Promise.resolve(text === undefined ? undefined : { text, tokens: 1 })
  }
  return { asked, ask }
}

describe('having a model write', () => {
  it('takes what is good at once', async () => {
    const { asked, ask } = aModel(says('This robot takes {{power}}.'))
    expect((await writeUnit(unit, checked, ask)).sentences.map(({ words }) => words)).toEqual(['This robot takes {{power}}.'])
    expect(asked).toHaveLength(1)
  })

  it('says what is wrong, and takes what was mended', async () => {
    const { asked, ask } = aModel(says('The best robot, on {{power}}.'), says('A robot on {{power}}.'))
    const written = await writeUnit(unit, checked, ask)
    expect(written).toMatchObject({ sentences: [{ words: 'A robot on {{power}}.' }], questions: [] })
    expect(asked[1]).toContain('\\"best\\" is a claim')
  })

  it('gives up after three rounds, and asks a person about words that nobody knows', async () => {
    const { asked, ask } = aModel(...Array.from({ length: 9 }, () => says('A sturdy robot on {{power}}.')))
    const written = await writeUnit(unit, checked, ask)
    expect(asked).toHaveLength(3)
    expect(written).toMatchObject({ sentences: [], questions: [{ fault: { kind: 'unknown-words', words: ['sturdy'] } }] })
  })

  it('keeps what is good where nothing more may be spent', async () => {
    const { ask } = aModel(says('A robot on {{power}}.', 'Only a robot on {{power}}!'), undefined)
    expect((await writeUnit(unit, checked, ask)).sentences).toHaveLength(1)
  })

  it('takes nothing about what it was not asked about', async () => {
    const { ask } = aModel(JSON.stringify({ sentences: [{ facet: 'material', tone: 'neutral', words: 'Of {{material}}.' }] }))
    expect(await writeUnit(unit, checked, ask)).toEqual({ sentences: [], questions: [] })
  })
})

describe('an answer', () => {
  it.each([
    '',
    'Sure! What is it about?',
    '{"sentences": [{"facet": "po',
    '{"sentences": 5}',
    '[]',
    '{"sentences": [{"facet": "volts", "tone": "neutral", "words": "x"}]}',
  ])('of nothing that can be read is nothing: %s', (answer) => expect(readDrafts(answer)).toEqual([]))

  it('is read out of a fence, and without what is no draft in it', () => {
    const answer = '```json\n{"sentences":[{"facet":"power","tone":"neutral","words":"On {{power}}."},5]}\n```'
    expect(readDrafts(answer)).toEqual([{ facet: 'power', tone: 'neutral', words: 'On {{power}}.' }])
  })
})

it('costs more for more to write about, and money only where somebody has said how much', () => {
  const one = whatItCosts([{ facets: ['power'] }], { input: 1, output: 2 })
  const two = whatItCosts([{ facets: ['power'] }, { facets: ['power', 'make'] }], { input: 1, output: 2 })
  expect(two.tokens).toBeGreaterThan(2 * one.tokens)
  expect(two.dollars).toBeGreaterThan(2 * one.dollars!)
  expect(whatItCosts([{ facets: ['power'] }], null).dollars).toBeNull()
})
