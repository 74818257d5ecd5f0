import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { breachesOf, termsOf } from './breaches.ts'
import { readWords } from './read-words.ts'

const terms = termsOf(readFileSync('docs/glossary.md', 'utf8'))
const rulesOf = (text: string, key = 'rules.any', isEnglish = true) =>
  breachesOf({ file: 'en.json', key, text, isEnglish }, terms).map(({ rule }) => rule)

it('today’s strings break no rule', () => {
  const words = readWords()
  expect(words.length).toBeGreaterThan(1_500)
  expect(words.flatMap((said) => breachesOf(said, terms).map(({ rule, what }) => `${said.key}: ${rule}, ${what}`))).toEqual([])
})

describe('a planted breach is found', () => {
  it.each([
    ['length', 'x'.repeat(301)],
    ['length', `${'word '.repeat(31)}.`],
    ['we', 'We could not save your rule'],
    ['we', 'Something went wrong with our server'],
    ['sentence-case', 'Add a Rule'],
    ['sentence-case', 'Saved. Publish Now'],
    ['sentence-case', 'Open the Theme editor'],
    ['term', 'The ranker was trained'],
    ['term', 'Dismiss the proposals'],
    ['term', 'More cards are shown'],
  ])('%s: %s', (rule, text) => expect(rulesOf(text)).toEqual([rule]))

  it('of length in every language', () => expect(rulesOf('ä'.repeat(301), 'heading', false)).toEqual(['length']))
})

it.each([
  ['Make a rule in Tandem. Shoppers see it once you publish it.'],
  ['{name}: Not used here'],
  ['Call it “Cells for toys”'],
  ['{count} gift cards and memory cards, with free delivery'],
  ['Import from Search & Discovery as CSV, by SKU'],
])('breaks no rule: %s', (text) => expect(rulesOf(text)).toEqual([]))

it('what the app holds is told by those who hold it', () => expect(rulesOf('Our database', 'data.orders.where')).toEqual([]))
