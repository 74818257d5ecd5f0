import { expect, it } from 'vitest'
import { fillSentence, holesOf, readSentence } from './sentence.ts'

it('reads text and holes in their order', () => {
  expect(readSentence('Runs on {{ power }}, from {{make}}.')).toEqual({
    kind: 'read',
    parts: [
      { kind: 'text', text: 'Runs on ' },
      { kind: 'hole', hole: 'power' },
      { kind: 'text', text: ', from ' },
      { kind: 'hole', hole: 'make' },
      { kind: 'text', text: '.' },
    ],
  })
  expect(holesOf('Runs on {{power}}')).toEqual(['power'])
})

it.each([
  ['Runs on {{volts}}', { kind: 'unknown-hole', hole: 'volts' }],
  ['Runs on {{}}', { kind: 'unknown-hole', hole: '' }],
  ['Runs on {power}', { kind: 'loose-brace' }],
  ['Runs on {{power}', { kind: 'loose-brace' }],
  ['Runs on {{{power}}}', { kind: 'loose-brace' }],
])('says what is wrong with %s', (written, fault) => expect(readSentence(written)).toEqual(fault))

it('fills every hole or says nothing', () => {
  const wordsOf = (facet: string) => (facet === 'power' ? 'AA' : undefined)
  expect(fillSentence('Runs on {{power}}.', wordsOf)).toBe('Runs on AA.')
  expect(fillSentence('Runs on {{power}}, from {{make}}.', wordsOf)).toBeUndefined()
  expect(fillSentence('Runs on {{power}', wordsOf)).toBeUndefined()
})
