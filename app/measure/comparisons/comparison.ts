import type { Rule } from '#app/rules/rule.ts'
import type { Interval } from '../statistics/interval.ts'

/** Days for which two rules can be compared: whole weeks, which differ by their days. */
export const COMPARISON_DAYS = [14, 28, 42, 63, 91] as const

/** What is fixed before the first visitor, and never changed. */
export interface ComparisonPlan {
  readonly days: number
  /** Of the products that either rule offers, for each visitor who could see them: what they leave after their cost, or what they are sold for. */
  readonly of: 'profit' | 'revenue'
  /** The visitors after whom the interval is narrowest: those who are expected by the last day. */
  readonly tunedFor: number
  /** The smallest difference that is to be told by then, in minor units for each visitor; null of too few orders to say. */
  readonly smallest: number | null
  readonly visitorsPerDay: number
}

/** What is known of two rules at a moment. */
export interface ComparisonKnown {
  readonly visitors: { readonly a: number; readonly b: number }
  /** As many visitors are missing from one half as chance does not explain: nothing that compares them holds. */
  readonly isUneven: boolean
  /** In minor units for each visitor: of each rule, and of B less A, held at all times at once. Null of too few who bought. */
  readonly difference: ({ readonly a: number; readonly b: number; readonly value: number } & Interval) | null
}

/** By what a comparison ended: a difference was told; its last day; a person; or one of its rules became another. */
export const ENDINGS = ['told', 'last-day', 'stopped', 'changed'] as const
export type Ending = (typeof ENDINGS)[number]

/** Two rules, each shown to half of the visitors. */
export interface Comparison {
  readonly id: string
  /** As they were when it began: `a` is what the shop shows, `b` what it shows to the other half. */
  readonly a: Rule
  readonly b: Rule
  readonly plan: ComparisonPlan
  readonly startedAt: Date
  readonly endsAt: Date
  readonly ended: {
    readonly at: Date
    readonly by: Ending
    readonly known: ComparisonKnown | null
    /** What the merchant made of it, if anything yet. */
    readonly decided: 'used-b' | 'kept-a' | null
  } | null
}
