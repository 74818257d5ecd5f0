import type { ExportTroubles, ExportTroubleSource } from './export-trouble.ts'
import type { RequestTrouble } from './request-trouble.ts'
import { openTroubles, type Troubles, type TroubleSource } from './troubles.ts'
import { openWebhookWeather, type WebhookWeather, type WebhookWeatherSource } from './webhook-weather.ts'

export type GraphqlTrouble =
  | RequestTrouble
  /** The GraphQL error THROTTLED, however full the bucket is. Nothing is done. */
  | { readonly kind: 'throttled' }
  /** Status 200 with the GraphQL error INTERNAL_SERVER_ERROR. Nothing is done. */
  | { readonly kind: 'broken' }
  /**
   * `metafieldsSet` refuses one input, by its place or by the global id of its owner, and so writes none. A call without
   * such an input is answered as usual. `code` is INVALID_VALUE unless given. `discountAutomaticDelete` refuses a discount, by its
   * global id.
   */
  | { readonly kind: 'user-error'; readonly at: number | string; readonly code?: string; readonly message?: string }

export type FileTrouble =
  | RequestTrouble
  /** The connection breaks after so many bytes. */
  | { readonly kind: 'cut'; readonly after: number }

/** Shopify's leaky bucket: how many points it holds and how many come back each second. */
export interface Limits {
  readonly size: number
  readonly perSecond: number
}

/** What a shop's weather is like; fair until something is announced. */
export interface Weather {
  /** Requests to the Admin API, called by the operation's name and by its root fields: `ExportState`, `metafieldsSet`. */
  readonly graphql: Troubles<GraphqlTrouble>
  /** Requests for tokens, called `exchange` or `refresh`. */
  readonly token: Troubles<RequestTrouble>
  /** Requests for results of exports. */
  readonly files: Troubles<FileTrouble>
  readonly exports: ExportTroubles
  readonly webhooks: WebhookWeather
  /** Changes the bucket from now on; a smaller one does not hold more than its size. */
  throttle(limits: Partial<Limits>): void
  /** Sets the shop's clock that many minutes ahead (or behind, below zero): in session tokens, `triggered-at`, `updated_at`. */
  setClock(minutes: number): void
  /** All fair again, the clock and the bucket as well. Webhooks that are held go on their way. */
  clear(): void
}

/** The same as the shop itself sees it. */
export interface WeatherSource extends Weather {
  readonly graphql: TroubleSource<GraphqlTrouble>
  readonly token: TroubleSource<RequestTrouble>
  readonly files: TroubleSource<FileTrouble>
  readonly exports: ExportTroubleSource
  readonly webhooks: WebhookWeatherSource
  readonly limits: Limits
  /** The shop's clock, made of the right one. */
  clockOf(now: () => Date): () => Date
}

export const STANDARD_LIMITS: Limits = { size: 2000, perSecond: 100 }

export function openWeather(seed: string): WeatherSource {
  let limits = STANDARD_LIMITS
  let ahead = 0
  const graphql = openTroubles<GraphqlTrouble>(`${seed}/graphql`)
  const token = openTroubles<RequestTrouble>(`${seed}/token`)
  const files = openTroubles<FileTrouble>(`${seed}/files`)
  const exports: ExportTroubleSource = { ...openTroubles(`${seed}/exports`), damages: [] }
  const webhooks = openWebhookWeather(`${seed}/webhooks`)
  return {
    graphql,
    token,
    files,
    exports,
    webhooks,
    get limits() {
      return limits
    },
    throttle: (changed) => void (limits = { ...limits, ...changed }),
    setClock: (minutes) => void (ahead = minutes * 60_000),
    clockOf: (now) => () => new Date(now().getTime() + ahead),
    clear() {
      limits = STANDARD_LIMITS
      ahead = 0
      for (const troubles of [graphql, token, files, exports, webhooks]) troubles.clear()
    },
  }
}
