import { describe, expect, it } from 'vitest'
import { checkSentence } from '../checks/check-sentence.ts'
import { FACETS } from '../facts/facet.ts'
import { PLACES, holesAt, isAmount } from './hole.ts'
import { COPY_LOCALES } from './locale.ts'
import { holesOf } from './sentence.ts'
import { templateOf } from './templates.ts'

describe.each(COPY_LOCALES)('what is shipped in %s', (locale) => {
  it.each(PLACES.flatMap((place) => (place.tone === 'heading' ? [] : [[place.facet, place.tone, place] as const])))(
    'says %s in a way that every check lets pass, %s',
    (facet, tone, place) => {
      const value = facet === 'price' ? 'lower' : 'Zork-9'
      const facts = isAmount(facet) ? [] : [{ id: 'fact', facet, value, source: { kind: 'vendor' } } as const]
      const checked = {
        ...{ locale, facet, facts, isOnCard: tone === 'card' },
        product: { title: '', type: '' },
        lexicon: new Set<string>(),
        never: [],
        own: 'en',
      } as const
      const words = templateOf(locale, place)
      expect(checkSentence(words, checked)).toEqual([])
      for (const hole of holesOf(words)) expect(holesAt(place)).toContain(hole)
    },
  )

  it('says more to whoever has looked at the like than to anybody', () => {
    for (const facet of FACETS)
      expect(templateOf(locale, { facet, tone: 'fitted' })).not.toBe(templateOf(locale, { facet, tone: 'neutral' }))
  })
})
