import type { CompiledRule } from './compile-rule.ts'

/** Which rules have a product among their triggers. */
export interface RulesBeside {
  /** In the order of the rules. */
  of(index: number): readonly CompiledRule[]
  /** Looks again which those of the product at an index are. */
  revise(index: number): void
}

/** `size` is the number of products. */
export function indexTriggers(rules: readonly CompiledRule[], size: number): RulesBeside {
  const starts = new Uint32Array(size + 1)
  for (const { triggers } of rules) for (const index of triggers) starts[index + 1]! += 1
  for (let index = 0; index < size; index++) starts[index + 1]! += starts[index]!
  const places = new Uint32Array(starts[size]!)
  const free = starts.slice()
  for (const [place, { triggers }] of rules.entries()) for (const index of triggers) places[free[index]!++] = place
  const revised = new Map<number, readonly CompiledRule[]>()
  return {
    of: (index) => revised.get(index) ?? Array.from(places.subarray(starts[index], starts[index + 1]), (place) => rules[place]!),
    revise: (index) =>
      void revised.set(
        index,
        rules.filter(({ triggers }) => triggers.has(index)),
      ),
  }
}
