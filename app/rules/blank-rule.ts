import type { RuleId } from '#app/commerce/ids.ts'
import type { Rule } from './rule.ts'

/** What the builder starts with: a trigger and a target by type, to be named by the merchant. */
export function blankRule(id: RuleId): Rule {
  return {
    id,
    name: '',
    state: 'draft',
    priority: 50,
    when: { kind: 'all', of: [{ kind: 'type', names: [] }] },
    offer: { where: { kind: 'all', of: [{ kind: 'type', names: [] }] }, joins: [], except: null, sort: 'best-selling', most: 4 },
  }
}
