import { z } from 'zod'
import type { CollectionId } from '#app/commerce/ids.ts'
import { either, type ConditionKind } from './kind.ts'

export interface InCollection {
  readonly kind: 'collection'
  readonly ids: readonly CollectionId[]
}

export const inCollection: ConditionKind<'collection', InCollection> = {
  kind: 'collection',
  schema: z.strictObject({
    kind: z.literal('collection'),
    ids: z.array(z.int().positive()).min(1, 'fault.choose-one').max(250, 'fault.too-many'),
  }) as unknown as z.ZodType<InCollection>,
  field: { kind: 'collections' },
  blank: { kind: 'collection', ids: [] },
  check: (product, { ids }) => product.collections.some((collection) => ids.includes(collection)),
  sentence({ ids }, { say, catalog }) {
    const titles = ids.map((id) => {
      const title = catalog.collections.get(id)?.title
      return title === undefined ? say('condition.collection.gone', { id }) : say('condition.collection.title', { title })
    })
    return say('condition.collection', { titles: either(titles, say) })
  },
}
