import type { Fault } from '#app/rules/read-rule.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { RuleEdit } from '#app/rules/versions/rule-edit.ts'
import type { Decision } from '#app/wording/review.ts'

/** What became of saving or deleting a rule. */
export type RuleAnswer =
  | { readonly kind: 'saved'; readonly rule: Rule }
  | { readonly kind: 'deleted'; readonly edits: readonly RuleEdit[] }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /** `did` says in words what another made of it; null where they deleted it, or nothing is known of what it was. */
  | { readonly kind: 'changed-meanwhile'; readonly standing: Rule | null; readonly did: Decision | null }
  | TooMuch
