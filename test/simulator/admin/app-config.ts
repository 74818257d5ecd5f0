import { parse } from 'smol-toml'
import { ALL_APPROVED, type AppApproval } from './app-approval.ts'
import { mayHearOfCustomers, refusalOf } from './refused-config.ts'

export interface TomlSubscription {
  readonly topics: readonly string[]
  readonly uri: string
  readonly includeFields: readonly string[]
}

export interface TomlDefinition {
  readonly ownerType: 'PRODUCT'
  readonly key: string
  readonly type: string
  readonly name: string
  readonly admin: string
  readonly storefront: string
}

/** What Shopify knows of the app: its configuration file and its credentials. */
export interface AppConfig {
  /** The number in the app's global id and in the namespaces that `$app` stands for. */
  readonly id: number
  readonly handle: string
  readonly title: string
  readonly key: string
  readonly secret: string
  /** The app's address as the configuration has it, on the host where it runs; without a slash at the end. */
  readonly url: string
  readonly scopes: readonly string[]
  readonly optionalScopes: readonly string[]
  /** As the app's maker chose it for good: a custom app runs functions in shops on Plus alone. */
  readonly distribution: AppApproval['distribution']
  /** Whether it may subscribe to what tells of orders and customers. */
  readonly mayHearOfCustomers: boolean
  readonly subscriptions: readonly TomlSubscription[]
  readonly definitions: readonly TomlDefinition[]
  readonly proxy: AppProxy | null
}

/** Requests to `path` on a storefront are passed on to `url`. */
export interface AppProxy {
  /** Such as `/apps/tandem`. */
  readonly path: string
  /** Absolute. */
  readonly url: string
}

interface AppToml {
  readonly name: string
  readonly application_url?: string
  readonly handle?: string
  readonly access_scopes?: { readonly scopes?: string; readonly optional_scopes?: readonly string[] }
  readonly webhooks?: {
    readonly subscriptions?: readonly {
      topics?: readonly string[]
      compliance_topics?: readonly string[]
      uri: string
      include_fields?: readonly string[]
    }[]
  }
  readonly app_proxy?: { readonly url: string; readonly subpath: string; readonly prefix: string }
  readonly product?: { readonly metafields?: { readonly app?: Record<string, TomlField> } }
}

interface TomlField {
  readonly type: string
  readonly name?: string
  readonly access?: { readonly admin?: string; readonly storefront?: string }
}

const APP_ID = 40_771

/**
 * A relative address as Shopify's CLI writes it when it deploys: behind the whole address of the app, its path included, not in the
 * place of that path.
 */
export function gluedTo(appUrl: string, address: string): string {
  return address.startsWith('/') ? appUrl + address : address
}

/**
 * Reads `shopify.app.toml`'s text; `url` is where the app runs in place of the host that it names. Throws where it is no TOML, and
 * where Shopify takes no such configuration from an app of which so much is approved.
 */
export function readAppConfig(
  toml: string,
  { key, secret, url }: Pick<AppConfig, 'key' | 'secret' | 'url'>,
  approval: AppApproval = ALL_APPROVED,
): AppConfig {
  const read = parse(toml) as unknown as AppToml
  const scopes = list(read.access_scopes?.scopes ?? '')
  const optionalScopes = read.access_scopes?.optional_scopes ?? []
  const topics = (read.webhooks?.subscriptions ?? []).flatMap(({ topics = [] }) => topics)
  const refusal = refusalOf({ scopes, optionalScopes, topics, hasProxy: read.app_proxy !== undefined }, approval)
  if (refusal !== undefined) throw new Error(refusal)
  const proxy = read.app_proxy
  const appUrl = new URL(new URL(read.application_url ?? url).pathname, url).href.replace(/\/$/, '')
  return {
    id: APP_ID,
    handle: read.handle ?? read.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: read.name,
    key,
    secret,
    url: appUrl,
    scopes,
    optionalScopes,
    distribution: approval.distribution,
    mayHearOfCustomers: mayHearOfCustomers(approval),
    subscriptions: (read.webhooks?.subscriptions ?? []).map(
      ({ topics = [], compliance_topics: compliance = [], uri, include_fields: includeFields = [] }) => ({
        topics: [...topics, ...compliance],
        uri: gluedTo(appUrl, uri),
        includeFields,
      }),
    ),
    definitions: Object.entries(read.product?.metafields?.app ?? {}).map(([key, { type, name = key, access }]) => ({
      ownerType: 'PRODUCT',
      key,
      type,
      name,
      admin: (access?.admin ?? 'merchant_read').toUpperCase(),
      storefront: (access?.storefront ?? 'none').toUpperCase(),
    })),
    proxy: proxy ? { path: `/${proxy.prefix}/${proxy.subpath}`, url: gluedTo(appUrl, proxy.url) } : null,
  }
}

/** The namespace that is stored where the app says `$app`. */
export function appNamespace(app: Pick<AppConfig, 'id'>): string {
  return `app--${app.id}`
}

/** A namespace as the app may say it, as it is stored: `$app` and no namespace at all are the app's own. */
export function storedNamespace(app: Pick<AppConfig, 'id'>, said: string | null | undefined): string {
  if (said === null || said === undefined || said === '$app') return appNamespace(app)
  return said.startsWith('$app:') ? `${appNamespace(app)}--${said.slice(5)}` : said
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
