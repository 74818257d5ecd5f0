import type { Installation } from '../admin/installation.ts'
import { changeScopes, scopesDetail } from '../admin/oauth/change-scopes.ts'

/** `/store/<handle>/scopes`: GET tells what the app may do, POST `{ change: 'grant' | 'revoke', scopes }` is the merchant's word. */
export async function scopesAnswer(request: Request, installation: Installation): Promise<Response> {
  if (request.method === 'GET') return Response.json(scopesDetail(installation), { headers: { 'cache-control': 'no-store' } })
  if (request.method !== 'POST') return new Response('Method not allowed', { status: 405 })
  const { change, scopes } = (await request.json()) as { change: 'grant' | 'revoke'; scopes: string[] }
  try {
    return Response.json(changeScopes(installation, change, scopes))
  } catch (error) {
    return new Response((error as Error).message, { status: 400 })
  }
}
