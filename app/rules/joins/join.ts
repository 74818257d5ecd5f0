import { z } from 'zod'
import type { Catalog } from '#app/catalog/catalog.ts'
import { fold, type Say } from '#app/rules/conditions/kind.ts'

/** How an offered product must be tied to the one that is looked at. */
export interface JoinKind {
  readonly kind: string
  /** What two products must share; products without such a key are never joined. */
  keysOf(index: number, catalog: Catalog): readonly (string | number)[]
  sentence(say: Say): string
}

const sameCollection: JoinKind = {
  kind: 'same-collection',
  keysOf: (index, catalog) => catalog.products[index]!.collections,
  sentence: (say) => say('join.same-collection'),
}

const sameVendor: JoinKind = {
  kind: 'same-vendor',
  keysOf: (index, catalog) => keep(catalog.products[index]!.vendor),
  sentence: (say) => say('join.same-vendor'),
}

const sameTag: JoinKind = {
  kind: 'same-tag',
  keysOf: (index, catalog) => catalog.products[index]!.tags.flatMap(keep),
  sentence: (say) => say('join.same-tag'),
}

function keep(name: string): string[] {
  const folded = fold(name)
  return folded === '' ? [] : [folded]
}

export const JOIN_KINDS = { 'same-collection': sameCollection, 'same-vendor': sameVendor, 'same-tag': sameTag } as const

export type Join = keyof typeof JOIN_KINDS

export const joinSchema = z.enum(Object.keys(JOIN_KINDS) as [Join, ...Join[]])
