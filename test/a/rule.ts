import type { RuleId } from '#app/commerce/ids.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import type { Rule } from '#app/rules/rule.ts'

export interface RulePart extends Partial<Omit<Rule, 'id' | 'offer'>>, Partial<Rule['offer']> {
  readonly id?: string
}

export const ofType = (...names: string[]): Condition => ({ kind: 'type', names })
export const tagged = (...names: string[]): Condition => ({ kind: 'tag', names })
export const everything: Condition = { kind: 'all', of: [] }

/** An active rule that offers everything beside everything, but for what is named. */
export function aRule({
  id = 'rule',
  name = 'A rule',
  state = 'active',
  priority = 50,
  when = everything,
  at,
  stop = false,
  fallback = false,
  ...offer
}: RulePart = {}): Rule {
  return {
    id: id as RuleId,
    name,
    state,
    priority,
    when,
    ...(at && { at }),
    offer: { where: everything, joins: [], except: null, sort: 'best-selling', most: 12, need: null, ...offer },
    stop,
    fallback,
  }
}
