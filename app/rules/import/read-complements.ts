import { z } from 'zod'
import type { Catalog } from '#app/catalog/catalog.ts'
import { readGid, type ProductId } from '#app/commerce/ids.ts'
import { MOST_OFFERED } from '../rule.ts'
import type { Pairing } from './pairing.ts'

const line = z.object({ owner: z.object({ id: z.string() }), value: z.string() })

/** What of a list the merchant chose; null where that is nothing. */
export type OwnList = (beside: ProductId, value: string) => string | null

/**
 * What a metafield of Search & Discovery pairs: a list of products' global ids, which may name the product itself, one twice,
 * or what is gone. Undefined where nothing is left.
 */
export function readComplements(json: unknown, catalog: Catalog, own: OwnList): Pairing | undefined {
  const read = line.safeParse(json)
  if (!read.success) return undefined
  const beside = readGid('Product', read.data.owner.id)
  if (beside === undefined || catalog.indexOf(beside) === undefined) return undefined
  const named = listIn(own(beside, read.data.value) ?? '[]').flatMap((gid) => readGid('Product', gid) ?? [])
  const offer = [...new Set(named)].filter((id) => id !== beside && catalog.indexOf(id) !== undefined).slice(0, MOST_OFFERED)
  return offer.length === 0 ? undefined : { beside, offer }
}

function listIn(value: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
