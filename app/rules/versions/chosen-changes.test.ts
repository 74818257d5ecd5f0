import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyTwoSets } from '../../../test/a/rule-set.ts'
import { withChosen } from './chosen-changes.ts'
import { isSame } from './is-same.ts'
import { ruleChanges, settingsDiffer } from './rule-changes.ts'

it('all changes make the one set of the other, none leave it, and some make just those', () => {
  fc.assert(
    fc.property(anyTwoSets, fc.infiniteStream(fc.boolean()), fc.boolean(), ([before, after], luck, settings) => {
      const ids = ruleChanges(before, after).map((change) => ('after' in change ? change.after : change.before).id)
      expect(isSame(withChosen(before, after, { rules: ids, settings: true }), after)).toBe(true)
      expect(isSame(withChosen(before, after, { rules: [], settings: false }), before)).toBe(true)
      const rules = ids.filter(() => luck.next().value)
      const some = withChosen(before, after, { rules, settings })
      expect(ruleChanges(before, some)).toHaveLength(rules.length)
      expect(ruleChanges(some, after)).toHaveLength(ids.length - rules.length)
      expect(settingsDiffer(before, some)).toBe(settings && settingsDiffer(before, after))
    }),
  )
})
