import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '#app/rules/versions/canonical.ts'
import { anySet } from '../../test/a/rule-set.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { defaultMix } from './mix.ts'
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

  it('knows as decided only what is not so without a word', () => {
    const { placements: _, ...rest } = EMPTY_SET
    expect(read(rest)).toEqual(EMPTY_SET)
    expect(read({ ...EMPTY_SET, placements: { home: defaultMix('home'), search: undefined } })).toEqual(EMPTY_SET)
  })

  it.each([
    ['rules.0.offer.where.kind', { rules: [{ ...aRule(), offer: { ...aRule().offer, where: { kind: 'weather' } } }] }],
    ['rules.1.id', { rules: [aRule(), aRule()] }],
    ['exclusion.kind', { exclusion: { kind: 'weather' } }],
    ['neverTogether.0.other.kind', { neverTogether: [{ one: ofType('Toy'), other: { kind: 'weather' } }] }],
    ['placements.home.slots.0.lock', { placements: { home: { slots: [{ lock: 'ajar', sources: [] }] } } }],
    ['placements.home.slots.0.sources', { placements: { home: { slots: [{ lock: 'open', sources: ['rules', 'rules'] }] } } }],
    ['placements.home.slots', { placements: { home: { slots: [] } } }],
    [
      'placements.home.adjust.0.where.kind',
      { placements: { home: { ...defaultMix('home'), adjust: [{ kind: 'pin', where: { kind: 'weather' } }] } } },
    ],
    ['', { more: 1 }],
  ])('refuses with the path “%s”', (path, part) => {
    const reading = readRuleSet({ ...EMPTY_SET, ...part })
    expect(reading.kind === 'refused' && reading.faults.map((fault) => fault.path)).toEqual([path])
  })
})
