import { createHmac } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type pg from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { versionOf } from '#app/serve/checked-bytes.server.ts'
import { writePublished } from '#app/serve/published-snapshot.server.ts'
import { toWire } from '#app/serve/wire.ts'

const CARDS = 8
const shopOf = (at: number) => `bench-${at}.myshopify.com`

/** Puts shops with published answers into the database, and the same answers into a file for the bare door. */
export async function publishShops(database: pg.Client, shops: number, products: number, file: string): Promise<void> {
  for (let at = 0; at < shops; at++) {
    const shop = shopOf(at)
    const answers = new Map(
      Array.from({ length: products }, (_, index) => {
        const cards = Array.from({ length: CARDS }, (_, card) => ({
          product: 7_000_000_000 + card * 31 + index,
          by: 'rule',
          ref: `rule-${card}`,
        }))
        return [(index + 1) as ProductId, toWire(cards)] as const
      }),
    )
    const bytes = writePublished(shop as ShopId, answers)
    await database.query(
      `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Bench', 'EUR', 'UTC', '{}', now())`,
      [shop],
    )
    await database.query('INSERT INTO published_snapshot (shop_id, version, bytes, stored_at) VALUES ($1, $2, $3, now())', [
      shop,
      versionOf(bytes),
      bytes,
    ])
    appendFileSync(
      file,
      Array.from(answers, ([product, answer]) => `${JSON.stringify([shop, String(product), JSON.stringify(answer)])}\n`).join(''),
    )
  }
}

/** Asks that Shopify signs now, of all shops and products in turn. They hold for a minute and a half. */
export function signedTargets(count: number, shops: number, products: number, secret: string): string[] {
  const timestamp = Math.floor(Date.now() / 1000)
  return Array.from({ length: count }, (_, at) => {
    const asked = [
      ['logged_in_customer_id', ''],
      ['path_prefix', '/apps/tandem'],
      ['product', String(((at * 7) % products) + 1)],
      ['shop', shopOf(at % shops)],
      ['timestamp', String(timestamp)],
    ].map((pair) => pair as [string, string])
    const text = asked.map((pair) => pair.join('=')).join('')
    return `/proxy/offers?${new URLSearchParams([...asked, ['signature', createHmac('sha256', secret).update(text).digest('hex')]])}`
  })
}
