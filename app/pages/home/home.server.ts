import type { ShopId } from '#app/commerce/ids.ts'
import { countSetAside } from '#app/inbox/set-aside.server.ts'
import { pool, prisma } from '#app/platform/db.server.ts'

/** What the home page counts. */
export interface ShopFigures {
  readonly products: number
  readonly orders: number
  /** When the oldest order that we may see was made; null where there is none. */
  readonly ordersSince: string | null
  readonly activeRules: number
  readonly draftRules: number
  /** Product pages that show something of ours, and of those how many hold a card that a rule or a model chose. */
  readonly pages: number
  readonly pagesByRule: number
  readonly pagesByModel: number
  readonly syncs: readonly {
    kind: string
    phase: string
    progress: number
    total: number | null
    failure: string | null
    broken: number
    orphans: number
  }[]
  /** Deliveries that could not be applied and wait to be tried again by hand. */
  readonly setAside: number
  readonly trainedOn: number | null
  /** Of a product whose page shows something; null where none does. */
  readonly shownHandle: string | null
}

export async function figuresOf(shop: ShopId): Promise<ShopFigures> {
  const [{ rows }, syncs, model, setAside] = await Promise.all([
    pool.query<Omit<ShopFigures, 'syncs' | 'trainedOn' | 'ordersSince' | 'setAside'> & { ordersSince: Date | null }>(
      `SELECT (SELECT count(*) FROM product WHERE shop_id = $1) AS products,
              (SELECT count(*) FROM "order" WHERE shop_id = $1) AS orders,
              (SELECT min(processed_at) FROM "order" WHERE shop_id = $1) AS "ordersSince",
              (SELECT count(*) FROM rule WHERE shop_id = $1 AND document->>'state' = 'active') AS "activeRules",
              (SELECT count(*) FROM rule WHERE shop_id = $1 AND document->>'state' = 'draft') AS "draftRules",
              (SELECT count(*) FROM published_slot WHERE shop_id = $1 AND product_id > 0) AS pages,
              (SELECT count(*) FROM published_slot WHERE shop_id = $1 AND product_id > 0 AND slots @? '$[*].slots[*].slot.cards[*] ? (@.reason.by == "rule")') AS "pagesByRule",
              (SELECT count(*) FROM published_slot WHERE shop_id = $1 AND product_id > 0 AND slots @? '$[*].slots[*].slot.cards[*] ? (@.reason.by != "rule")') AS "pagesByModel",
              (SELECT handle FROM published_slot AS shown JOIN product ON product.shop_id = shown.shop_id AND product.id = shown.product_id
               WHERE shown.shop_id = $1 AND product.status = 'active' AND product.published_at IS NOT NULL ORDER BY product.id LIMIT 1) AS "shownHandle"`,
      [shop],
    ),
    prisma.sync.findMany({
      where: { shopId: shop },
      orderBy: { kind: 'asc' },
      select: { kind: true, phase: true, progress: true, total: true, failure: true, broken: true, orphans: true },
    }),
    prisma.modelSnapshot.findFirst({ where: { shopId: shop }, orderBy: { trainedAt: 'desc' }, select: { orders: true } }),
    countSetAside(shop),
  ])
  const row = rows[0]!
  return { ...row, ordersSince: row.ordersSince?.toISOString() ?? null, syncs, setAside, trainedOn: model?.orders ?? null }
}
