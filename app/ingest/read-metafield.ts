import { z } from 'zod'
import type { Metafield } from '#app/commerce/metafield.ts'
import { parseKeepable } from '#app/platform/parse-keepable.ts'
import { inOneUnit, isMeasure } from './measures.ts'

const line = z.object({ namespace: z.string(), key: z.string(), type: z.string(), value: z.string() })
/** Liquid writes the value as a text, the API as a number. */
const measure = z.object({ value: z.union([z.number(), z.string().regex(/^-?\d/).transform(Number)]), unit: z.string() })
const rating = z.object({ value: z.coerce.number() })

/** A text that is longer is prose, not something to compare products by. */
const LONGEST = 255
/** Shopify's own bound on the items of a list. */
const MOST_VALUES = 128

/**
 * Reads a metafield as Shopify gives it (`{ namespace, key, type, value }`). Undefined where it is none, and where rules
 * cannot compare it: prose, JSON, money, and whatever belongs to an app, Shopify's own included.
 */
export function readMetafield(json: unknown): Metafield | undefined {
  const read = merchantsOwn(json)
  if (!read) return undefined
  const { namespace, key, type, value } = read
  const isList = type.startsWith('list.')
  const items = isList ? listIn(value).slice(0, MOST_VALUES) : [value]
  const values = items.flatMap((item) => valueOf(isList ? type.slice('list.'.length) : type, item) ?? [])
  return values.length === 0 ? undefined : { name: `${namespace}.${key}`, values }
}

/** What of the merchant's own about a product no rule can compare. */
export interface Incomparable {
  /** Namespace and key. */
  readonly name: string
  /** As Shopify calls it. */
  readonly type: string
}

/** The name and the type of a metafield; undefined where it is none, or an app's: those nobody would look for. */
export function incomparable(json: unknown): Incomparable | undefined {
  const read = merchantsOwn(json)
  return read && { name: `${read.namespace}.${read.key}`, type: read.type }
}

function merchantsOwn(json: unknown): z.infer<typeof line> | undefined {
  const read = line.safeParse(json)
  return read.success && !/^(app|shopify)--/.test(read.data.namespace) ? read.data : undefined
}

function valueOf(type: string, written: unknown): string | number | boolean | undefined {
  if (isMeasure(type)) {
    const read = measure.safeParse(parsed(written))
    const value = read.success ? inOneUnit(type, read.data.value, read.data.unit) : undefined
    return value === undefined ? undefined : finite(value)
  }
  switch (type) {
    case 'boolean':
      return String(written) === 'true'
    case 'number_integer':
    case 'number_decimal':
      return finite(Number(written))
    case 'rating': {
      const read = rating.safeParse(parsed(written))
      return read.success ? finite(read.data.value) : undefined
    }
    case 'single_line_text_field':
    case 'id':
    case 'color':
    case 'date':
    case 'date_time':
    case 'url':
      return text(written)
    default:
      return type.endsWith('_reference') ? text(written) : undefined
  }
}

function text(written: unknown): string | undefined {
  const trimmed = typeof written === 'string' ? written.trim() : ''
  return trimmed !== '' && trimmed.length <= LONGEST ? trimmed : undefined
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined
}

function listIn(value: string): readonly unknown[] {
  const list = parsed(value)
  return Array.isArray(list) ? list : []
}

/** Some lists hold their measures as JSON in JSON, others as text in JSON. */
function parsed(written: unknown): unknown {
  if (typeof written !== 'string') return written
  try {
    return parseKeepable(written)
  } catch {
    return undefined
  }
}
