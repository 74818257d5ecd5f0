import { isActive, type CombinesWith, type Discount, type DiscountWhat } from '../../discounts/discount.ts'
import type { Ask } from '../ask.ts'
import { numberOf } from '../global-id.ts'

export interface DiscountError {
  readonly field: readonly string[]
  readonly code: string
  readonly message: string
  readonly extraInfo: string | null
}

interface ItemsInput {
  readonly all?: boolean | null
  readonly products?: {
    readonly productsToAdd?: readonly string[] | null
    readonly productsToRemove?: readonly string[] | null
    readonly productVariantsToAdd?: readonly string[] | null
    readonly productVariantsToRemove?: readonly string[] | null
  } | null
}

/** The parts of `DiscountAutomatic{App,Basic,Bxgy}Input` that the local shop knows. */
export interface DiscountInput {
  readonly title?: string | null
  readonly startsAt?: string | null
  readonly endsAt?: string | null
  readonly combinesWith?: Partial<CombinesWith> | null
  readonly functionHandle?: string | null
  readonly functionId?: string | null
  readonly discountClasses?: readonly string[] | null
  readonly metafields?: readonly { namespace?: string | null; key?: string | null; type?: string | null; value?: string | null }[] | null
  readonly minimumRequirement?: { readonly quantity?: { readonly greaterThanOrEqualToQuantity?: string | null } | null } | null
  readonly customerBuys?: { readonly items?: ItemsInput | null; readonly value?: { readonly quantity?: string | null } | null } | null
  readonly customerGets?: {
    readonly items?: ItemsInput | null
    readonly value?: {
      readonly percentage?: number | null
      readonly discountAmount?: { readonly amount?: string | null; readonly appliesOnEachItem?: boolean | null } | null
      readonly discountOnQuantity?: {
        readonly quantity?: string | null
        readonly effect?: { readonly percentage?: number | null } | null
      } | null
    } | null
  } | null
  readonly usesPerOrderLimit?: string | null
}

/** At most so many automatic discounts are active at once, all apps' and the merchant's own together. */
const MOST_ACTIVE = 25
const ARGUMENTS = { app: 'automaticAppDiscount', basic: 'automaticBasicDiscount', bxgy: 'automaticBxgyDiscount' } as const

/** What Shopify holds against a discount, in its words; nothing where it takes it. */
export function refusalOf(ask: Ask, kind: DiscountWhat['kind'], input: DiscountInput, before: Discount | undefined): DiscountError[] {
  const argument = ARGUMENTS[kind]
  const error = (field: string, code: string, message: string): DiscountError => ({
    field: [argument, field],
    code,
    message,
    extraInfo: null,
  })
  const { shop } = ask
  const errors: DiscountError[] = []
  if (!before && !input.title?.trim()) errors.push(error('title', 'BLANK', "Title can't be blank"))
  const isTaken = [...shop.discounts.values()].some((other) => other.id !== before?.id && other.title === input.title)
  if (isTaken) errors.push(error('title', 'TAKEN', 'Title must be unique for automatic discount'))
  if (!before && !input.startsAt) errors.push(error('startsAt', 'BLANK', "Starts at can't be blank"))
  const startsAt = input.startsAt ?? before?.startsAt
  if (startsAt && input.endsAt && Date.parse(input.endsAt) <= Date.parse(startsAt))
    errors.push(error('endsAt', 'END_DATE_BEFORE_START_DATE', 'Ends at needs to be after starts_at'))
  if (kind === 'app' && !before) errors.push(...functionFaults(ask, input, error))
  if (kind !== 'app') errors.push(...goodsFaults(ask, kind, input, before, error))
  const active = [...shop.discounts.values()].filter((other) => other.id !== before?.id && isActive(other, ask.now))
  if (active.length >= MOST_ACTIVE)
    errors.push(
      kind === 'app'
        ? error('startsAt', 'MAX_APP_DISCOUNTS', 'The active period overlaps with too many other app-provided discounts')
        : error('startsAt', 'ACTIVE_PERIOD_OVERLAP', 'The active period overlaps with other automatic discounts'),
    )
  return errors
}

type Say = (field: string, code: string, message: string) => DiscountError

function functionFaults(
  { shop, installation }: Ask,
  { functionHandle, functionId, discountClasses }: DiscountInput,
  error: Say,
): DiscountError[] {
  if (functionHandle && functionId)
    return [error('functionHandle', 'MULTIPLE_FUNCTION_IDENTIFIERS', 'Only one of functionId or functionHandle can be provided, not both.')]
  if (!functionHandle)
    return [error('functionHandle', 'MISSING_FUNCTION_IDENTIFIER', 'Either function_id or function_handle must be provided.')]
  if (!shop.functions.has(functionHandle)) return [error('functionHandle', 'INVALID', 'Function not found.')]
  if (installation.app.distribution === 'custom' && !/plus/i.test(shop.facts.plan))
    return [error('functionId', 'INVALID', 'Shop must be on a Shopify Plus plan to activate functions from a custom app.')]
  return discountClasses?.length ? [] : [error('discountClasses', 'BLANK', "Discount classes can't be blank")]
}

function goodsFaults(ask: Ask, kind: 'basic' | 'bxgy', input: DiscountInput, before: Discount | undefined, error: Say): DiscountError[] {
  const errors: DiscountError[] = []
  const named = [input.customerBuys?.items, input.customerGets?.items].flatMap((items) => [
    ...(items?.products?.productsToAdd ?? []).map((id) => ask.shop.products.has(numberOf('Product', id) ?? -1)),
    ...(items?.products?.productVariantsToAdd ?? []).map((id) => ask.shop.variants.has(numberOf('ProductVariant', id) ?? -1)),
  ])
  if (named.includes(false)) errors.push(error('customerGets', 'INVALID', 'Products do not exist'))
  if (!before && !input.customerGets?.items) errors.push(error('customerGets', 'BLANK', "Items in 'customer get' must be defined"))
  const share = kind === 'basic' ? input.customerGets?.value?.percentage : input.customerGets?.value?.discountOnQuantity?.effect?.percentage
  if (share !== undefined && share !== null && (share <= 0 || share > 1))
    errors.push(error('customerGets', 'VALUE_OUTSIDE_RANGE', 'Value must be between 0.0 and 1.0'))
  if (kind === 'bxgy' && input.combinesWith?.orderDiscounts === undefined && !before && !input.customerBuys?.value?.quantity)
    errors.push(error('customerBuys', 'BLANK', "Items in 'customer buys' must be defined"))
  return errors
}
