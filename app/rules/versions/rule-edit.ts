import type { RuleId } from '#app/commerce/ids.ts'
import { LAST_PLACE } from '#app/rules/place.ts'
import { fitName } from '#app/rules/rule-name.ts'
import type { Rule } from '#app/rules/rule.ts'

/** One rule's change: what stood there and what then does; null where there is no such rule. Turned around, it undoes itself. */
export interface RuleEdit {
  readonly id: RuleId
  readonly was: Rule | null
  readonly is: Rule | null
}

/** Rules that are changed at once, all of them or none. */
export const MOST_EDITS = 1_000

export const undoing = (edits: readonly RuleEdit[]): RuleEdit[] => edits.map(({ id, was, is }) => ({ id, was: is, is: was }))

export const BULK_ACTIONS = ['activate', 'draft', 'delete', 'duplicate'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

/** What a rule's copy is called, its id, and the priority of the first of several copies, behind all rules that there are. */
export interface CopyNames {
  readonly firstPlace: number
  readonly newId: () => RuleId
  readonly nameOf: (name: string) => string
}

/** The edits that an action on several rules makes. A rule that is already as the action would leave it is left out. */
export function bulkEdits(action: BulkAction, rules: readonly Rule[], { firstPlace, newId, nameOf }: CopyNames): RuleEdit[] {
  return rules.flatMap((rule, at): RuleEdit[] => {
    switch (action) {
      case 'activate':
      case 'draft': {
        const state = action === 'activate' ? 'active' : 'draft'
        return rule.state === state ? [] : [{ id: rule.id, was: rule, is: { ...rule, state } }]
      }
      case 'delete':
        return [{ id: rule.id, was: rule, is: null }]
      case 'duplicate': {
        const priority = Math.min(LAST_PLACE, firstPlace + at)
        const copy: Rule = { ...rule, id: newId(), name: fitName(nameOf(rule.name)), state: 'draft', priority }
        return [{ id: copy.id, was: null, is: copy }]
      }
    }
  })
}
