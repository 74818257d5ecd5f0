import type { CompiledRule } from './compile-rule.ts'
import { invert } from './invert.ts'
import type { Answer } from './offer-query.ts'

/** Which rules have a product among their triggers, which of them were asked about it last, and what they answered. */
export interface RulesBeside {
  /** In the order of the rules, for as long as `ask` is true. How far that goes is noted: nothing depends on later ones. */
  each(index: number, ask: VisitRule): void
  /** Looks again which those of the product at an index are. What they answered is forgotten. */
  revise(index: number): void
  /** Tells of products what the rule answered, the last time that any was asked about them. */
  lastAnswered(made: CompiledRule): LastAnswered
}

export type LastAnswered = (index: number) => Answer | 'unknown' | 'nothing' | 'not asked'

/** What a rule answered beside one product stands in `recalled` at `at`, and is kept there. */
export type VisitRule = (made: CompiledRule, recalled: Recalled, at: number) => boolean

/** Numbers of answers, counted from 1; 0 where one is not known, `NOTHING` where there is nothing to tie to. */
export type Recalled = Uint16Array
export const NOTHING = 0xffff

/** The rules beside one product, in their order, and what they answered: from one index up to another. */
interface Row {
  readonly places: Uint32Array
  readonly recalled: Recalled
  readonly from: number
  readonly to: number
}

/** `size` is the number of products. The rules come in their order. */
export function indexTriggers(rules: readonly CompiledRule[], size: number): RulesBeside {
  const { leading, starts } = invert((place) => rules[place]!.triggers.indexes(), rules.length, size)
  const answers = new Uint16Array(leading.length)
  const revised = new Map<number, Row>()
  /** How many rules one has gone through, those included that are not about the product. */
  const gone = new Uint32Array(size)
  const rowOf = (index: number): Row =>
    revised.get(index) ?? { places: leading, recalled: answers, from: starts[index]!, to: starts[index + 1]! }
  return {
    each(index, ask) {
      const { places, recalled, from, to } = rowOf(index)
      for (let at = from; at < to; at += 1) {
        gone[index] = places[at]! + 1
        if (!ask(rules[places[at]!]!, recalled, at)) return
      }
    },
    revise(index) {
      const places = Uint32Array.from([...rules.keys()].filter((place) => rules[place]!.triggers.has(index)))
      revised.set(index, { places, recalled: new Uint16Array(places.length), from: 0, to: places.length })
    },
    lastAnswered(made) {
      const place = rules.indexOf(made)
      return (index) => {
        if (place === -1 || gone[index]! <= place) return 'not asked'
        const { places, recalled, from, to } = rowOf(index)
        let at = from
        while (at < to && places[at]! < place) at += 1
        const number = at < to && places[at] === place ? recalled[at]! : 0
        return number === NOTHING ? 'nothing' : (made.answers[number - 1] ?? 'unknown')
      }
    },
  }
}
