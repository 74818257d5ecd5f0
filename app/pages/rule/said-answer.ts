import type { Mention } from '#app/rules/mentions.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { SayingBudget } from '#app/rules/sayings/by-model/budget-store.server.ts'
import type { Unread } from '#app/rules/sayings/by-model/saying-outcome.ts'
import type { SaidPart } from './parts-of.ts'

/** What of a sentence was understood: parts in their order, those that were not marked so. */
export interface SaidRule {
  readonly kind: 'understood'
  readonly rule: Rule
  readonly titles: readonly Mention[]
  readonly parts: readonly SaidPart[]
}

/** A model that may read what is left of a sentence, and what that takes. */
export interface OfferedModel {
  readonly name: string
  readonly tokens: number
  /** Null where nobody has said what a token costs. */
  readonly dollars: number | null
  readonly budget: SayingBudget
}

/** `model` is null where all was understood, or none is set up. */
export type SaidAnswer = (SaidRule | { readonly kind: 'not-understood' }) & { readonly model: OfferedModel | null }

/** What a model has made of it so far. */
export type ModelAnswer = SaidRule | { readonly kind: 'waiting' } | { readonly kind: 'unread'; readonly why: Unread }
