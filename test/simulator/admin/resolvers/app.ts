import type { AppConfig } from '../app-config.ts'
import type { Resolver, Resolvers } from '../ask.ts'
import { globalId, INSTALLATION_ID } from '../global-id.ts'
import type { Installation } from '../installation.ts'
import { API_VERSION } from '../schema.ts'
import { metafieldFields } from './metafield-fields.ts'
import { appSource, installationSource } from './sources.ts'

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
  AppInstallation: {
    ...metafieldFields(() => INSTALLATION_ID),
    id: () => INSTALLATION_ID,
    app: (_source, _args, ask) => appSource(ask),
    accessScopes: (_source, _args, ask) => [...ask.scopes].map(scope),
    launchUrl: ((installation) => `${installation.app.url}/app`) satisfies Resolver<Installation>,
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
