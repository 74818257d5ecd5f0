import { parse } from 'smol-toml'

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
  /** Where the app runs, without a slash at the end. */
  readonly url: string
  readonly scopes: readonly string[]
  readonly optionalScopes: readonly string[]
  readonly subscriptions: readonly TomlSubscription[]
  readonly definitions: readonly TomlDefinition[]
}

interface AppToml {
  readonly name: string
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
  readonly product?: { readonly metafields?: { readonly app?: Record<string, TomlField> } }
}

interface TomlField {
  readonly type: string
  readonly name?: string
  readonly access?: { readonly admin?: string; readonly storefront?: string }
}

const APP_ID = 40_771

/** Reads `shopify.app.toml`'s text. Throws where it is no TOML. */
export function readAppConfig(toml: string, { key, secret, url }: Pick<AppConfig, 'key' | 'secret' | 'url'>): AppConfig {
  const read = parse(toml) as unknown as AppToml
  return {
    id: APP_ID,
    handle: read.handle ?? read.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: read.name,
    key,
    secret,
    url: url.replace(/\/$/, ''),
    scopes: list(read.access_scopes?.scopes ?? ''),
    optionalScopes: read.access_scopes?.optional_scopes ?? [],
    subscriptions: (read.webhooks?.subscriptions ?? []).map(
      ({ topics = [], compliance_topics: compliance = [], uri, include_fields: includeFields = [] }) => ({
        topics: [...topics, ...compliance],
        uri,
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
