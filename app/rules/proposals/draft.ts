import type { RuleId } from '#app/commerce/ids.ts'
import type { Group } from '#app/models/mining/group.ts'
import { blankRule } from '../blank-rule.ts'
import type { Condition } from '../conditions/condition.ts'
import { fitName } from '../rule-name.ts'
import type { Rule } from '../rule.ts'
import type { Proposal } from './proposal.ts'

/** The rule that a proposal stands for, as a draft. `name` is in the merchant's language, and cut where it is too long. */
export function draftFrom({ trigger, offered, joins }: Pick<Proposal, 'trigger' | 'offered' | 'joins'>, id: RuleId, name: string): Rule {
  const blank = blankRule(id)
  return { ...blank, name: fitName(name), when: conditionOn(trigger), offer: { ...blank.offer, where: conditionOn(offered), joins } }
}

function conditionOn(group: Group): Condition {
  return { kind: 'all', of: [group.kind === 'product' ? { kind: 'product', ids: [group.id] } : { kind: group.kind, names: [group.name] }] }
}
