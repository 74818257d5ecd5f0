import { GraphQLError } from 'graphql'
import type { LineGroup, Order, OrderLine } from '../../shop.ts'
import { currentPrice, discountTitles } from '../../state/order-body.ts'
import { discrepancyOf } from '../../state/refund-body.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { compared, sameText, search, type Filters } from '../search-query.ts'
import { asType } from '../type-name.ts'
import { metafieldFields } from './metafield-fields.ts'
import { moneyBag, moneyOf } from './money.ts'
import { customerSource, orderSource, productSource, variantSource } from './sources.ts'

type OfOrder = Resolver<Order>
type OfLine = Resolver<OrderLine>
type OfGroup = Resolver<LineGroup>

interface OrderSearch {
  readonly query?: string | null
  readonly sortKey?: string | null
}

const processed = (order: Order): number => Date.parse(order.processedAt ?? order.createdAt)

const FILTERS: Filters<Order> = {
  text: ({ name }) => name,
  fields: {
    id: (order, term) => compared(order.id, term),
    name: (order, term) => sameText(order.name, term) || sameText(order.name.slice(1), term),
    created_at: (order, term) => compared(Date.parse(order.createdAt), term),
    processed_at: (order, term) => compared(processed(order), term),
    updated_at: (order, term) => compared(Date.parse(order.updatedAt), term),
    customer_id: (order, term) => order.customerId !== null && compared(order.customerId, term),
  },
}

const SORTS: Readonly<Record<string, (one: Order, other: Order) => number>> = {
  ID: (one, other) => one.id - other.id,
  RELEVANCE: (one, other) => one.id - other.id,
  CREATED_AT: (one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) || one.id - other.id,
  PROCESSED_AT: (one, other) => processed(one) - processed(other) || one.id - other.id,
  UPDATED_AT: (one, other) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt) || one.id - other.id,
}

export function findOrders(ask: Ask, { query, sortKey }: OrderSearch): readonly Order[] {
  const sort = SORTS[sortKey ?? 'PROCESSED_AT']
  if (!sort) throw new GraphQLError(`The local shop does not sort orders by ${sortKey}`)
  const visible = [...ask.shop.orders.keys()].map((id) => orderSource(ask, id)).filter((order) => order !== null)
  return search(visible, query, FILTERS).toSorted(sort)
}

const total = ({ lines }: Order, of: 'quantity' | 'currentQuantity'): number =>
  lines.reduce((sum, line) => sum + (of === 'quantity' ? line.price * line.quantity - (line.discount?.amount ?? 0) : currentPrice(line)), 0)
const discounted = ({ price, quantity, discount }: OrderLine): number => price * quantity - (discount?.amount ?? 0)
const applicationSource = (title: string, amount: number, currency: string) =>
  asType('AutomaticDiscountApplication', {
    title,
    index: 0,
    allocationMethod: 'ACROSS',
    targetSelection: 'EXPLICIT',
    targetType: 'LINE_ITEM',
    value: asType('MoneyV2', moneyOf(amount, currency)),
  })
const attributes = (record: Readonly<Record<string, string>>) => Object.entries(record).map(([key, value]) => ({ key, value }))

