import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRule, ofType } from '../../test/a/rule.ts'
import { anyRules } from '../../test/a/any-rule.ts'
import { blankRule } from './blank-rule.ts'
import type { Condition } from './conditions/condition.ts'
import { readRule } from './read-rule.ts'

const faultsOf = (document: unknown) => {
  const read = readRule(document)
  return read.kind === 'refused' ? read.faults.map(({ path }) => path) : []
}
const nested = (depth: number): Condition => (depth === 0 ? ofType('x') : { kind: 'not', of: nested(depth - 1) })

describe('readRule', () => {
  it('takes every rule that can be made, and gives back the same', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        for (const rule of rules) expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ kind: 'rule', rule })
      }),
    )
  })

  it('names what is at fault by its path', () => {
    expect(faultsOf(aRule({ name: ' ' }))).toEqual(['name'])
    expect(faultsOf(aRule({ most: 13 }))).toEqual(['offer.most'])
    expect(faultsOf(aRule({ priority: 0 }))).toEqual(['priority'])
    expect(faultsOf(aRule({ when: { kind: 'all', of: [ofType()] } }))).toEqual(['when.of.0.names'])
    expect(faultsOf(aRule({ where: { kind: 'price', atLeast: 200 as never, atMost: 100 as never } }))).toEqual(['offer.where.atMost'])
    expect(faultsOf({ ...aRule(), surprise: 1 })).toEqual([''])
    expect(faultsOf(undefined)).toEqual([''])
  })

  it('refuses what a merchant has only begun to fill in', () => {
    expect(faultsOf(blankRule('a' as never))).toEqual(['name', 'when.of.0.names', 'offer.where.of.0.names'])
  })

  it('refuses conditions nested beyond reason, at any depth, without falling over', () => {
    expect(readRule(aRule({ when: nested(8) })).kind).toBe('rule')
    expect(readRule(aRule({ when: nested(9) })).kind).toBe('refused')
    expect(readRule(aRule({ when: nested(5_000) })).kind).toBe('refused')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (anything) => ['rule', 'refused'].includes(readRule(anything).kind)))
  })
})
