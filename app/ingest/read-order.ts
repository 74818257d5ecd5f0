import { z } from 'zod'
import { readGid, type OrderId } from '#app/commerce/ids.ts'
import { readAmount } from '#app/commerce/money.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import { SOLD_BY_PROPERTY, readSoldBy } from '#app/commerce/sold-by.ts'
import { VISIT_ATTRIBUTE, readVisit } from '#app/commerce/visit.ts'
import { brokenLine, type BrokenLine } from '#app/shopify/export/broken-line.ts'
import { amountOf, bundleOf, channelOf, money, readIn, sumOf, toTheSecond } from './order-parts.ts'
import { reportedTime } from './reported-time.ts'

export type OrderHead = Omit<Order, 'lines'>

/** One line of an order export, or the reason why it is none. */
export type OrderExportLine =
  /** `pieces` is the sum of its lines' quantities; null where it was not asked for. */
  | { readonly kind: 'order'; readonly order: OrderHead; readonly pieces: number | null }
  | { readonly kind: 'line'; readonly of: OrderId; readonly line: OrderLine }
  | BrokenLine

const time = reportedTime.transform(toTheSecond)
const reference = z.object({ id: z.string() }).nullish()

const headLine = z.object({
  id: z.string(),
  processedAt: time,
  updatedAt: time,
  cancelledAt: time.nullable(),
  test: z.boolean(),
  customer: reference,
  subtotalLineItemsQuantity: z.int32().min(0).nullish(),
  taxesIncluded: z.boolean().nullish(),
  sourceName: z.string().nullish(),
  refundDiscrepancySet: money.nullish().catch(null),
  customAttributes: z.unknown().optional(),
})
const itemLine = z.object({
  id: z.string(),
  quantity: z.int32().min(0),
  currentQuantity: z.int32().min(0),
  product: reference,
  variant: reference,
  originalUnitPriceSet: money,
  discountAllocations: z.array(z.object({ allocatedAmountSet: money })).nullish(),
  taxLines: z.array(z.object({ priceSet: money })).nullish(),
  customAttributes: z.unknown().optional(),
  lineItemGroup: z.object({ id: z.string(), productId: z.string().nullish() }).nullish(),
})

/** Reads one object of the order export's JSONL. */
export function readOrderLine(json: unknown): OrderExportLine {
  const parent = (json as { __parentId?: unknown } | null)?.__parentId
  if (parent === undefined) return readHead(json)
  const of = readGid('Order', parent)
  return of === undefined ? brokenLine(json, '__parentId: is no order') : readItem(json, of)
}

function readHead(json: unknown): OrderExportLine {
  const read = headLine.safeParse(json)
  if (!read.success) return brokenLine(json, read.error)
  const { id: gid, customer, test: isTest, processedAt, updatedAt, cancelledAt } = read.data
  const { subtotalLineItemsQuantity: pieces = null, taxesIncluded, sourceName, refundDiscrepancySet, customAttributes } = read.data
  const id = readGid('Order', gid)
  if (id === undefined) return brokenLine(json, 'id: is no order')
  const order: OrderHead = {
    id,
    customerId: readGid('Customer', customer?.id) ?? null,
    processedAt,
    updatedAt,
    cancelledAt,
    isTest,
    taxesIncluded: taxesIncluded ?? false,
    channel: channelOf(sourceName),
    adjustment: sumOf(refundDiscrepancySet ? [amountOf(refundDiscrepancySet)] : []),
    visit: readIn(customAttributes, 'key', VISIT_ATTRIBUTE, readVisit),
  }
  return { kind: 'order', order, pieces }
}

function readItem(json: unknown, of: OrderId): OrderExportLine {
  const read = itemLine.safeParse(json)
  if (!read.success) return brokenLine(json, read.error)
  const {
    id: gid,
    quantity,
    currentQuantity,
    product,
    variant,
    originalUnitPriceSet,
    discountAllocations,
    taxLines,
    customAttributes,
    lineItemGroup,
  } = read.data
  const id = readGid('LineItem', gid)
  const { amount, currencyCode } = originalUnitPriceSet.shopMoney
  const unitPrice = readAmount(amount, currencyCode)
  if (id === undefined) return brokenLine(json, 'id: is no line item')
  if (unitPrice === undefined) return brokenLine(json, 'originalUnitPriceSet: is no amount')
  return {
    kind: 'line',
    of,
    line: {
      id,
      productId: readGid('Product', product?.id) ?? null,
      variantId: readGid('ProductVariant', variant?.id) ?? null,
      quantity,
      currentQuantity,
      unitPrice,
      discount: sumOf((discountAllocations ?? []).map(({ allocatedAmountSet }) => amountOf(allocatedAmountSet))),
      tax: sumOf((taxLines ?? []).map(({ priceSet }) => amountOf(priceSet))),
      soldBy: readIn(customAttributes, 'key', SOLD_BY_PROPERTY, readSoldBy),
      bundle: bundleOf(readGid('LineItemGroup', lineItemGroup?.id), readGid('Product', lineItemGroup?.productId)),
    },
  }
}
