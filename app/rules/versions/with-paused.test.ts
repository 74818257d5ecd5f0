import { expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { aRule } from '../../../test/a/rule.ts'
import { withPaused } from './with-paused.ts'

const [one, other] = [aRule({ id: 'one' }), aRule({ id: 'other' })]
const ids = (...of: readonly string[]) => new Set(of as RuleId[])

it('makes drafts of the named rules that are active, and leaves all else as it is', () => {
  const { set, paused } = withPaused({ ...EMPTY_SET, rules: [one, other] }, ids('one', 'gone'))
  expect(paused).toEqual(['one'])
  expect(set).toEqual({ ...EMPTY_SET, rules: [{ ...one, state: 'draft' }, other] })
})

it('pauses no draft once more', () => {
  const rules = [{ ...one, state: 'draft' as const }]
  expect(withPaused({ ...EMPTY_SET, rules }, ids('one'))).toEqual({ set: { ...EMPTY_SET, rules }, paused: [] })
})
