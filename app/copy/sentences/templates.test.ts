import { describe, expect, it } from 'vitest'
import { checkSentence } from '../checks/check-sentence.ts'
import { FACETS } from '../facts/facet.ts'
import { COPY_LOCALES } from './locale.ts'
import { templateOf, TONES } from './templates.ts'

describe.each(COPY_LOCALES)('what is shipped in %s', (locale) => {
  it.each(FACETS.flatMap((facet) => TONES.map((tone) => [facet, tone] as const)))(
    'says %s in a way that every check lets pass, %s',
    (facet, tone) => {
      const fact = { id: 'fact', facet, value: facet === 'price' ? 'lower' : 'Zork-9', source: { kind: 'vendor' } } as const
      const checked = {
        locale,
        facet,
        product: { title: '', type: '' },
        facts: [fact],
        lexicon: new Set<string>(),
        never: [],
        own: 'en',
      } as const
      expect(checkSentence(templateOf(locale, facet, tone), checked)).toEqual([])
    },
  )

  it('says more to whoever has looked at the like than to anybody', () => {
    for (const facet of FACETS) expect(templateOf(locale, facet, 'fitted')).not.toBe(templateOf(locale, facet, 'neutral'))
  })
})
