import { expect, it } from 'vitest'
import { blankRule } from './blank-rule.ts'
import { readRule } from './read-rule.ts'
import { fitName } from './rule-name.ts'
import type { RuleId } from '#app/commerce/ids.ts'

const named = (name: string) => readRule({ ...blankRule('one' as RuleId), name, when: { kind: 'all', of: [] }, offer: anything })
const anything = { ...blankRule('one' as RuleId).offer, where: { kind: 'all', of: [] } }

it.each([
  ['short', 'Batteries'],
  ['as long as can be', 'b'.repeat(120)],
  ['too long', 'b'.repeat(500)],
  ['cut after a space', `${'b'.repeat(118)} and more`],
  ['cut inside a character', `${'b'.repeat(118)}🔋🔋`],
])('fits a name that is %s', (_, words) => {
  const name = fitName(words)
  expect(named(name)).toMatchObject({ kind: 'rule', rule: { name } })
  expect(name === words).toBe(words.length <= 120)
})

it.each([
  ['a null character', 'Bat\0teries'],
  ['half of a character', 'Batteries \uD83D'],
])('refuses %s, which no database keeps', (_, name) => {
  expect(named(name)).toEqual({ kind: 'refused', faults: [{ path: 'name', message: 'fault.text' }] })
})