export const orderResolvers: Resolvers = {
  QueryRoot: {
    order: ((_source, { id }, ask) => orderSource(ask, numberOf('Order', id))) satisfies Resolver<unknown, { id: string }>,
    orders: connection(
      (_source: unknown, args: OrderSearch, ask) => findOrders(ask, args),
      ({ id }) => id,
    ),
    ordersCount: ((_source, { limit, ...args }, ask) => {
      const count = findOrders(ask, args).length
      return limit && count > limit ? { count: limit, precision: 'AT_LEAST' } : { count, precision: 'EXACT' }
    }) satisfies Resolver<unknown, OrderSearch & { limit?: number | null }>,
  },
  Order: {
    ...metafieldFields(({ id }: Order) => globalId('Order', id)),
    id: ((order) => globalId('Order', order.id)) satisfies OfOrder,
    legacyResourceId: ((order) => String(order.id)) satisfies OfOrder,
    processedAt: ((order) => order.processedAt ?? order.createdAt) satisfies OfOrder,
    currencyCode: (_order, _args, ask) => ask.shop.facts.currency,
    presentmentCurrencyCode: ((order, _args, ask) => order.presentment?.currency ?? ask.shop.facts.currency) satisfies OfOrder,
    customAttributes: ((order) => attributes(order.attributes)) satisfies OfOrder,
    customer: ((order, _args, ask) => (order.customerId === null ? null : customerSource(ask, order.customerId))) satisfies OfOrder,
    test: ((order) => order.test ?? false) satisfies OfOrder,
    sourceName: ((order) => order.channel ?? 'web') satisfies OfOrder,
    taxesIncluded: () => true,
    refundDiscrepancySet: ((order, _args, ask) => moneyBag(discrepancyOf(order), ask.shop.facts.currency)) satisfies OfOrder,
    displayFinancialStatus: () => 'PAID',
    totalPriceSet: ((order, _args, ask) => moneyBag(total(order, 'quantity'), ask.shop.facts.currency)) satisfies OfOrder,
    currentTotalPriceSet: ((order, _args, ask) => moneyBag(total(order, 'currentQuantity'), ask.shop.facts.currency)) satisfies OfOrder,
    discountApplications: connection(
      (order: Order, _args: object, ask) =>
        discountTitles(order).map((title) => {
          const amount = order.lines.reduce((sum, { discount }) => sum + (discount?.title === title ? discount.amount : 0), 0)
          return applicationSource(title, amount, ask.shop.facts.currency)
        }),
      ({ title }) => title,
    ),
    subtotalLineItemsQuantity: ((order) => order.lines.reduce((sum, { quantity }) => sum + quantity, 0)) satisfies OfOrder,
    lineItems: connection(
      (order: Order) => order.lines,
      ({ id }) => id,
    ),
  },
  LineItem: {
    id: ((line) => globalId('LineItem', line.id)) satisfies OfLine,
    name: ((line) => (line.variantTitle === 'Default Title' ? line.title : `${line.title} - ${line.variantTitle}`)) satisfies OfLine,
    variantTitle: ((line) => (line.variantTitle === 'Default Title' ? null : line.variantTitle)) satisfies OfLine,
    product: ((line, _args, ask) => productSource(ask, line.productId)) satisfies OfLine,
    variant: ((line, _args, ask) => variantSource(ask, line.variantId)) satisfies OfLine,
    sku: ((line, _args, ask) => ask.shop.variants.get(line.variantId)?.variant.sku ?? null) satisfies OfLine,
    vendor: ((line, _args, ask) => ask.shop.products.get(line.productId)?.vendor ?? null) satisfies OfLine,
    customAttributes: ((line) => attributes(line.properties)) satisfies OfLine,
    originalUnitPriceSet: ((line, _args, ask) => moneyBag(line.price, ask.shop.facts.currency)) satisfies OfLine,
    discountedUnitPriceSet: ((line, _args, ask) =>
      moneyBag(Math.round(discounted(line) / Math.max(1, line.quantity)), ask.shop.facts.currency)) satisfies OfLine,
    originalTotalSet: ((line, _args, ask) => moneyBag(line.price * line.quantity, ask.shop.facts.currency)) satisfies OfLine,
    discountedTotalSet: ((line, _args, ask) => moneyBag(discounted(line), ask.shop.facts.currency)) satisfies OfLine,
    discountAllocations: (({ discount }, _args, ask) =>
      discount
        ? [
            {
              allocatedAmountSet: moneyBag(discount.amount, ask.shop.facts.currency),
              discountApplication: applicationSource(discount.title, discount.amount, ask.shop.facts.currency),
            },
          ]
        : []) satisfies OfLine,
    taxLines: () => [],
    lineItemGroup: ((line) => line.group ?? null) satisfies OfLine,
  },
  LineItemGroup: {
    id: ((group) => globalId('LineItemGroup', group.id)) satisfies OfGroup,
    productId: ((group) => group.productId && globalId('Product', group.productId)) satisfies OfGroup,
    variantId: ((group) => group.variantId && globalId('ProductVariant', group.variantId)) satisfies OfGroup,
    variantSku: () => null,
    customAttributes: () => [],
  },
}
