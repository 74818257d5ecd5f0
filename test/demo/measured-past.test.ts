import { expect, it } from 'vitest'
import { SOLD_BY_PROPERTY, readSoldBy } from '#app/commerce/sold-by.ts'
import { VISIT_ATTRIBUTE } from '#app/commerce/visit.ts'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { nimbusToys } from '../simulator/world/nimbus-toys.ts'
import { DEMO_RULES } from './demo-rules.ts'
import { measuredPast, PAST } from './measured-past.ts'

const now = new Date('2026-11-28T12:00:00Z')

it('has shoppers add from offers what rules offer, and nobody who was held out', () => {
  const { world } = measuredPast(nimbusToys({ seed: 'a test', now }), now.getTime())
  const salt = saltOf(PAST.salt, 'cross-sell')
  const rules = new Set(DEMO_RULES.map(({ id }) => id))
  const taken: string[] = []
  for (const { lines, attributes } of world.orders)
    for (const { properties } of lines) {
      const soldBy = properties[SOLD_BY_PROPERTY]
      if (soldBy === undefined) continue
      expect(readSoldBy(soldBy)).toBe(soldBy)
      expect(rules).toContain(soldBy.split('/')[2])
      expect(isHeldOut(salt, attributes[VISIT_ATTRIBUTE]!, PAST.share)).toBe(false)
      taken.push(soldBy)
    }
  expect(new Set(taken).size).toBe(4)
})
