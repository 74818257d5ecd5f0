import { z } from 'zod'
import type { RuleId } from '#app/commerce/ids.ts'
import { LAST_PLACE } from '#app/rules/place.ts'
import { readRule, ruleId } from '#app/rules/read-rule.ts'
import { fitName } from '#app/rules/rule-name.ts'
import type { Rule } from '#app/rules/rule.ts'

/** One rule's change: what stood there and what then does; null where there is no such rule. Turned around, it undoes itself. */
export interface RuleEdit {
  readonly id: RuleId
  readonly was: Rule | null
  readonly is: Rule | null
}

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

const rule = z.unknown().transform((document, context): Rule | null => {
  if (document === null) return null
  const read = readRule(document)
  if (read.kind === 'rule') return read.rule
  context.addIssue({ code: 'custom', message: 'This is no rule' })
  return z.NEVER
})
const edit = z
  .strictObject({ id: ruleId, was: rule, is: rule })
  .refine(({ id, was, is }) => [was, is].every((one) => one === null || one.id === id), 'An edit is of one rule')

/** Rules that are changed at once, all of them or none. */
export const MOST_EDITS = 1_000

/** Edits that came over the wire, such as those of an undo. */
export const ruleEditsSchema = z
  .array(edit)
  .max(MOST_EDITS)
  .refine((edits) => new Set(edits.map(({ id }) => id)).size === edits.length, 'Each rule is edited once') as unknown as z.ZodType<
  RuleEdit[]
>
