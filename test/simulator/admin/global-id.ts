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

/** The owners of a shop's own metafields and of the app's. */
export const SHOP_ID = globalId('Shop', 1)
export const INSTALLATION_ID = globalId('AppInstallation', 1)
