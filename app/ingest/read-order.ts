import { z } from 'zod'
import { readGid, type BundleId, type CustomerId, type LineId, type OrderId, type ProductId, type VariantId } from '#app/commerce/ids.ts'
import { readAmount, type Minor } from '#app/commerce/money.ts'
import type { Bundle, Order, OrderLine } from '#app/commerce/order.ts'
import { SOLD_BY_PROPERTY } from '#app/commerce/placement.ts'
import { readSoldBy } from '#app/commerce/sold-by.ts'
import { brokenLine, reasons, type BrokenLine } from '#app/shopify/export/broken-line.ts'
import { canBeHeld, reportedTime } from './reported-time.ts'

export type OrderHead = Omit<Order, 'lines'>

/** One line of an order export, or the reason why it is none. */
export type OrderExportLine =
  /** `pieces` is the sum of its lines' quantities; null where it was not asked for. */
  | { readonly kind: 'order'; readonly order: OrderHead; readonly pieces: number | null }
  | { readonly kind: 'line'; readonly of: OrderId; readonly line: OrderLine }
  | BrokenLine

// Webhooks tell times to the second: two ways of saying the same moment must not differ by the rest.
const toTheSecond = (at: number): number => at - (at % 1000)
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
})
const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) })
const itemLine = z.object({
  id: z.string(),
  quantity: z.int32().min(0),
  currentQuantity: z.int32().min(0),
  product: reference,
  variant: reference,
  originalUnitPriceSet: money,
  discountAllocations: z.array(z.object({ allocatedAmountSet: money })).nullish(),
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
  const { customer, id: gid, subtotalLineItemsQuantity: pieces = null, test: isTest, ...rest } = read.data
  const id = readGid('Order', gid)
  if (id === undefined) return brokenLine(json, 'id: is no order')
  return { kind: 'order', order: { ...rest, id, isTest, customerId: readGid('Customer', customer?.id) ?? null }, pieces }
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
      discount: sumOf(
        (discountAllocations ?? []).map(({ allocatedAmountSet: { shopMoney } }) => readAmount(shopMoney.amount, shopMoney.currencyCode)),
      ),
      soldBy: soldByIn(customAttributes, 'key'),
      bundle: bundleOf(readGid('LineItemGroup', lineItemGroup?.id), readGid('Product', lineItemGroup?.productId)),
    },
  }
}

/** What is no id names nothing that we know. */
const webhookId = z.int().positive().nullish().catch(null)
const webhookTime = z.string().transform((text, context) => {
  const at = Date.parse(text)
  if (canBeHeld(at)) return toTheSecond(at)
  context.addIssue({ code: 'custom', message: 'is no time' })
  return z.NEVER
})

const webhookOrder = z.object({
  id: z.int().positive(),
  currency: z.string(),
  created_at: webhookTime.nullish(),
  processed_at: webhookTime.nullish(),
  updated_at: webhookTime,
  cancelled_at: webhookTime.nullish(),
  test: z.unknown().optional(),
  customer: z.object({ id: webhookId }).nullish().catch(null),
  line_items: z.array(
    z.object({
      id: z.int().positive(),
      product_id: webhookId,
      variant_id: webhookId,
      quantity: z.int().min(0),
      current_quantity: z.int().min(0).nullish(),
      price: z.union([z.string(), z.number()]).transform(String),
      discount_allocations: z
        .array(z.object({ amount: z.string() }))
        .nullish()
        .catch(null),
      properties: z.unknown().optional(),
      line_item_group: z.object({ id: webhookId, product_id: webhookId }).nullish().catch(null),
    }),
  ),
})

/**
 * The order in the body of an orders webhook, with everything dropped that we may not hold. A string is the reason why
 * the body is none.
 */
export function readWebhookOrder(json: unknown): Order | string {
  const read = webhookOrder.safeParse(json)
  if (!read.success) return reasons(read.error)
  const { id, currency, created_at, processed_at, updated_at, cancelled_at, test, customer, line_items } = read.data
  const processedAt = processed_at ?? created_at
  if (processedAt == null) return 'processed_at: is missing'
  const lines: OrderLine[] = []
  for (const [index, item] of line_items.entries()) {
    const unitPrice = readAmount(item.price, currency)
    if (unitPrice === undefined) return `line_items.${index}.price: is no amount`
    lines.push({
      id: item.id as LineId,
      productId: (item.product_id ?? null) as ProductId | null,
      variantId: (item.variant_id ?? null) as VariantId | null,
      quantity: item.quantity,
      currentQuantity: item.current_quantity ?? item.quantity,
      unitPrice,
      discount: sumOf((item.discount_allocations ?? []).map(({ amount }) => readAmount(amount, currency))),
      soldBy: soldByIn(item.properties, 'name'),
      bundle: bundleOf(item.line_item_group?.id, item.line_item_group?.product_id),
    })
  }
  return {
    id: id as OrderId,
    customerId: (customer?.id ?? null) as CustomerId | null,
    processedAt,
    updatedAt: updated_at,
    cancelledAt: cancelled_at ?? null,
    isTest: test === true,
    lines,
  }
}

/** What is no amount takes nothing off. */
function sumOf(amounts: readonly (Minor | undefined)[]): Minor {
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) as Minor
}

function bundleOf(id: number | null | undefined, product: number | null | undefined): Bundle | null {
  return id == null ? null : { id: id as BundleId, productId: (product ?? null) as ProductId | null }
}

/** What a line's properties say of us, whatever else is in them: other apps write there what they like. */
function soldByIn(properties: unknown, name: 'name' | 'key'): string | null {
  if (!Array.isArray(properties)) return null
  for (const one of properties as readonly (Readonly<Record<string, unknown>> | null)[]) {
    const soldBy = one?.[name] === SOLD_BY_PROPERTY ? readSoldBy(one['value']) : null
    if (soldBy !== null) return soldBy
  }
  return null
}
