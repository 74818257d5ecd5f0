import { expect, it } from 'vitest'
import { blankFact } from './blank-fact.ts'
import { ALL_FACTS, fieldsOf } from './kinds.ts'

it.each(ALL_FACTS)('a new %s has each of its fields, still to be filled in', (kind) => {
  const blank = { ...blankFact(kind) } as Record<string, unknown>
  expect(blank['kind']).toBe(kind)
  const keys = fieldsOf(kind).map((field) => field.kind)
  expect(Object.keys(blank).length).toBeGreaterThanOrEqual(keys.length > 0 ? 2 : 1)
  for (const [name, value] of Object.entries(blank))
    if (name !== 'kind') expect([null, 30, '', [], { kind: 'all', of: [{ kind: 'type', names: [] }] }]).toContainEqual(value)
})

it('of days holds a month, of goods one type without a name', () => {
  expect(blankFact('new')).toEqual({ kind: 'new', days: 30 })
  expect(blankFact('cart-contains')).toMatchObject({ of: { kind: 'all', of: [{ kind: 'type', names: [] }] } })
})
