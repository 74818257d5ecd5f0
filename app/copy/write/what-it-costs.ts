import type { WritingUnit } from './writing-units.ts'

/** Tokens of a request and of what is answered, as measured with requests of ours; a facet adds two sentences to both. */
const PER_CALL = { input: 350, output: 40 }
const PER_FACET = { input: 10, output: 60 }
/** Between these a merchant bounds what may be used. */
export const LEAST_TOKENS = 1_000
export const MOST_TOKENS = 50_000_000
/** Rounds that a unit takes, where some of what is written must be mended. */
const USUAL_ROUNDS = 1.5

export interface Cost {
  /** Tokens, in and out. */
  readonly tokens: number
  /** Dollars; null where nobody has said what a token costs. */
  readonly dollars: number | null
}

/** What it will cost to have a model write about these, as far as can be said beforehand. Prices are dollars for a million tokens. */
export function whatItCosts(
  units: readonly Pick<WritingUnit, 'facets'>[],
  pricing: { readonly input: number; readonly output: number } | null,
): Cost {
  const sum = (side: 'input' | 'output') =>
    USUAL_ROUNDS * units.reduce((tokens, { facets }) => tokens + PER_CALL[side] + PER_FACET[side] * facets.length, 0)
  const [input, output] = [sum('input'), sum('output')]
  return { tokens: Math.ceil(input + output), dollars: pricing && (input * pricing.input + output * pricing.output) / 1e6 }
}
