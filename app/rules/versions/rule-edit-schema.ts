import { z } from 'zod'
import { readRule, ruleId } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import { MOST_EDITS, type RuleEdit } from './rule-edit.ts'

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

/** Edits that came over the wire, such as those of an undo. */
export const ruleEditsSchema = z
  .array(edit)
  .max(MOST_EDITS)
  .refine((edits) => new Set(edits.map(({ id }) => id)).size === edits.length, 'Each rule is edited once') as unknown as z.ZodType<
  RuleEdit[]
>
