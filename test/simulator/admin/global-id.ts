import type { ShopFacts } from '../shop.ts'
import type { ShopState } from '../state/shop-state.ts'

export interface GlobalId {
  readonly type: string
  readonly number: number
}

/** `gid://shopify/Product/1`. */
export function globalId(type: string, number: number): string {
  return `gid://shopify/${type}/${number}`
}

/** The parts of a global id, or undefined where the text is none. A query after the number (`?inventory_item_id=…`) is ignored. */
export function readGlobalId(id: string): GlobalId | undefined {
  const [, type, number] = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(id) ?? []
  return type && number ? { type, number: Number(number) } : undefined
}

/** The number of a global id of that type, or undefined for anything else. */
export function numberOf(type: string, id: string): number | undefined {
  const read = readGlobalId(id)
  return read?.type === type ? read.number : undefined
}

/** The number that Shopify knows a shop by: each has its own, for good. */
export function shopNumber({ domain }: Pick<ShopFacts, 'domain'>): number {
  let hash = 2_166_136_261
  for (const letter of domain) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619)
  return 10_000_000 + (hash >>> 0)
}

/** The owner of a shop's own metafields. */
export const shopId = (facts: Pick<ShopFacts, 'domain'>): string => globalId('Shop', shopNumber(facts))

/** The owner of the app's own metafields: another each time that it is installed anew. */
export const installationId = ({ facts, installations }: Pick<ShopState, 'facts' | 'installations'>): string =>
  globalId('AppInstallation', shopNumber(facts) * 1_000 + installations)
