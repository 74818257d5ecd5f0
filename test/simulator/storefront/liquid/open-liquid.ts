import { Liquid } from 'liquidjs'
import type { Context } from 'liquidjs'
import { escapeHtml } from '../escape-html.ts'
import { imageTag, imageUrl } from './image-filters.ts'
import { formatMoney } from './money.ts'
import { named } from './named.ts'
import type { NamedValue } from './named.ts'
import { rubyDowncase, rubyStrip } from './ruby-text.ts'
import { CappedForTag, RenderBlockTag, SectionsTag, SilentTag } from './tags.ts'
import type { Words } from './words.ts'
import { say } from './words.ts'

interface Filtering {
  readonly context: Context
}

/** What `globals` must hold besides a page's own objects. */
export interface LiquidGlobals {
  readonly request: {
    readonly locale: { readonly iso_code: string }
    readonly design_mode: boolean
    readonly visual_preview_mode?: boolean
    readonly path?: string
    readonly origin?: string
    readonly page_type?: string
  }
  readonly shop: {
    readonly name: string
    readonly money_format: string
    readonly currency: string
    readonly timezone: string
    readonly metafields?: unknown
  }
  /** ISO 8601. */
  readonly now: string
  readonly [name: string]: unknown
}

/**
 * Liquid with Shopify's tags and filters, as far as a theme or an app block here uses them; an unknown filter throws. Nothing is
 * escaped on its own, as on Shopify.
 */
export function openLiquid(options: {
  root: string
  snippets: string
  words: Words
  assetUrl: (file: string) => string
  /** Reads and parses each file once, as Shopify does; without it a changed file is seen at once. */
  readsOnce?: boolean
}): Liquid {
  const engine = new Liquid({
    cache: options.readsOnce ?? false,
    root: options.root,
    partials: options.snippets,
    extname: '.liquid',
    strictFilters: true,
    ownPropertyOnly: false,
  })
  engine.registerTag('schema', SilentTag)
  engine.registerTag('doc', SilentTag)
  engine.registerTag('for', CappedForTag)
  engine.registerTag('render', RenderBlockTag)
  engine.registerTag('sections', SectionsTag)

  engine.registerFilter('t', function (this: Filtering, key: string, ...values: NamedValue[]) {
    return say(options.words, globalsOf(this).request.locale.iso_code, key, named(values))
  })
  engine.registerFilter('money', function (this: Filtering, cents: number) {
    return formatMoney(Number(cents), globalsOf(this).shop.money_format)
  })
  engine.registerFilter('money_with_currency', function (this: Filtering, cents: number) {
    const { money_format, currency } = globalsOf(this).shop
    return `${formatMoney(Number(cents), money_format)} ${currency}`
  })
  engine.registerFilter('image_url', imageUrl)
  engine.registerFilter('image_tag', imageTag)
  engine.registerFilter('divided_by', dividedBy)
  engine.registerFilter('strip', rubyStrip)
  engine.registerFilter('downcase', rubyDowncase)
  engine.registerFilter('asset_url', options.assetUrl)
  engine.registerFilter('stylesheet_tag', (url: string) => `<link rel="stylesheet" href="${escapeHtml(url)}">`)
  const dateOf = engine.filters['date'] as (this: unknown, value: unknown, format?: string, timezone?: string) => unknown
  engine.registerFilter('date', function (this: Filtering, value: unknown, format?: string) {
    const { now, shop } = globalsOf(this)
    return dateOf.call(this, value === 'now' || value === 'today' ? now : value, format, shop.timezone)
  })
  engine.registerFilter('json', (value: unknown) => JSON.stringify(value ?? null).replaceAll('<', '\\u003c'))
  engine.registerFilter('handleize', (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-'),
  )
  return engine
}

/** Whole numbers divide to a whole number, rounded down. */
function dividedBy(dividend: unknown, divisor: unknown): number {
  const quotient = Number(dividend) / Number(divisor)
  return Number.isInteger(Number(dividend)) && Number.isInteger(Number(divisor)) ? Math.floor(quotient) : quotient
}

function globalsOf(filtering: Filtering): LiquidGlobals {
  return filtering.context.globals as LiquidGlobals
}
