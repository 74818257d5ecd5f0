import type { PoolClient } from 'pg'
import type { OrderId } from '#app/commerce/ids.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import { orphansOf, type Orphans } from '#app/ingest/orphans.server.ts'
import type { OrderExportLine, OrderHead } from '#app/ingest/read-order.ts'
import type { BrokenLine } from '#app/shopify/export/broken-line.ts'
import { markOfVisit } from './visit-mark.server.ts'

type Head = OrderHead & { readonly pieces: number | null }

/** Makes room, in this transaction alone, for orders and their lines. */
export async function openOrderStage(client: PoolClient): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_order (id bigint, customer_id bigint, processed_at timestamptz, updated_at timestamptz, cancelled_at timestamptz, is_test boolean, pieces int,
      taxes_included boolean, channel text, adjustment bigint, visit text) ON COMMIT DROP;
    CREATE TEMP TABLE staged_line (
      order_id bigint, id bigint, product_id bigint, variant_id bigint, quantity int, current_quantity int, unit_price bigint, discount bigint, tax bigint, sold_by text,
      bundle_id bigint, bundle_product_id bigint) ON COMMIT DROP;
    CREATE TEMP TABLE changed_order (id bigint PRIMARY KEY) ON COMMIT DROP;`)
}

/** Stages a batch of an export's lines in whatever order they come; returns those that are broken. */
export async function stageOrderLines(client: PoolClient, lines: readonly OrderExportLine[]): Promise<BrokenLine[]> {
  const heads: Head[] = []
  const items: { of: OrderId; line: OrderLine }[] = []
  const broken: BrokenLine[] = []
  for (const line of lines) {
    if (line.kind === 'order') heads.push({ ...line.order, pieces: line.pieces })
    else if (line.kind === 'line') items.push(line)
    else broken.push(line)
  }
  await stageHeads(client, heads)
  await stageItems(client, items)
  return broken
}

/** Stages whole orders. */
export async function stageOrders(client: PoolClient, orders: readonly Order[]): Promise<void> {
  await stageHeads(
    client,
    orders.map((order) => ({ ...order, pieces: null })),
  )
  await stageItems(
    client,
    orders.flatMap(({ id, lines }) => lines.map((line) => ({ of: id, line }))),
  )
}

/** Takes orders out of the stage again, with all their lines. */
export async function unstageOrders(client: PoolClient, ids: readonly OrderId[]): Promise<void> {
  if (ids.length === 0) return
  await client.query('DELETE FROM staged_line WHERE order_id = ANY ($1::bigint[])', [ids])
  await client.query('DELETE FROM staged_order WHERE id = ANY ($1::bigint[])', [ids])
}

/** The orders of staged lines that are not staged themselves, and how many lines these are. At most `most` orders are named. */
export function orphansStaged(client: PoolClient, most: number): Promise<Orphans<OrderId>> {
  return orphansOf(client, 'SELECT order_id AS parent FROM staged_line', 'staged_order', most)
}

/** Staged orders whose lines do not add up to what the order says: some have not come. */
export async function tornStaged(client: PoolClient): Promise<OrderId[]> {
  const { rows } = await client.query<{ id: OrderId }>(
    `SELECT head.id FROM staged_order AS head LEFT JOIN staged_line AS line ON line.order_id = head.id
     GROUP BY head.id, head.pieces HAVING coalesce(sum(line.quantity), 0) <> head.pieces`,
  )
  return rows.map(({ id }) => id)
}

async function stageHeads(client: PoolClient, heads: readonly Head[]): Promise<void> {
  if (heads.length === 0) return
  // Times go as milliseconds: a million of Date's own texts would take longer than all the rest.
  await client.query(
    `INSERT INTO staged_order
     SELECT id, customer_id, to_timestamp(processed_at / 1000), to_timestamp(updated_at / 1000), to_timestamp(cancelled_at / 1000), is_test, pieces,
            taxes_included, channel, adjustment, visit
     FROM unnest($1::bigint[], $2::bigint[], $3::float8[], $4::float8[], $5::float8[], $6::boolean[], $7::int[],
                 $8::boolean[], $9::text[], $10::bigint[], $11::text[])
       AS head (id, customer_id, processed_at, updated_at, cancelled_at, is_test, pieces, taxes_included, channel, adjustment, visit)`,
    [
      heads.map((head) => head.id),
      heads.map((head) => head.customerId),
      heads.map((head) => head.processedAt),
      heads.map((head) => head.updatedAt),
      heads.map((head) => head.cancelledAt),
      heads.map((head) => head.isTest),
      heads.map((head) => head.pieces),
      // What arrived before these were told of says nothing of them.
      heads.map((head) => head.taxesIncluded ?? false),
      heads.map((head) => head.channel ?? null),
      heads.map((head) => head.adjustment ?? 0),
      heads.map((head) => (head.visit ? markOfVisit(head.visit) : null)),
    ],
  )
}

async function stageItems(client: PoolClient, items: readonly { of: OrderId; line: OrderLine }[]): Promise<void> {
  if (items.length === 0) return
  await client.query(
    'INSERT INTO staged_line SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::bigint[], $12::bigint[])',
    [
      items.map(({ of }) => of),
      items.map(({ line }) => line.id),
      items.map(({ line }) => line.productId),
      items.map(({ line }) => line.variantId),
      items.map(({ line }) => line.quantity),
      items.map(({ line }) => line.currentQuantity),
      items.map(({ line }) => line.unitPrice),
      // What arrived before discounts were told of says nothing of them.
      items.map(({ line }) => line.discount ?? 0),
      items.map(({ line }) => line.tax ?? 0),
      items.map(({ line }) => line.soldBy),
      items.map(({ line }) => line.bundle?.id ?? null),
      items.map(({ line }) => line.bundle?.productId ?? null),
    ],
  )
}
