import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Rule } from '#app/rules/rule.ts'
import { anyRules } from '../../../test/a/any-rule.ts'
import { aRule } from '../../../test/a/rule.ts'
import { ruleEditsSchema } from './rule-edit-schema.ts'
import { BULK_ACTIONS, bulkEdits, undoing, type RuleEdit } from './rule-edit.ts'

const copies = () => {
  let made = 0
  return { firstPlace: 60, newId: () => `copy-${++made}` as RuleId, nameOf: (name: string) => `Copy of ${name}` }
}
function apply(rules: ReadonlyMap<string, Rule>, edits: readonly RuleEdit[]): Map<string, Rule> {
  const after = new Map(rules)
  for (const { id, was, is } of edits) {
    expect(after.get(id) ?? null).toEqual(was)
    if (is) after.set(id, is)
    else after.delete(id)
  }
  return after
}

describe('bulkEdits', () => {
  it('can be undone, whatever was done to which rules', () => {
    fc.assert(
      fc.property(anyRules, fc.constantFrom(...BULK_ACTIONS), (rules, action) => {
        const before = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))
        const edits = bulkEdits(action, rules, copies())
        const after = apply(before, edits)
        expect(apply(after, undoing(edits))).toEqual(before)
        if (action === 'delete') expect(after.size).toBe(0)
        if (action === 'activate') expect([...after.values()].every(({ state }) => state === 'active')).toBe(true)
        if (action === 'duplicate') expect(after.size).toBe(2 * rules.length)
      }),
    )
  })

  it('leaves out what is so already, and cuts a copy’s name where no more words fit', () => {
    expect(bulkEdits('activate', [aRule()], copies())).toEqual([])
    const [long] = bulkEdits('duplicate', [aRule({ name: 'x'.repeat(118) })], copies())
    expect(long!.is).toMatchObject({ id: 'copy-1', name: `Copy of ${'x'.repeat(111)}…`, state: 'draft', priority: 60 })
    expect(bulkEdits('duplicate', [aRule(), aRule({ id: 'b' })], copies()).map(({ is }) => is?.priority)).toEqual([60, 61])
  })
})

describe('edits over the wire', () => {
  it('are read back as they were sent', () => {
    const edits = bulkEdits('delete', [aRule()], copies())
    expect(ruleEditsSchema.parse(JSON.parse(JSON.stringify(edits)))).toEqual(edits)
  })

  it.each([
    ['no rule', [{ id: 'a', was: null, is: { id: 'a' } }]],
    ['another rule than they name', [{ id: 'a', was: null, is: aRule({ id: 'b' }) }]],
    ['one rule twice', [1, 2].map(() => ({ id: 'rule', was: null, is: aRule() }))],
  ])('are refused where they hold %s', (_, edits) => {
    expect(ruleEditsSchema.safeParse(edits).success).toBe(false)
  })
})
