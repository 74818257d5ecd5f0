import { grantedScopes, install, type Installation } from '../installation.ts'
import { inTrouble } from '../../weather/request-trouble.ts'
import { readSessionToken } from './session-token.ts'
import { REFRESH_TOKEN_LIVES, type Grant } from './tokens.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token'
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token'
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token'

/** `POST /admin/oauth/access_token`: token exchange and refresh. The first exchange installs the app. */
export async function answerTokenRequest(request: Request, installation: Installation): Promise<Response> {
  const asked = await readBody(request)
  const trouble = installation.weather.token.meet(() => [asked['grant_type'] === EXCHANGE ? 'exchange' : 'refresh'])
  return inTrouble(trouble, request, async () => grantOrRefuse(asked, installation))
}

function grantOrRefuse(asked: Readonly<Record<string, string>>, installation: Installation): Response {
  const { app } = installation
  if (asked['client_id'] !== app.key || asked['client_secret'] !== app.secret)
    return refusal(401, 'invalid_client', 'The client credentials are wrong')
  switch (asked['grant_type']) {
    case EXCHANGE:
      return exchange(asked, installation)
    case 'refresh_token':
      return refresh(asked, installation)
    default:
      return refusal(400, 'unsupported_grant_type', `No grant of type ${asked['grant_type']}`)
  }
}

function exchange(asked: Readonly<Record<string, string>>, installation: Installation): Response {
  const { app, shop, tokens, now } = installation
  const wanted = asked['requested_token_type']
  if (asked['subject_token_type'] !== ID_TOKEN || (wanted !== ONLINE && wanted !== OFFLINE))
    return refusal(400, 'invalid_request', 'Unknown token type')
  if (!readSessionToken(asked['subject_token'] ?? '', app, shop.facts.domain, now()))
    return refusal(400, 'invalid_subject_token', 'The session token is not valid for this app and shop')

  install(installation)
  if (wanted === OFFLINE)
    return granted(tokens.grant(asked['expiring'] === '1' ? 'expiring-offline' : 'offline', grantedScopes(installation)))
  const grant = tokens.grant('online', grantedScopes(installation))
  return granted(grant, { associated_user_scope: grant.scopes.join(','), associated_user: merchant(shop.facts.name) })
}

function refresh(asked: Readonly<Record<string, string>>, { tokens }: Installation): Response {
  const grant = tokens.refresh(asked['refresh_token'] ?? '')
  return grant ? granted(grant) : refusal(400, 'invalid_grant', 'The refresh token is unknown, expired or was replaced')
}

function granted({ accessToken, scopes, livesFor, refreshToken }: Grant, more: object = {}): Response {
  return Response.json({
    access_token: accessToken,
    scope: scopes.join(','),
    ...(livesFor === null ? {} : { expires_in: livesFor }),
    ...(refreshToken === null ? {} : { refresh_token: refreshToken, refresh_token_expires_in: REFRESH_TOKEN_LIVES }),
    ...more,
  })
}

function merchant(shopName: string) {
  return {
    id: 1,
    first_name: shopName,
    last_name: 'Merchant',
    email: 'merchant@example.com',
    email_verified: true,
    account_owner: true,
    locale: 'en',
    collaborator: false,
  }
}

function refusal(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status })
}

async function readBody(request: Request): Promise<Readonly<Record<string, string>>> {
  const text = await request.text()
  if (!request.headers.get('content-type')?.includes('json')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    return {}
  }
}
