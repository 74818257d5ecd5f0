import { z } from 'zod'
import { readGid, type CollectionId, type CustomerId, type InventoryItemId, type OrderId, type ProductId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import { readReported, type ReportedProduct } from '#app/ingest/product-digest.ts'
import { readWebhookOrder } from '#app/ingest/read-webhook-order.ts'
import { reasons } from '#app/shopify/export/broken-line.ts'
import { holdsSampleId } from './sample-id.ts'

/** What remains of a webhook's body: all that ever reaches the disk. */
export type Payload =
  | { readonly kind: 'order'; readonly order: Order }
  /** Something happened to the order of which the body does not tell enough: what it is now is asked of Shopify. */
  | { readonly kind: 'order-named'; readonly id: OrderId }
  | { readonly kind: 'order-deleted'; readonly id: OrderId }
  /** Without what it tells, where the body tells too little: what the product is now is asked of Shopify. */
  | { readonly kind: 'product'; readonly id: ProductId; readonly tells?: ReportedProduct }
  | { readonly kind: 'collection'; readonly id: CollectionId }
  | { readonly kind: 'inventory-item'; readonly id: InventoryItemId }
  | { readonly kind: 'merge'; readonly keptId: CustomerId; readonly goneId: CustomerId }
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'scopes' }
  | {
      readonly kind: 'data-request'
      readonly id: string | null
      readonly customerId: CustomerId | null
      readonly orders: readonly OrderId[]
    }
  | { readonly kind: 'redact-customer'; readonly customerId: CustomerId | null; readonly orders: readonly OrderId[] }
  | { readonly kind: 'redact-shop' }

/** Whom it names, themselves or by their orders. */
export function peopleIn(kept: Payload): { readonly orders: readonly OrderId[]; readonly customers: readonly CustomerId[] } {
  switch (kept.kind) {
    case 'order':
      return { orders: [kept.order.id], customers: kept.order.customerId === null ? [] : [kept.order.customerId] }
    case 'order-named':
    case 'order-deleted':
      return { orders: [kept.id], customers: [] }
    case 'data-request':
    case 'redact-customer':
      return { orders: kept.orders, customers: kept.customerId === null ? [] : [kept.customerId] }
    case 'merge':
      return { orders: [], customers: [kept.keptId, kept.goneId] }
    case 'product':
    case 'collection':
    case 'inventory-item':
    case 'scopes':
    case 'uninstalled':
    case 'redact-shop':
      return { orders: [], customers: [] }
  }
}

export type Reduced =
  | { readonly kind: 'kept'; readonly kept: Payload }
  | { readonly kind: 'unwanted' }
  /** Of nothing that is in a shop: sent to try the app. */
  | { readonly kind: 'sample' }
  | { readonly kind: 'broken'; readonly why: string }

const id = z.int().positive()
const withId = z.object({ id })
const edit = z.object({ order_edit: z.object({ order_id: id }) })
const refund = z.object({ order_id: id })
const level = z.object({ inventory_item_id: id })
const customerGid = z.string().transform((text, context) => {
  const read = readGid('Customer', text)
  if (read !== undefined) return read
  context.addIssue({ code: 'custom', message: 'is no customer' })
  return z.NEVER
})
const merge = z.object({ admin_graphql_api_customer_kept_id: customerGid, admin_graphql_api_customer_deleted_id: customerGid })
const customer = z.object({ id: id.nullish() }).nullish()
const dataRequest = z.object({
  customer,
  orders_requested: z.array(id).nullish(),
  data_request: withId.nullish(),
})
const redaction = z.object({ customer, orders_to_redact: z.array(id).nullish() })

/**
 * Reduces a body to the fields that the app may have and needs. Of products and collections the id is kept: what they are now
 * is asked of Shopify when the delivery is applied, so that an old delivery cannot undo a newer one. A product's body also tells
 * whether there is anything to ask.
 */
export function allowedFields(topic: string, json: unknown): Reduced {
  const reduced = reduce(topic, json)
  return reduced.kind === 'broken' && holdsSampleId(json) ? { kind: 'sample' } : reduced
}

function reduce(topic: string, json: unknown): Reduced {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { kind: 'broken', why: 'The body is no JSON object' }
  switch (topic) {
    case 'orders/create':
    case 'orders/updated':
    case 'orders/cancelled': {
      const order = readWebhookOrder(json)
      return typeof order === 'string' ? { kind: 'broken', why: order } : { kind: 'kept', kept: { kind: 'order', order } }
    }
    case 'orders/edited':
      return read(edit, json, ({ order_edit }) => ({ kind: 'order-named', id: order_edit.order_id as OrderId }))
    case 'refunds/create':
      return read(refund, json, ({ order_id }) => ({ kind: 'order-named', id: order_id as OrderId }))
    case 'orders/delete':
      return read(withId, json, ({ id }) => ({ kind: 'order-deleted', id: id as OrderId }))
    case 'products/create':
    case 'products/update': {
      const tells = readReported(json)
      return read(withId, json, ({ id }) => ({ kind: 'product', id: id as ProductId, ...(tells && { tells }) }))
    }
    case 'products/delete':
      return read(withId, json, ({ id }) => ({ kind: 'product', id: id as ProductId }))
    case 'collections/create':
    case 'collections/update':
    case 'collections/delete':
      return read(withId, json, ({ id }) => ({ kind: 'collection', id: id as CollectionId }))
    case 'inventory_items/update':
      return read(withId, json, ({ id }) => ({ kind: 'inventory-item', id: id as InventoryItemId }))
    case 'inventory_levels/update':
      return read(level, json, ({ inventory_item_id }) => ({ kind: 'inventory-item', id: inventory_item_id as InventoryItemId }))
    case 'customers/merge':
      if (!isMerged(json)) return { kind: 'unwanted' }
      return read(merge, json, (body) => ({
        kind: 'merge',
        keptId: body.admin_graphql_api_customer_kept_id,
        goneId: body.admin_graphql_api_customer_deleted_id,
      }))
    case 'app/uninstalled':
      return { kind: 'kept', kept: { kind: 'uninstalled' } }
    // What is granted now is asked of Shopify: of two updates the later may come first.
    case 'app/scopes_update':
      return { kind: 'kept', kept: { kind: 'scopes' } }
    case 'customers/data_request':
      return read(dataRequest, json, (body) => ({
        kind: 'data-request',
        id: body.data_request ? String(body.data_request.id) : null,
        customerId: (body.customer?.id ?? null) as CustomerId | null,
        orders: (body.orders_requested ?? []) as OrderId[],
      }))
    case 'customers/redact':
      return read(redaction, json, (body) => ({
        kind: 'redact-customer',
        customerId: (body.customer?.id ?? null) as CustomerId | null,
        orders: (body.orders_to_redact ?? []) as OrderId[],
      }))
    case 'shop/redact':
      return { kind: 'kept', kept: { kind: 'redact-shop' } }
    default:
      return { kind: 'unwanted' }
  }
}

/** A merge is also told of while it is asked for, and where it failed. */
function isMerged(json: object): boolean {
  const { status = null } = json as { readonly status?: unknown }
  return status === null || status === 'completed'
}

function read<Body>(schema: z.ZodType<Body>, json: unknown, keep: (body: Body) => Payload): Reduced {
  const body = schema.safeParse(json)
  if (body.success) return { kind: 'kept', kept: keep(body.data) }
  return { kind: 'broken', why: reasons(body.error) }
}
