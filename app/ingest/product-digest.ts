import { z } from 'zod'
import { digitsOf } from '#app/commerce/money.ts'

/**
 * What the body of a product's webhook tells, as far as it is kept. Metafields, collections and whether it sells by subscription
 * alone, no body tells.
 */
export interface ToldProduct {
  /** Of all that is said but the pieces at hand. */
  readonly digest: string
  /** Pieces at hand of each variant, in the merchant's order; null where the shop does not count them. */
  readonly stock: readonly (number | null)[]
  /** Milliseconds, to the second. */
  readonly updatedAt: number
}

/** What a webhook's body and our tables both tell of a product. */
interface Described {
  readonly handle: string
  readonly title: string
  readonly type: string
  readonly vendor: string
  readonly tags: readonly string[]
  readonly status: string
  /** Milliseconds; null where it is not published. */
  readonly publishedAt: number | null
  readonly pictureUrl: string | null
  /** Names of the options. */
  readonly options: readonly string[]
  readonly variants: readonly {
    readonly id: number
    readonly title: string
    readonly price: number
    readonly compareAt: number | null
    readonly available: boolean
    readonly sku: string
  }[]
}

const time = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)
const body = z.object({
  handle: z.string(),
  title: z.string(),
  product_type: z.string(),
  vendor: z.string(),
  tags: z.string(),
  status: z.string(),
  published_at: time.nullable(),
  updated_at: time,
  image: z.object({ src: z.string() }).nullish(),
  options: z.array(z.object({ name: z.string() })).nullish(),
  variants: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      price: z.string(),
      compare_at_price: z.string().nullish(),
      sku: z.string().nullish(),
      inventory_policy: z.string().nullish(),
      inventory_management: z.string().nullish(),
      inventory_quantity: z.number().nullish(),
    }),
  ),
})

/** What the body of `products/create` or `products/update` tells; undefined where it tells less than we must know. */
export function readTold(json: unknown): ToldProduct | undefined {
  const read = body.safeParse(json)
  if (!read.success) return undefined
  const { product_type: type, tags, published_at: publishedAt, updated_at: updatedAt, image, options, ...rest } = read.data
  const variants = rest.variants.map(({ id, title, price, compare_at_price: compareAt, sku, ...stock }) => ({
    id,
    title,
    price: Number(price),
    compareAt: compareAt == null ? null : Number(compareAt),
    available: !stock.inventory_management || stock.inventory_policy === 'continue' || (stock.inventory_quantity ?? 0) > 0,
    sku: sku ?? '',
  }))
  return {
    digest: digest({
      ...rest,
      type,
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
      publishedAt,
      pictureUrl: image?.src ?? null,
      options: (options ?? []).map(({ name }) => name),
      variants,
    }),
    stock: rest.variants.map((variant) => (variant.inventory_management ? (variant.inventory_quantity ?? null) : null)),
    updatedAt,
  }
}

/** The same digest of a product as we hold it, prices in minor units of the shop's currency. */
export function digestOfHeld(held: Described, currency: string): string {
  const unit = 10 ** digitsOf(currency)
  return digest({
    ...held,
    variants: held.variants.map(({ price, compareAt, ...variant }) => ({
      ...variant,
      price: price / unit,
      compareAt: compareAt === null ? null : compareAt / unit,
    })),
  })
}

function digest({ handle, title, type, vendor, tags, status, publishedAt, pictureUrl, options, variants }: Described): string {
  return fingerprint(
    JSON.stringify([
      [handle, title, type, vendor, [...tags].sort(), status],
      // One place writes times to the second, the other to the millisecond, and each names the picture by a host of its own.
      publishedAt === null ? null : Math.floor(publishedAt / 1000),
      pictureUrl?.split('/').at(-1) ?? null,
      // Whether stock says yes of a product that is not for sale, the two places do not agree on.
      [...options],
      variants.map(({ id, title, price, compareAt, available, sku }) => [
        ...[id, title, price, compareAt, sku],
        available && status === 'active',
      ]),
    ]),
  )
}

/** 64 bits that differ where texts do by accident; no protection against intent, of which signed bodies hold none. */
function fingerprint(text: string): string {
  let high = 0x811c9dc5
  let low = 0x9e3779b9
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code ^ (high >>> 13), 0x85ebca6b)
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
