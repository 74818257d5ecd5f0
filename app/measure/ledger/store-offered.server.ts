import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { VisitId } from '#app/commerce/visit.ts'
import { pool } from '#app/platform/db.server.ts'
import { markOfVisit } from '#app/signals/visit-mark.server.ts'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { comparedRuleOf } from '#app/slots/arm/comparison-arm.ts'
import { copyArmOf } from '#app/slots/arm/copy-arm.ts'
import { readMeasurement, type Measurement } from '../arms/measurement.server.ts'
import { epochTold } from '../arms/epochs.ts'
import type { Comparison } from '../comparisons/comparison.ts'
import { runningComparison } from '../comparisons/comparison-store.server.ts'

/** A browser reached a page on which slots had something to show. */
export interface ReachedPage {
  readonly shop: ShopId
  readonly visit: VisitId
  /** As the page was drawn in. */
  readonly epoch: number
  /** Where its slot was drawn for each of two rules that are compared: `ID/a` for the one that is shown so far. */
  readonly compared?: string | undefined
  readonly offers: readonly { readonly soldBy: string; readonly product: ProductId }[]
  /** When, milliseconds. */
  readonly at: number
}

/** What one browser may come by in an epoch: more than any shopper does. What comes beyond is dropped. */
export const MOST_OFFERED = 300

/**
 * Stores what browsers came by, in one statement: the first time counts, and what is told of a shop that is not measured (any more), or of
 * an epoch that is over, is dropped. Which arm a browser is in is worked out here, whatever its page did. Resolves to true once it is
 * durable.
 */
export async function storeOffered(pages: readonly ReachedPage[]): Promise<true[]> {
  const shops = [...new Set(pages.map(({ shop }) => shop))]
  const known = new Map(await Promise.all(shops.map(async (shop) => [shop, await measuredOf(shop)] as const)))
  const rows = pages.flatMap((page) => rowsOf(page, known.get(page.shop)!))
  const column = <Name extends keyof Row>(name: Name) => rows.map((row) => row[name])
  if (rows.length > 0)
    await pool.query(
      `WITH told AS (
         SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[], $6::boolean[], $7::float8[])
           AS told (shop_id, visitor, epoch, product_id, sold_by, is_held_out, at)
       ), full_up AS (
         SELECT shop_id, visitor FROM (SELECT DISTINCT shop_id, visitor FROM told) AS teller
         WHERE (SELECT count(*) FROM offered WHERE offered.shop_id = teller.shop_id AND offered.visitor = teller.visitor) >= $8
       ), stored AS (
         INSERT INTO offered (shop_id, visitor, epoch, product_id, sold_by, is_held_out, at)
         SELECT told.shop_id, visitor, epoch, product_id, sold_by, is_held_out, to_timestamp(at / 1000)
         FROM told JOIN measurement ON measurement.shop_id = told.shop_id AND measurement.published IS NOT NULL
         WHERE NOT EXISTS (SELECT FROM full_up WHERE full_up.shop_id = told.shop_id AND full_up.visitor = told.visitor)
         ON CONFLICT DO NOTHING RETURNING shop_id, visitor)
       INSERT INTO measure_due (shop_id, visitor) SELECT DISTINCT shop_id, visitor FROM stored ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
      [
        column('shop'),
        column('visitor'),
        column('epoch'),
        column('product'),
        column('soldBy'),
        column('isHeldOut'),
        column('at'),
        MOST_OFFERED,
      ],
    )
  return pages.map(() => true)
}

interface Row {
  readonly shop: ShopId
  readonly visitor: string
  readonly epoch: number
  readonly product: ProductId
  readonly soldBy: string
  readonly isHeldOut: boolean
  readonly at: number
}

function rowsOf({ shop, visit, epoch, compared, offers, at }: ReachedPage, { measurement, comparison }: Measured): Row[] {
  const told = measurement && epochTold(measurement.epochs['cross-sell'], epoch, at)
  if (!told) return []
  const visitor = markOfVisit(visit)
  const heldOut = isHeldOut(saltOf(measurement.salt, 'cross-sell'), visit, told.share)
  const base = { shop, visitor, epoch, at }
  // Whoever sees the one of two rules counts as whom the other has nothing to show: in either arm of what both bring.
  const [id, rule] = compared?.split('/') ?? []
  const running = comparison && comparison.id === id ? comparison : undefined
  const seen = running ? comparedRuleOf(measurement.salt, running.id, visit) : 'a'
  const mine = rule !== undefined && rule !== seen ? [] : offers
  return [
    ...mine.flatMap(({ soldBy, product }) =>
      soldBy.includes('/copy/')
        ? copyCompared(visit).map((one) => ({ ...base, product, ...one }))
        : [{ ...base, product, soldBy, isHeldOut: heldOut }],
    ),
    ...(running && !heldOut ? rulesCompared(running, offers).map((one) => ({ ...base, ...one, isHeldOut: seen === 'a' })) : []),
  ]
}

/** What either of two rules had to show counts for both halves alike: who sees the first is as if held out of the second. */
function rulesCompared({ id, a, b }: Comparison, offers: ReachedPage['offers']): Pick<Row, 'product' | 'soldBy'>[] {
  const theirs = [a, b].map((rule) => `product-page/rule/${rule.id}`)
  return offers.flatMap(({ soldBy, product }) => (theirs.includes(soldBy) ? [{ product, soldBy: `product-page/comparison/${id}` }] : []))
}

/** Whoever reads the merchant's own words is compared with both others, as if those were held out of them. */
function copyCompared(visit: VisitId): Pick<Row, 'soldBy' | 'isHeldOut'>[] {
  const arm = copyArmOf(visit)
  const compared = arm === 'own' ? (['neutral', 'fitted'] as const) : [arm]
  return compared.map((one) => ({ soldBy: `product-page/copy/${one}`, isHeldOut: arm === 'own' }))
}

interface Measured {
  readonly measurement: Measurement | undefined
  readonly comparison: Comparison | undefined
}

const REMEMBERED_FOR = 10_000
const remembered = new Map<ShopId, { readonly measured: Promise<Measured>; readonly at: number }>()

/** As it was ten seconds ago at the most: every page view asks. */
function measuredOf(shop: ShopId): Promise<Measured> {
  const now = performance.now()
  const known = remembered.get(shop)
  if (known && now - known.at < REMEMBERED_FOR) return known.measured
  const measured = readMeasured(shop)
  remembered.set(shop, { measured, at: now })
  // What failed is asked again by whoever comes next.
  measured.catch(() => remembered.delete(shop))
  return measured
}

async function readMeasured(shop: ShopId): Promise<Measured> {
  const [measurement, comparison] = await Promise.all([readMeasurement(shop), runningComparison(shop)])
  return { measurement, comparison }
}
