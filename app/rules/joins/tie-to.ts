import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import { joinKindOf, type Join } from './joins.ts'

/** What a product gives a join to tie others to it by: keys, of which there is one at least, or a number. */
export type Given = readonly Key[] | number

/** Undefined where the product has nothing that the join could tie others to. */
export function givenTo(join: Join, trigger: Product): Given | undefined {
  const kind = joinKindOf(join)
  const given = kind.by === 'keys' ? kind.ofTrigger(trigger, join) : kind.given(trigger, join)
  return typeof given === 'object' && given.length === 0 ? undefined : given
}

/** The keys by which a product can be tied to others, each once; none where the join goes by a number. */
export function keysOfOffered(join: Join, offered: Product): readonly Key[] {
  const kind = joinKindOf(join)
  const keys = kind.by === 'keys' ? kind.ofOffered(offered, join) : []
  return keys.length > 1 ? [...new Set(keys)] : keys
}

/** Tells whether a join ties an offered product to one that gives `given`. */
export function tieBy(join: Join, given: Given): (offered: Product) => boolean {
  const kind = joinKindOf(join)
  if (kind.by === 'number') return (offered) => typeof given === 'number' && kind.admits(given, offered, join)
  const wanted = new Set(typeof given === 'number' ? [] : given)
  return (offered) => kind.ofOffered(offered, join).some((key) => wanted.has(key))
}

export type Tie =
  | { readonly kind: 'tie'; readonly isTied: (offered: Product) => boolean }
  /** The first join to which the product gives nothing. */
  | { readonly kind: 'nothing'; readonly join: Join }

/** How all the joins together tie others to a product. */
export function tieTo(trigger: Product, joins: readonly Join[]): Tie {
  const ties: ((offered: Product) => boolean)[] = []
  for (const join of joins) {
    const given = givenTo(join, trigger)
    if (given === undefined) return { kind: 'nothing', join }
    ties.push(tieBy(join, given))
  }
  return { kind: 'tie', isTied: (offered) => ties.every((isTied) => isTied(offered)) }
}

/** Tells whether joins all tie one offered product to a trigger, by what that gives to each of them. */
export type TiesTo = (given: readonly Given[]) => boolean

/** The same from the other side: what joins all tie an offered product to. */
export function tiesTo(offered: Product, joins: readonly Join[]): TiesTo {
  const ties = joins.map((join) => {
    const kind = joinKindOf(join)
    if (kind.by === 'number') return (given: Given) => typeof given === 'number' && kind.admits(given, offered, join)
    const keys = kind.ofOffered(offered, join)
    return (given: Given) => typeof given === 'object' && given.some((key) => keys.includes(key))
  })
  return (given) => ties.every((isTied, at) => isTied(given[at]!))
}
