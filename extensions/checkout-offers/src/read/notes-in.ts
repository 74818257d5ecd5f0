import type { ProductId } from '../../../../app/commerce/ids.ts'
import { productIn } from '../offers.ts'
import type { PageApi } from './page-api.ts'
import { readNotes, type ReadNotes } from './read-notes.ts'

const KEY = 'offer_notes'

/** The notes of a page's products, by product; those that cannot be read are none. */
export function notesIn(entries: PageApi['appMetafields']['value']): ReadonlyMap<ProductId, ReadNotes> {
  return new Map(
    entries.flatMap(({ target, metafield }): [ProductId, ReadNotes][] => {
      const product = target.type === 'product' && metafield.key === KEY ? productIn(target.id) : undefined
      const notes = product && readNotes(metafield.value)
      return product && notes ? [[product, notes]] : []
    }),
  )
}
