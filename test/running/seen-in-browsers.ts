import type { Pool } from 'pg'

/** Writes down what was seen in the browsers that made order 1 of our shop and order 3, in somebody else's, and in another shop. */
export async function seenInBrowsers(database: Pool, ours: string, theirs: string): Promise<void> {
  await database.query(
    `INSERT INTO storefront_event (shop_id, id, kind, visitor, product_id, order_id) VALUES
     ($1, 'e1', 'ordered', 'ada', NULL, 1), ($1, 'e2', 'seen', 'ada', 1, NULL), ($1, 'e3', 'ordered', 'ada-too', NULL, 3),
     ($1, 'e4', 'seen', 'bob', 1, NULL), ($2, 'e1', 'ordered', 'ada', NULL, 1)`,
    [ours, theirs],
  )
}
