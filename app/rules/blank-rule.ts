import type { RuleId } from '#app/commerce/ids.ts'
import type { Rule } from './rule.ts'

/** What the builder starts with: a trigger and a target by type, to be named by the merchant. */
export function blankRule(id: RuleId): Rule {
  const ofType = { kind: 'all', of: [{ kind: 'type', names: [] }] } as const
  return {
    id,
    name: '',
    state: 'draft',
    priority: 50,
    when: ofType,
    offer: { where: ofType, joins: [], except: null, sort: 'best-selling', most: 4, need: null },
    stop: false,
    fallback: false,
  }
}
