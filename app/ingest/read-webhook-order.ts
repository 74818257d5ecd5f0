import { z } from 'zod'
import type { CustomerId, LineId, OrderId, ProductId, VariantId } from '#app/commerce/ids.ts'
import { readAmount } from '#app/commerce/money.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import { SOLD_BY_PROPERTY, readSoldBy } from '#app/commerce/sold-by.ts'
import { VISIT_ATTRIBUTE, readVisit } from '#app/commerce/visit.ts'
import { reasons } from '#app/shopify/export/broken-line.ts'
import { bundleOf, channelOf, readIn, sumOf, toTheSecond } from './order-parts.ts'
import { canBeHeld } from './reported-time.ts'

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
  company: z.object({}).nullish().catch(null),
  source_name: z.string().nullish().catch(null),
  taxes_included: z.boolean().nullish().catch(null),
  note_attributes: z.unknown().optional(),
  refunds: z
    .array(z.object({ order_adjustments: z.array(z.object({ kind: z.string(), amount: z.string() })).nullish() }))
    .nullish()
    .catch(null),
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
      tax_lines: z
        .array(z.object({ price: z.string() }))
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
  const { company, source_name, taxes_included, note_attributes, refunds } = read.data
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
      tax: sumOf((item.tax_lines ?? []).map(({ price }) => readAmount(price, currency))),
      soldBy: readIn(item.properties, 'name', SOLD_BY_PROPERTY, readSoldBy),
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
    taxesIncluded: taxes_included ?? false,
    channel: company ? 'b2b' : channelOf(source_name),
    adjustment: sumOf(
      (refunds ?? [])
        .flatMap(({ order_adjustments }) => order_adjustments ?? [])
        .map(({ kind, amount }) => (kind === 'refund_discrepancy' ? readAmount(amount, currency) : undefined)),
    ),
    visit: readIn(note_attributes, 'name', VISIT_ATTRIBUTE, readVisit),
    lines,
  }
}
