import type { Product, SellingPlan } from './shop.ts'

/** The plan that an id names; undefined where the product has none such. */
export function planOf(product: Product, id: number | undefined): SellingPlan | undefined {
  return id === undefined ? undefined : product.sellingPlans?.find((plan) => plan.id === id)
}

/** What a piece costs by a plan, in the same units. */
export function priceBy(price: number, plan: SellingPlan | undefined): number {
  return plan ? Math.round((price * (100 - plan.percent)) / 100) : price
}

/** What Liquid and the cart API say of a variant by a plan. Prices are cents. */
export function allocationOf(cents: number, plan: SellingPlan) {
  const price = priceBy(cents, plan)
  const { id, name, percent, isOnce } = plan
  const adjustment = { order_count: null, position: 1, value: percent, value_type: 'percentage' }
  return {
    price,
    compare_at_price: cents,
    per_delivery_price: price,
    selling_plan_group_id: `group-${id}`,
    price_adjustments: [{ position: 1, price }],
    selling_plan: { id, name, description: null, options: [], price_adjustments: [adjustment], recurring_deliveries: !isOnce },
  }
}
