import { z } from 'zod'
import type { Metafield } from '#app/commerce/metafield.ts'
import { parseKeepable } from '#app/parse-keepable.ts'

const line = z.object({ namespace: z.string(), key: z.string(), type: z.string(), value: z.string() })
const measure = z.object({ value: z.number(), unit: z.string() })
const rating = z.object({ value: z.coerce.number() })

/** A text that is longer is prose, not something to compare products by. */
const LONGEST = 255
/** Shopify's own bound on the items of a list. */
const MOST_VALUES = 128

/** How many millimetres, grams or millilitres a unit has. Source: the units that Shopify's measurement metafields take. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ mm: 1, cm: 10, m: 1000, in: 25.4, ft: 304.8, yd: 914.4 },
    ...{ millimeters: 1, centimeters: 10, meters: 1000, inches: 25.4, feet: 304.8, yards: 914.4 },
    ...{ g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237, grams: 1, kilograms: 1000, ounces: 28.349523125, pounds: 453.59237 },
    ...{ ml: 1, cl: 10, l: 1000, m3: 1_000_000, milliliters: 1, centiliters: 10, liters: 1000, cubic_meters: 1_000_000 },
    ...{ us_fl_oz: 29.5735295625, us_pt: 473.176473, us_qt: 946.352946, us_gal: 3785.411784 },
    ...{ imp_fl_oz: 28.4130625, imp_pt: 568.26125, imp_qt: 1136.5225, imp_gal: 4546.09 },
  }),
)

/**
 * Reads a metafield as Shopify gives it (`{ namespace, key, type, value }`). Undefined where it is none, and where rules
 * cannot compare it: prose, JSON, money, and whatever belongs to an app, Shopify's own included.
 */
export function readMetafield(json: unknown): Metafield | undefined {
  const read = line.safeParse(json)
  if (!read.success || /^(app|shopify)--/.test(read.data.namespace)) return undefined
  const { namespace, key, type, value } = read.data
  const isList = type.startsWith('list.')
  const items = isList ? listIn(value).slice(0, MOST_VALUES) : [value]
  const values = items.flatMap((item) => valueOf(isList ? type.slice('list.'.length) : type, item) ?? [])
  return values.length === 0 ? undefined : { name: `${namespace}.${key}`, values }
}

function valueOf(type: string, written: unknown): string | number | boolean | undefined {
  switch (type) {
    case 'boolean':
      return String(written) === 'true'
    case 'number_integer':
    case 'number_decimal':
      return finite(Number(written))
    case 'dimension':
    case 'weight':
    case 'volume': {
      const read = measure.safeParse(parsed(written))
      const unit = read.success ? UNITS.get(read.data.unit.toLowerCase()) : undefined
      return read.success && unit !== undefined ? finite(Number((read.data.value * unit).toPrecision(12))) : undefined
    }
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
