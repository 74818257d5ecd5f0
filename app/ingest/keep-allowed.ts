import { z } from 'zod'
import type { CollectionId, CustomerId, OrderId, ProductId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import { digestOfBody } from './product-digest.ts'
import { readWebhookOrder } from './read-order.ts'

/** What remains of a webhook's body: all that ever reaches the disk. */
export type Kept =
  | { readonly kind: 'order'; readonly order: Order }
  /** The digest is of what the body says; a body that says what we hold is the echo of our own writing. */
  | { readonly kind: 'product'; readonly id: ProductId; readonly digest?: string }
  | { readonly kind: 'collection'; readonly id: CollectionId }
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

export type Reduced =
  { readonly kind: 'kept'; readonly kept: Kept } | { readonly kind: 'unwanted' } | { readonly kind: 'broken'; readonly why: string }

const withId = z.object({ id: z.int().positive() })
const customer = z.object({ id: z.int().positive().nullish() }).nullish()
const dataRequest = z.object({
  customer,
  orders_requested: z.array(z.int().positive()).nullish(),
  data_request: z.object({ id: z.int().positive() }).nullish(),
})
const redaction = z.object({ customer, orders_to_redact: z.array(z.int().positive()).nullish() })

/**
 * Reduces a body to the fields that the app may have and needs. Products and collections keep their id alone: what they
 * are now is asked of Shopify when the delivery is applied, so that an old delivery cannot undo a newer one.
 */
export function keepAllowed(topic: string, json: unknown): Reduced {
  switch (topic) {
    case 'orders/create':
    case 'orders/updated': {
      const order = readWebhookOrder(json)
      return typeof order === 'string' ? { kind: 'broken', why: order } : { kind: 'kept', kept: { kind: 'order', order } }
    }
    case 'products/create':
    case 'products/update': {
      const digest = digestOfBody(json)
      return read(withId, json, ({ id }) => ({ kind: 'product', id: id as ProductId, ...(digest && { digest }) }))
    }
    case 'products/delete':
      return read(withId, json, ({ id }) => ({ kind: 'product', id: id as ProductId }))
    case 'collections/create':
    case 'collections/update':
    case 'collections/delete':
      return read(withId, json, ({ id }) => ({ kind: 'collection', id: id as CollectionId }))
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

function read<Body>(schema: z.ZodType<Body>, json: unknown, keep: (body: Body) => Kept): Reduced {
  const body = schema.safeParse(json)
  if (body.success) return { kind: 'kept', kept: keep(body.data) }
  return { kind: 'broken', why: body.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ') }
}
