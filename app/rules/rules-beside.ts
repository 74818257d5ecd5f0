import type { CompiledRule } from './compile-rule.ts'
import { invert } from './invert.ts'

/** Which rules have a product among their triggers, and which of them were asked about it last. */
export interface RulesBeside {
  /** In the order of the rules, for as long as `ask` is true. How far that goes is noted: nothing depends on later ones. */
  each(index: number, ask: (made: CompiledRule) => boolean): void
  /** Looks again which those of the product at an index are. */
  revise(index: number): void
  /** Tells of products whether the rule was asked about them the last time that any was. */
  hasAsked(made: CompiledRule): (index: number) => boolean
}

/** `size` is the number of products. The rules come in their order. */
export function indexTriggers(rules: readonly CompiledRule[], size: number): RulesBeside {
  const placesBeside = invert((place) => rules[place]!.triggers.indexes(), rules.length, size)
  const revised = new Map<number, readonly number[]>()
  /** How many rules one has gone through, those included that are not about the product. */
  const gone = new Uint32Array(size)
  return {
    each(index, ask) {
      const places = revised.get(index) ?? placesBeside(index)
      for (let at = 0; at < places.length; at += 1) {
        gone[index] = places[at]! + 1
        if (!ask(rules[places[at]!]!)) return
      }
    },
    revise(index) {
      const places: number[] = []
      for (const [place, { triggers }] of rules.entries()) if (triggers.has(index)) places.push(place)
      revised.set(index, places)
    },
    hasAsked(made) {
      const place = rules.indexOf(made)
      return (index) => place !== -1 && gone[index]! > place
    },
  }
}
