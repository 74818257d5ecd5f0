import { inTransaction, pool } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { sealedBy } from '#app/platform/seal.server.ts'
import { lockAccess } from './lock-access.server.ts'
import { openTokens, plainTokens, sealTokens, type TokenRow, type Tokens } from './sealed-tokens.server.ts'

const PAUSE = 500

/**
 * Seals with TOKEN_KEY, once, what is plain or was sealed with the key before it. From then on plain text is no token.
 * Where the database is away it waits for it, until `signal` aborts.
 */
export async function sealStoredTokens(signal: AbortSignal): Promise<void> {
  const done = new AbortController()
  const seal = async () => {
    await sealAll()
    done.abort()
  }
  await repeatUntilAborted(seal, PAUSE, 'The stored tokens cannot be looked at yet', AbortSignal.any([signal, done.signal]))
}

async function sealAll(): Promise<void> {
  const { rows } = await pool.query<TokenRow>(
    `SELECT id, shop FROM session
     WHERE NOT (starts_with(access_token, $1) AND (refresh_token IS NULL OR starts_with(refresh_token, $1))) ORDER BY id`,
    [sealedBy(env.TOKEN_KEY)],
  )
  let sealed = 0
  for (const row of rows) if (await sealRow(row)) sealed += 1
  if (sealed > 0) log.info({ shops: sealed }, 'Stored tokens are sealed with TOKEN_KEY')
}

/** False where the row is gone or does not open. Several processes may be at it: each finds the row as another has left it. */
function sealRow({ id, shop }: TokenRow): Promise<boolean> {
  return inTransaction(async (client) => {
    await lockAccess(client, shop)
    const { rows } = await client.query<TokenRow & Tokens>(
      'SELECT id, shop, access_token AS "accessToken", refresh_token AS "refreshToken" FROM session WHERE id = $1 AND shop = $2 FOR UPDATE',
      [id, shop],
    )
    const tokens = rows[0] && (plainTokens(rows[0]) ?? openTokens(rows[0]))
    if (!tokens) return false
    const { accessToken, refreshToken } = sealTokens({ id, shop }, tokens)
    await client.query('UPDATE session SET access_token = $2, refresh_token = $3 WHERE id = $1', [id, accessToken, refreshToken])
    return true
  })
}
