import { Session } from '@shopify/shopify-api'
import type { SessionStorage } from '@shopify/shopify-app-session-storage'
import type { Session as Row } from '#app/generated/prisma/client.ts'
import { prisma } from '#app/platform/db.server.ts'
import { openTokens, sealTokens } from './sealed-tokens.server.ts'

/** Keeps Shopify's access tokens, each with the refresh token that replaces it, sealed in our database. One that does not open is none. */
export const sessionStorage: SessionStorage = {
  async storeSession(session) {
    // So the library says that Shopify refused the token.
    if (session.accessToken === undefined) return noteRefused(session)
    const row = toRow(session)
    await prisma.session.upsert({ where: { id: row.id }, create: row, update: row })
    return true
  },
  async loadSession(id) {
    const row = await prisma.session.findUnique({ where: { id } })
    return row ? toSession(row) : undefined
  },
  async deleteSession(id) {
    await prisma.session.deleteMany({ where: { id } })
    return true
  },
  async deleteSessions(ids) {
    await prisma.session.deleteMany({ where: { id: { in: ids } } })
    return true
  },
  async findSessionsByShop(shop) {
    return (await prisma.session.findMany({ where: { shop } })).flatMap((row) => toSession(row) ?? [])
  },
}

/**
 * A refused token counts as expired: whoever needs one next renews it, or exchanges the merchant's own word for another. A
 * newer one, which came while Shopify was asked, stays as it is.
 */
async function noteRefused({ id, refreshToken }: Session): Promise<true> {
  if (refreshToken === undefined) {
    await prisma.session.deleteMany({ where: { id, refreshToken: null } })
    return true
  }
  const row = await prisma.session.findUnique({ where: { id } })
  if (!row || openTokens(row)?.refreshToken !== refreshToken) return true
  await prisma.session.updateMany({ where: { id, refreshToken: row.refreshToken }, data: { expires: new Date(0) } })
  return true
}

function toRow(session: Session): Row {
  const { id, shop, state, isOnline, scope, expires, accessToken, refreshToken, refreshTokenExpires, onlineAccessInfo } = session
  if (accessToken === undefined) throw new Error('A session without an access token is not worth keeping')
  return {
    id,
    shop,
    state,
    isOnline,
    scope: scope ?? null,
    expires: expires ?? null,
    ...sealTokens({ id, shop }, { accessToken, refreshToken: refreshToken ?? null }),
    refreshTokenExpires: refreshTokenExpires ?? null,
    userId: onlineAccessInfo ? BigInt(onlineAccessInfo.associated_user.id) : null,
  }
}

function toSession(row: Row): Session | undefined {
  const tokens = openTokens(row)
  if (!tokens) return undefined
  const { accessToken, refreshToken } = tokens
  const { id, shop, state, isOnline, scope, expires, refreshTokenExpires } = row
  return new Session({
    id,
    shop,
    state,
    isOnline,
    accessToken,
    ...(scope !== null && { scope }),
    ...(expires && { expires }),
    ...(refreshToken !== null && { refreshToken }),
    ...(refreshTokenExpires && { refreshTokenExpires }),
  })
}
