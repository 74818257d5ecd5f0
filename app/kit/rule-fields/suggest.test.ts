import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suggest } from './suggest.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' '), maxLength: 5 })

it('what is exactly what is typed comes first, and nothing that holds it is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, fc.integer({ min: 1, max: 10 }), (known, typed, most) => {
      const { shown, more } = suggest(known, typed, most)
      const folded = (name: string) => name.trim().toLowerCase()
      const holding = known.filter((name) => folded(name).includes(folded(typed)))
      expect(shown.length + more).toBe(holding.length)
      expect(shown.length).toBeLessThanOrEqual(most)
      expect(holding).toEqual(expect.arrayContaining([...shown]))
      if (known.some((name) => folded(name) === folded(typed))) expect(folded(shown[0]!)).toBe(folded(typed))
    }),
  )
})

it('“sleeve” takes Sleeve before Card sleeves', () => {
  expect(suggest(['Card sleeves', 'Sleeve', 'Sleeves for cards'], 'sleeve', 30).shown).toEqual([
    'Sleeve',
    'Sleeves for cards',
    'Card sleeves',
  ])
})
