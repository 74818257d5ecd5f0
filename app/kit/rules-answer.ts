import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { RuleEdit } from '#app/rules/versions/rule-edit.ts'

/** What became of a change to several rules. */
export type RulesAnswer =
  | { readonly kind: 'done'; readonly edits: readonly RuleEdit[] }
  /** Nothing was done: one of the rules is not what it was when the merchant looked at it. */
  | { readonly kind: 'changed-meanwhile' }
  | TooMuch
