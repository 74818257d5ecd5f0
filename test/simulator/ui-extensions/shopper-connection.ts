import { connection } from '../admin/connection.ts'
import type { ShopperAsk, ShopperResolver } from './shopper-ask.ts'

/** The resolver of a connection field for shoppers: pages through the whole list, as the Admin API's do. */
export function shopperConnection<Source, Node>(
  list: (source: Source, ask: ShopperAsk) => readonly Node[],
  keyOf: (node: Node) => number,
): ShopperResolver {
  return connection<Source, object, Node>(
    (source, _args, ask) => list(source, ask as unknown as ShopperAsk),
    keyOf,
  ) as unknown as ShopperResolver
}
