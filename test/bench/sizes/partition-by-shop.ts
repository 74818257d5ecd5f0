import type pg from 'pg'

/** What grows with a shop's orders. */
const TABLES = ['order', 'order_line']

/** Puts the empty tables that grow most in so many parts each, shops among them by a hash. Keys and references stay as they were. */
export async function partitionByShop(database: pg.Pool, parts: number): Promise<void> {
  const { rows: references } = await database.query<{ of: string; name: string; says: string }>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
     WHERE contype = 'f' AND (conrelid = ANY($1::regclass[]) OR confrelid = ANY($1::regclass[]))`,
    [TABLES.map((table) => `"${table}"`)],
  )
  for (const { of, name } of references) await database.query(`ALTER TABLE ${of} DROP CONSTRAINT ${name}`)
  for (const table of TABLES) {
    await database.query(`ALTER TABLE "${table}" RENAME TO "${table}_whole"`)
    await database.query(`CREATE TABLE "${table}" (LIKE "${table}_whole" INCLUDING ALL) PARTITION BY HASH (shop_id)`)
    for (let part = 0; part < parts; part += 1)
      await database.query(`CREATE TABLE "${table}_${part}" PARTITION OF "${table}" FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${part})`)
    await database.query(`DROP TABLE "${table}_whole"`)
  }
  for (const { of, name, says } of references) await database.query(`ALTER TABLE ${of} ADD CONSTRAINT ${name} ${says}`)
}
