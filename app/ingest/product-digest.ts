import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { readGid } from '#app/commerce/ids.ts'
import { digitsOf } from '#app/commerce/money.ts'
import type { Stated } from '#app/commerce/stated.ts'
import { statedIn } from './read-description.ts'

/**
 * What the body of a product's webhook tells, as far as it is kept. Metafields, collections, whether it sells by subscription alone
 * and whether its stock is counted, no body tells; of very many variants only the first ones.
 */
export interface ReportedProduct {
  /** Of all that is said but the stock. */
  readonly digest: string
  /** Pieces at hand of each variant that is told, in the merchant's order; they mean nothing where the shop does not count them. */
  readonly pieces: readonly number[]
  /** Which of them sell on when none is left. */
  readonly sellsOn: readonly boolean[]
  /** When the last of the variants that are only named was changed; null where all are told. */
  readonly restAt: number | null
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
  readonly stated: readonly Stated[]
  readonly variants: readonly {
    readonly id: number
    readonly title: string
    readonly price: number
    readonly compareAt: number | null
    readonly sku: string
  }[]
}

/** As many variants as a body tells; where there are no more, it says so by naming them all. */
const MOST_TOLD = 100

const time = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)
const body = z.object({
  handle: z.string(),
  title: z.string(),
  body_html: z.string().nullish(),
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
      inventory_policy: z.string(),
      inventory_quantity: z.int(),
    }),
  ),
  variant_gids: z.array(z.object({ admin_graphql_api_id: z.string(), updated_at: time })).nullish(),
})

/** What the body of `products/create` or `products/update` tells; undefined where it tells less than we must know. */
export function readReported(json: unknown): ReportedProduct | undefined {
  const read = body.safeParse(json)
  if (!read.success) return undefined
  const { product_type: type, tags, published_at: publishedAt, updated_at: updatedAt, image, options, variant_gids, ...rest } = read.data
  if (!variant_gids && rest.variants.length >= MOST_TOLD) return undefined
  const variants = rest.variants.map(({ id, title, price, compare_at_price: compareAt, sku }) => ({
    ...{ id, title, price: Number(price), compareAt: compareAt == null ? null : Number(compareAt) },
    sku: sku ?? '',
  }))
  const told = new Set(variants.map(({ id }) => id))
  const named = (variant_gids ?? []).map((one) => ({ id: readGid('ProductVariant', one.admin_graphql_api_id), at: one.updated_at }))
  const untold = named.filter(({ id }) => id === undefined || !told.has(id))
  return {
    digest: digest(
      {
        ...rest,
        type,
        tags: tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
        publishedAt,
        pictureUrl: image?.src ?? null,
        options: (options ?? []).map(({ name }) => name),
        stated: statedIn(rest.body_html ?? ''),
        variants,
      },
      untold.map(({ id }) => id ?? 0),
    ),
    pieces: rest.variants.map(({ inventory_quantity }) => inventory_quantity),
    sellsOn: rest.variants.map(({ inventory_policy }) => inventory_policy === 'continue'),
    restAt: untold.length === 0 ? null : Math.max(...untold.map(({ at }) => at)),
    updatedAt,
  }
}

/** The same digest of a product as we hold it, of which so many variants are told; prices in minor units of the shop's currency. */
export function digestOfHeld(held: Described, told: number, currency: string): string {
  const unit = 10 ** digitsOf(currency)
  const variants = held.variants.slice(0, told).map(({ price, compareAt, ...variant }) => ({
    ...variant,
    price: price / unit,
    compareAt: compareAt === null ? null : compareAt / unit,
  }))
  return digest(
    { ...held, variants },
    held.variants.slice(told).map(({ id }) => id),
  )
}

function digest(described: Described, untold: readonly number[]): string {
  const { handle, title, type, vendor, tags, status, publishedAt, pictureUrl, options, stated, variants } = described
  const text = JSON.stringify([
    [handle, title, type, vendor, [...tags].sort(), status],
    // One place writes times to the second, the other to the millisecond, and each names the picture by a host of its own.
    publishedAt === null ? null : Math.floor(publishedAt / 1000),
    pictureUrl?.split('/').at(-1) ?? null,
    [...options],
    stated.map(({ name, value }) => [name, value]),
    variants.map(({ id, title, price, compareAt, sku }) => [id, title, price, compareAt, sku]),
    [...untold].sort((one, other) => one - other),
  ])
  return bytesToHex(sha256(utf8ToBytes(text)))
}
