import type { Answer } from './asked.ts'
import type { CompiledRule } from './compile-rule.ts'
import { invert } from './invert.ts'

/** Which rules have a product among their triggers, which of them were asked about it last, and what they answered. */
export interface RulesBeside {
  /**
   * In the order of the rules, for as long as `ask` is true; `at` counts them. How far that goes is noted: nothing depends on
   * later ones.
   */
  each(index: number, ask: (made: CompiledRule, at: number) => boolean): void
  /** What the rules beside the product at an index answered, in the same order; to be kept there. */
  recalled(index: number): Recalled
  /** Looks again which those of the product at an index are. What they answered is forgotten. */
  revise(index: number): void
  /** Tells of products what the rule answered, the last time that any was asked about them. */
  lastAnswered(made: CompiledRule): LastAnswered
}

export type LastAnswered = (index: number) => Answer | 'unknown' | 'nothing' | 'not asked'

/** For each rule the number of its answer, counted from 1; 0 where that is not known, `NOTHING` where it has nothing to tie to. */
export type Recalled = Uint16Array
export const NOTHING = 0xffff

/** `size` is the number of products. The rules come in their order. */
export function indexTriggers(rules: readonly CompiledRule[], size: number): RulesBeside {
  const about = invert((place) => rules[place]!.triggers.indexes(), rules.length, size)
  const answers = new Uint16Array(about.leading.length)
  const revised = new Map<number, { readonly places: Uint32Array; readonly answers: Recalled }>()
  /** How many rules one has gone through, those included that are not about the product. */
  const gone = new Uint32Array(size)
  const placesBeside = (index: number) => revised.get(index)?.places ?? about.of(index)
  const recalled = (index: number) => revised.get(index)?.answers ?? answers.subarray(about.starts[index], about.starts[index + 1])
  return {
    recalled,
    each(index, ask) {
      const places = placesBeside(index)
      for (let at = 0; at < places.length; at += 1) {
        gone[index] = places[at]! + 1
        if (!ask(rules[places[at]!]!, at)) return
      }
    },
    revise(index) {
      const places = Uint32Array.from([...rules.keys()].filter((place) => rules[place]!.triggers.has(index)))
      revised.set(index, { places, answers: new Uint16Array(places.length) })
    },
    lastAnswered(made) {
      const place = rules.indexOf(made)
      return (index) => {
        if (place === -1 || gone[index]! <= place) return 'not asked'
        const number = recalled(index)[placesBeside(index).indexOf(place)] ?? 0
        return number === NOTHING ? 'nothing' : (made.answers[number - 1] ?? 'unknown')
      }
    },
  }
}
