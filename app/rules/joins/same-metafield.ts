import { metafieldOf } from '#app/commerce/metafield.ts'
import { foldValue } from '#app/rules/conditions/kind.ts'
import type { JoinKind } from './join-kind.ts'

/** A metafield of the offered product has a value that a metafield of the trigger has; of lists, one in common is enough. */
export interface SameMetafield {
  readonly kind: 'metafield'
  readonly offered: string
  readonly trigger: string
}

export const sameMetafield: JoinKind<SameMetafield> = {
  kind: 'metafield',
  fields: [
    { name: 'offered', kind: 'metafield' },
    { name: 'trigger', kind: 'metafield' },
  ],
  by: 'keys',
  ofTrigger: (product, { trigger }) => metafieldOf(product, trigger).map(foldValue),
  ofOffered: (product, { offered }) => metafieldOf(product, offered).map(foldValue),
}
