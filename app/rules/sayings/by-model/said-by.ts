import { fold } from '../../conditions/kind.ts'
import type { When } from '../../conditions/condition.ts'
import type { Fact } from '../../conditions/kinds.ts'
import { factsIn, isGroup, type Tree } from '../../conditions/tree.ts'
import { canonical } from '../../versions/canonical.ts'
import type { Rule } from '../../rule.ts'
import type { Item, Meaning } from '../item.ts'

const joinsWords = () => true

/** Whether a rule says what a stretch of a sentence means by itself. Words that only hold others together are said by any. */
const SAYS: { readonly [Kind in Meaning['kind']]: (means: Extract<Meaning, { readonly kind: Kind }>, rule: Rule) => boolean } = {
  fact: ({ fact }, rule) => factsOf(rule).some((one) => isAlike(one, fact)),
  moment: ({ fact }, rule) => factsOf(rule).some((one) => isAlike(one, fact)),
  join: ({ join }, { offer }) => offer.joins.some((one) => canonical(one) === canonical(join)),
  not: (_, rule) => treesOf(rule).some(negates) || rule.offer.except !== null,
  except: (_, rule) => rule.offer.except !== null || treesOf(rule).some(negates),
  // Goods in a cart may be looked for there, or be what is looked at.
  'in-cart': (_, { when }) => factsIn<Fact>(when).length > 0,
  'cart-holds': ({ isNot }, rule) => factsOf(rule).some(({ kind }) => kind === 'cart-contains') && (!isNot || treesOf(rule).some(negates)),
  most: ({ most }, { offer }) => offer.most === most,
  number: ({ number }, { offer }) => offer.most === number,
  sort: ({ sort }, { offer }) => offer.sort === sort,
  at: ({ placement }, { at }) => at?.includes(placement) ?? false,
  stop: (_, { stop }) => stop,
  fallback: (_, { fallback }) => fallback,
  'as-needed': (_, { offer }) => offer.need !== null,
  'that-needs': (_, { offer }) => offer.joins.some(({ kind }) => kind === 'metafield' || kind === 'fits'),
  unknown: () => false,
  any: joinsWords,
  verb: joinsWords,
  pair: joinsWords,
  beside: joinsWords,
  'of-trigger': joinsWords,
  colon: joinsWords,
  comma: joinsWords,
  and: joinsWords,
  filler: joinsWords,
}

export function isSaidBy(item: Item, rule: Rule): boolean {
  // The index of the record ties every kind to its own meanings; TypeScript cannot follow a union through it.
  return (SAYS[item.kind] as (means: Item, rule: Rule) => boolean)(item, rule)
}

const treesOf = ({ when, offer }: Rule): When[] => [when, offer.where, ...(offer.except ? [offer.except] : [])]

const factsOf = (rule: Rule): Fact[] =>
  treesOf(rule)
    .flatMap((tree) => factsIn<Fact>(tree))
    .flatMap((fact) => (fact.kind === 'cart-contains' ? [fact, ...factsIn<Fact>(fact.of)] : [fact]))

function negates(tree: Tree<Fact>): boolean {
  if (!isGroup(tree)) return false
  return tree.kind === 'not' || tree.of.some(negates)
}

/** Whether two facts look for the same, of several names one is enough: "cases" may be those of laptops or of phones. */
function isAlike(one: Fact, other: Fact): boolean {
  if (one.kind !== other.kind) return false
  if ('name' in one && 'name' in other && one.name !== other.name) return false
  if ('ids' in one && 'ids' in other) return one.ids.some((id) => (other.ids as readonly number[]).includes(id))
  if ('names' in one && 'names' in other) {
    const wanted = new Set(other.names.map(fold))
    return one.names.some((name) => wanted.has(fold(name)))
  }
  return canonical(one) === canonical(other)
}
