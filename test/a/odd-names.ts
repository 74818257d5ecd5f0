import fc from 'fast-check'
import type { MomentFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { anyGuard, anyMoment } from './any-rule.ts'

/** What languages fold otherwise than each other: final sigma, dotted I, sharp s, letters of two cases that are three. */
const words = ['ΜΠΑΤΑΡΙΕΣ', 'μπαταριες', 'Οδος ΑΣ', 'İstanbul', 'STRAẞE', 'straße', 'ǅemper', 'K2 Kelvin', 'ﬁsh', 'Ångström', 'Ꭰꭰ', 'VIP']
/** Around a name; some of them one language strips and another keeps. */
const spaces = ['', '', '', ' ', '\t', '\v', '\u00a0', '\u3000', '\ufeff', '\u2028', '\u0085', '\u200b', ' \u00a0 ']
const cases = [String, String, (word: string) => word.toUpperCase(), (word: string) => word.toLowerCase()] as const

const anyOddName = fc
  .tuple(fc.constantFrom(...spaces), fc.constantFrom(...words), fc.constantFrom(...cases), fc.constantFrom(...spaces))
  .map(([before, word, cased, after]) => before + cased(word) + after)

/** What is called by one of these names; everything else is a word of ours. */
const named = new Set(['names', 'type', 'vendor', 'tags', 'market', 'language'])

/** The same thing with other names. */
function respell<Thing>(thing: Thing, next: () => string, isName = false): Thing {
  if (typeof thing === 'string') return (isName ? next() : thing) as Thing
  if (Array.isArray(thing)) return thing.map((part: unknown) => respell(part, next, isName)) as Thing
  if (typeof thing !== 'object' || thing === null || thing instanceof Date) return thing
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, respell(value, next, named.has(key))])) as Thing
}

/** Random guards for random visits, in which all names are odd ones. */
export const anyOddCase: fc.Arbitrary<{ guard: Tree<MomentFact>; moment: Moment }> = fc
  .record({ guard: anyGuard, moment: anyMoment, names: fc.array(anyOddName, { minLength: 4, maxLength: 7 }) })
  .map(({ guard, moment, names }) => {
    let at = 0
    const next = () => names[at++ % names.length]!
    return { guard: respell(guard, next), moment: respell(moment, next) }
  })
