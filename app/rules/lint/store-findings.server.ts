import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Finding } from './finding.ts'

/** Puts what was found in the place of what was found before. What would mend it is worked out when somebody looks. */
export async function keepFindings(client: PoolClient, shop: ShopId, findings: readonly Finding[], now: Date): Promise<void> {
  const kept = findings.map(({ kind, severity, rule, count, of }) => ({ kind, severity, rule, count, of }))
  await client.query(
    `INSERT INTO lint (shop_id, findings, linted_at) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id) DO UPDATE SET findings = excluded.findings, linted_at = excluded.linted_at`,
    [shop, JSON.stringify(kept), now],
  )
}

/** How many of the shop's rules were last found to need a look and have not been deleted or made drafts since. */
export async function countRulesWithFindings(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ rules: number }>(
    `SELECT count(*) AS rules FROM rule WHERE shop_id = $1 AND document->>'state' = 'active' AND id IN
       (SELECT finding->>'rule' FROM lint, jsonb_array_elements(findings) AS finding
        WHERE lint.shop_id = $1 AND finding->>'severity' = 'warning')`,
    [shop],
  )
  return rows[0]!.rules
}
