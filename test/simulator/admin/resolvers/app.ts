import type { AppConfig } from '../app-config.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { globalId, installationId } from '../global-id.ts'
import { removeApp, type Installation } from '../installation.ts'
import { changeScopes } from '../oauth/change-scopes.ts'
import { API_VERSION } from '../schema.ts'
import { metafieldFields } from './metafield-fields.ts'
import { appSource, installationSource } from './sources.ts'

/** Throws nothing: what cannot be revoked is said in Shopify's codes, and then nothing is. */
function revoke(ask: Ask, scopes: readonly string[]) {
  const { app } = ask.installation
  const error = (code: string, message: string) => ({ revoked: null, userErrors: [{ field: ['scopes'], code, message }] })
  const required = scopes.find((one) => app.scopes.includes(one))
  if (required) return error('CANNOT_REVOKE_REQUIRED_SCOPES', `${required} is a required scope.`)
  const undeclared = scopes.find((one) => !app.optionalScopes.includes(one))
  if (undeclared) return error('CANNOT_REVOKE_UNDECLARED_SCOPES', `${undeclared} is not an optional scope of the app.`)
  changeScopes(ask.installation, 'revoke', scopes)
  return { revoked: scopes.map(scope), userErrors: [] }
}

const scope = (handle: string) => ({ handle, description: handle.replaceAll('_', ' ') })

export const appResolvers: Resolvers = {
  QueryRoot: {
    currentAppInstallation: (_source, _args, ask) => installationSource(ask),
    app: ((_source, { id }, ask) => (!id || id === globalId('App', ask.installation.app.id) ? appSource(ask) : null)) satisfies Resolver<
      unknown,
      { id?: string | null }
    >,
    appByHandle: ((_source, { handle }, ask) => (handle === ask.installation.app.handle ? appSource(ask) : null)) satisfies Resolver<
      unknown,
      { handle: string }
    >,
  },
  Mutation: {
    appRevokeAccessScopes: ((_source, { scopes }, ask) => revoke(ask, scopes)) satisfies Resolver<unknown, { scopes: readonly string[] }>,
    appUninstall: (_source, _args, ask) => {
      removeApp(ask.installation)
      return { app: appSource(ask), userErrors: [] }
    },
  },
  AppInstallation: {
    ...metafieldFields<Installation>(({ shop }) => installationId(shop)),
    id: (({ shop }) => installationId(shop)) satisfies Resolver<Installation>,
    app: (_source, _args, ask) => appSource(ask),
    accessScopes: (_source, _args, ask) => [...ask.scopes].map(scope),
    launchUrl: ((installation) => installation.app.url) satisfies Resolver<Installation>,
    uninstallUrl: () => null,
    activeSubscriptions: () => [],
  },
  App: {
    id: ((app) => globalId('App', app.id)) satisfies Resolver<AppConfig>,
    apiKey: ((app) => app.key) satisfies Resolver<AppConfig>,
    embedded: () => true,
    webhookApiVersion: () => API_VERSION,
    installation: (_source, _args, ask) => installationSource(ask),
    requestedAccessScopes: ((app) => app.scopes.map(scope)) satisfies Resolver<AppConfig>,
    optionalAccessScopes: ((app) => app.optionalScopes.map(scope)) satisfies Resolver<AppConfig>,
  },
}
