import { shopBody } from '../state/shop-body.ts'
import type { ShopEvent, ShopState } from '../state/shop-state.ts'
import { appNamespace, storedNamespace, type AppConfig } from './app-config.ts'
import { openBulkOperations, type BulkOperations } from './bulk/bulk-operations.ts'
import { openCalls, type CallSource } from './calls.ts'
import { openDefinitions, type Definitions } from './definitions.ts'
import { metafieldOwners } from '../metafield-owners.ts'
import { standardDefinitions } from './standard-definitions.ts'
import { openTokens, type Tokens } from './oauth/tokens.ts'
import { openBucket, type Bucket } from './throttle.ts'
import type { AppPixel } from '../web-pixels/app-pixel.ts'
import { openWeather, type WeatherSource } from '../weather/weather.ts'
import { openSubscriptions, topicName, type Subscriptions } from '../webhooks/subscriptions.ts'

/** The app in one shop: what it was granted and what it has made there. */
export interface Installation {
  readonly app: AppConfig
  readonly shop: ShopState
  readonly now: () => Date
  /** Where the shop's storefront answers, without a slash at the end. */
  readonly storefrontUrl: string
  /** Where results of exports can be fetched, and the folder they are written to. */
  readonly filesUrl: string
  readonly filesFolder: string
  /** Tells the app of something that is no event of the shop itself. */
  readonly tell: (event: ShopEvent) => void
  readonly tokens: Tokens
  readonly definitions: Definitions
  readonly subscriptions: Subscriptions
  readonly bulk: BulkOperations
  readonly bucket: Bucket
  readonly calls: CallSource
  readonly weather: WeatherSource
  /** The app's web pixel, where it has one. */
  readonly pixel?: AppPixel | undefined
  /** Optional scopes that the merchant has granted: none at installation. */
  readonly optional: Set<string>
  /** How the storefront passes on what is asked of the app. */
  readonly proxying: Proxying
  /** Whether the merchant has opened the app since it was last removed. */
  installed: boolean
}

export interface Proxying {
  /** Such as `/apps/tandem`: a merchant may choose another. */
  path: string
  /** What Shopify says beyond what it says today, by parameter. */
  more: Readonly<Record<string, string>>
}

/** What the app may do in the shop: all that its configuration requires, and what the merchant granted beyond that. */
export function grantedScopes({ app, optional }: Pick<Installation, 'app' | 'optional'>): string[] {
  return [...new Set([...app.scopes, ...optionalScopes({ app }).filter((scope) => optional.has(scope))])]
}

export function optionalScopes({ app }: Pick<Installation, 'app'>): string[] {
  return app.optionalScopes.filter((scope) => !app.scopes.includes(scope))
}

export function setOptional({ optional }: Pick<Installation, 'optional'>, scopes: readonly string[]): void {
  optional.clear()
  for (const scope of scopes) optional.add(scope)
}

/** An app that the shop may install, but has not yet. */
export function offerApp(
  place: Pick<Installation, 'app' | 'shop' | 'now' | 'storefrontUrl' | 'filesUrl' | 'filesFolder' | 'tell'> &
    Partial<Pick<Installation, 'weather' | 'pixel'>>,
): Installation {
  const weather = place.weather ?? openWeather(place.shop.facts.domain)
  return {
    ...place,
    weather,
    tokens: openTokens(place.now),
    definitions: openDefinitions(),
    subscriptions: openSubscriptions(),
    bulk: openBulkOperations(),
    bucket: openBucket(place.now, () => weather.limits),
    calls: openCalls(),
    optional: new Set(),
    proxying: { path: place.app.proxy?.path ?? '', more: {} },
    installed: false,
  }
}

/** What opening the app for the first time does: its configuration's definitions and subscriptions come to be. */
export function install(installation: Installation): void {
  if (installation.installed) return
  const { app, definitions, subscriptions, now } = installation
  installation.installed = true
  installation.shop.installations += 1
  for (const { ownerType, key, type, name, admin, storefront } of app.definitions) {
    const namespace = storedNamespace(app, '$app')
    if (!definitions.find(ownerType, namespace, key))
      definitions.add({ ownerType, namespace, key, type, name, description: null, admin, storefront, fromConfiguration: true })
  }
  for (const definition of standardDefinitions(installation.shop)) definitions.add(definition)
  for (const { topics, uri, includeFields } of app.subscriptions)
    for (const topic of topics) subscriptions.add({ topic: topicName(topic), uri, includeFields, fromConfiguration: true, at: now() })
}

/** Removes the app from the shop and tells it so; nothing where it is not installed. */
export function removeApp(installation: Installation): void {
  if (!installation.installed) return
  installation.tell({ topic: 'app/uninstalled', payload: shopBody(installation.shop.facts) })
  uninstall(installation)
}

/** What removing the app does to the shop; the caller tells the app. */
export function uninstall(installation: Installation): void {
  const { app, shop, tokens, definitions, subscriptions, bulk } = installation
  installation.installed = false
  setOptional(installation, [])
  shop.pixel = undefined
  installation.proxying.path = app.proxy?.path ?? ''
  tokens.revokeAll()
  bulk.clear()
  definitions.clear()
  subscriptions.clear()
  // A discount outlives the app that made it, unless that app reckons it.
  for (const { id, what } of [...shop.discounts.values()]) if (what.kind === 'app') shop.discounts.delete(id)
  for (const owner of metafieldOwners(shop))
    for (const { namespace, key } of shop.metafields.of(owner))
      if (namespace.startsWith(appNamespace(app))) shop.metafields.delete(owner, namespace, key)
}
