import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySet } from '../../test/a/rule-set.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { canonical } from './canonical.ts'
import { EMPTY_SET, readRuleSet, type RuleSet } from './rule-set.ts'

const read = (document: unknown): RuleSet => {
  const reading = readRuleSet(document)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.faults))
  return reading.set
}

describe('readRuleSet', () => {
  it('reads back what it wrote, in one order whatever the order of the rules', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const text = canonical(set)
        expect(read(JSON.parse(text))).toEqual(set)
        expect(canonical(read({ ...set, rules: set.rules.toReversed() }))).toBe(text)
      }),
    )
  })

  it('fills in the lock that nobody has decided on', () => {
    expect(read({ ...EMPTY_SET, locks: {} })).toEqual(EMPTY_SET)
  })

  it.each([
    ['rules.0.offer.where.kind', { rules: [{ ...aRule(), offer: { ...aRule().offer, where: { kind: 'weather' } } }] }],
    ['rules.1.id', { rules: [aRule(), aRule()] }],
    ['exclusion.kind', { exclusion: { kind: 'weather' } }],
    ['neverTogether.0.other.kind', { neverTogether: [{ one: ofType('Toy'), other: { kind: 'weather' } }] }],
    ['locks.product-page', { locks: { 'product-page': 'ajar' } }],
    ['', { more: 1 }],
  ])('refuses with the path “%s”', (path, part) => {
    const reading = readRuleSet({ ...EMPTY_SET, ...part })
    expect(reading.kind === 'refused' && reading.faults.map((fault) => fault.path)).toEqual([path])
  })
})
