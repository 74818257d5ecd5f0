import { discountGid, isActive, type CombinesWith, type Discount, type DiscountWhat, type Goods } from '../../discounts/discount.ts'
import type { DeployedFunction } from '../../discounts/function-host.ts'
import type { ShopState } from '../../state/shop-state.ts'
import { storedNamespace } from '../app-config.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { numberOf } from '../global-id.ts'
import { asType } from '../type-name.ts'
import { whatOf } from './discount-input.ts'
import { refusalOf, type DiscountError, type DiscountInput } from './discount-refusals.ts'
import { metafieldFields } from './metafield-fields.ts'
import { moneyOf } from './money.ts'
import { productSource, appSource } from './sources.ts'

type OfDiscount = Resolver<Discount>

export function discountSource(ask: Ask, id: number | undefined): Discount | null {
  const found = id === undefined ? undefined : ask.shop.discounts.get(id)
  return found ? asType('DiscountAutomaticNode', found) : null
}

const TYPES = { app: 'DiscountAutomaticApp', basic: 'DiscountAutomaticBasic', bxgy: 'DiscountAutomaticBxgy' } as const
/** A copy: the same discount is a node in one place and one of the kinds in another. */
const kindSource = (discount: Discount) => asType(TYPES[discount.what.kind], { ...discount })
const nothing = (errors: readonly DiscountError[]) => ({ automaticAppDiscount: null, automaticDiscountNode: null, userErrors: errors })
const lastIds = new WeakMap<ShopState, number>()

/** No number comes twice, whatever was deleted. */
function nextId(shop: ShopState): number {
  const next = Math.max(9_000, lastIds.get(shop) ?? 0, ...shop.discounts.keys()) + 1
  lastIds.set(shop, next)
  return next
}

/** Creates or changes one, where nothing is held against it. */
function keep(ask: Ask, kind: DiscountWhat['kind'], input: DiscountInput, id?: string | null) {
  const before = id === undefined ? undefined : ask.shop.discounts.get(numberOf('DiscountAutomaticNode', id ?? '') ?? -1)
  if (id !== undefined && before?.what.kind !== kind)
    return nothing([{ field: ['id'], code: 'INVALID', message: 'Discount does not exist', extraInfo: null }])
  const refused = refusalOf(ask, kind, input, before)
  if (refused.length > 0) return nothing(refused)
  const at = ask.now.toISOString()
  const made: Discount = {
    id: before?.id ?? nextId(ask.shop),
    title: input.title ?? before!.title,
    startsAt: input.startsAt ?? before?.startsAt ?? at,
    endsAt: input.endsAt === undefined ? (before?.endsAt ?? null) : input.endsAt,
    combinesWith: { ...(before?.combinesWith ?? NEVER), ...input.combinesWith },
    what: whatOf(kind, input, before),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  }
  ask.shop.discounts.set(made.id, made)
  for (const { namespace, key, type, value } of input.metafields ?? [])
    ask.shop.metafields.set({
      ownerId: discountGid(made.id),
      namespace: storedNamespace(ask.installation.app, namespace),
      key: key!,
      type: type!,
      value: value!,
    })
  return { automaticAppDiscount: kindSource(made), automaticDiscountNode: discountSource(ask, made.id), userErrors: [] }
}

const NEVER: CombinesWith = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false }

const ofEveryKind = {
  asyncUsageCount: () => 0,
  discountClasses: () => ['PRODUCT'],
  tags: () => [],
  status: ((discount, _args, ask) =>
    isActive(discount, ask.now)
      ? 'ACTIVE'
      : Date.parse(discount.startsAt) > ask.now.getTime()
        ? 'SCHEDULED'
        : 'EXPIRED') satisfies OfDiscount,
}

const itemsSource = (goods: Goods | null) =>
  goods === null ? asType('AllDiscountItems', { allItems: true }) : asType('DiscountProducts', { ...goods })

export const discountResolvers: Resolvers = {
  QueryRoot: {
    automaticDiscountNodes: connection(
      (_source: unknown, _args: object, ask) => [...ask.shop.discounts.keys()].map((id) => discountSource(ask, id)!),
      ({ id }) => id,
    ),
    automaticDiscountNode: ((_source, { id }, ask) => discountSource(ask, numberOf('DiscountAutomaticNode', id))) satisfies Resolver<
      unknown,
      { id: string }
    >,
    shopifyFunctions: connection(
      (_source: unknown, _args: object, ask) => [...ask.shop.functions.values()],
      ({ handle }) => handle,
    ),
  },
  Mutation: {
    discountAutomaticAppCreate: ((_source, { automaticAppDiscount }, ask) => keep(ask, 'app', automaticAppDiscount)) satisfies Resolver<
      unknown,
      { automaticAppDiscount: DiscountInput }
    >,
    discountAutomaticAppUpdate: ((_source, { id, automaticAppDiscount }, ask) =>
      keep(ask, 'app', automaticAppDiscount, id)) satisfies Resolver<unknown, { id: string; automaticAppDiscount: DiscountInput }>,
    discountAutomaticBasicCreate: ((_source, { automaticBasicDiscount }, ask) =>
      keep(ask, 'basic', automaticBasicDiscount)) satisfies Resolver<unknown, { automaticBasicDiscount: DiscountInput }>,
    discountAutomaticBasicUpdate: ((_source, { id, automaticBasicDiscount }, ask) =>
      keep(ask, 'basic', automaticBasicDiscount, id)) satisfies Resolver<unknown, { id: string; automaticBasicDiscount: DiscountInput }>,
    discountAutomaticBxgyCreate: ((_source, { automaticBxgyDiscount }, ask) => keep(ask, 'bxgy', automaticBxgyDiscount)) satisfies Resolver<
      unknown,
      { automaticBxgyDiscount: DiscountInput }
    >,
    discountAutomaticBxgyUpdate: ((_source, { id, automaticBxgyDiscount }, ask) =>
      keep(ask, 'bxgy', automaticBxgyDiscount, id)) satisfies Resolver<unknown, { id: string; automaticBxgyDiscount: DiscountInput }>,
    discountAutomaticDelete: ((_source, { id }, ask) => {
      const found = ask.shop.discounts.get(numberOf('DiscountAutomaticNode', id) ?? -1)
      if (!found)
        return {
          deletedAutomaticDiscountId: null,
          userErrors: [{ field: ['id'], code: 'INVALID', message: 'Automatic discount does not exist', extraInfo: null }],
        }
      const { trouble } = ask
      if (trouble?.kind === 'user-error' && trouble.at === id) {
        const message = trouble.message ?? 'Discount cannot be deleted'
        return {
          deletedAutomaticDiscountId: null,
          userErrors: [{ field: ['id'], code: trouble.code ?? 'INVALID', message, extraInfo: null }],
        }
      }
      ask.shop.discounts.delete(found.id)
      ask.shop.metafields.forget(discountGid(found.id))
      return { deletedAutomaticDiscountId: id, userErrors: [] }
    }) satisfies Resolver<unknown, { id: string }>,
  },
  DiscountAutomaticNode: {
    ...metafieldFields(({ id }: Discount) => discountGid(id)),
    id: (({ id }) => discountGid(id)) satisfies OfDiscount,
    automaticDiscount: kindSource satisfies OfDiscount,
  },
  DiscountAutomaticApp: {
    ...ofEveryKind,
    appliesOnOneTimePurchase: () => true,
    appliesOnSubscription: () => false,
    recurringCycleLimit: () => 1,
    discountId: (({ id }) => discountGid(id)) satisfies OfDiscount,
    appDiscountType: (({ what }, _args, ask) => {
      const deployed = ask.shop.functions.get(what.kind === 'app' ? what.handle : '')
      return {
        app: appSource(ask),
        appKey: ask.installation.app.key,
        functionId: what.kind === 'app' ? what.handle : '',
        title: deployed?.title ?? '',
        description: '',
      }
    }) satisfies OfDiscount,
  },
  DiscountAutomaticBasic: {
    ...ofEveryKind,
    summary: () => '',
    shortSummary: () => '',
    customerGets: (({ what }, _args, ask) =>
      what.kind === 'basic' && {
        appliesOnOneTimePurchase: true,
        appliesOnSubscription: false,
        items: itemsSource(what.goods),
        value:
          'percentage' in what.worth
            ? asType('DiscountPercentage', { percentage: what.worth.percentage })
            : asType('DiscountAmount', {
                amount: moneyOf(what.worth.amount, ask.shop.facts.currency),
                appliesOnEachItem: what.worth.each,
              }),
      }) satisfies OfDiscount,
  },
  DiscountAutomaticBxgy: {
    ...ofEveryKind,
    summary: () => '',
    usesPerOrderLimit: (({ what }) => (what.kind === 'bxgy' ? what.usesPerOrder : null)) satisfies OfDiscount,
  },
  DiscountProducts: {
    products: connection(
      ({ products }: Goods, _args: object, ask) => products.flatMap((id) => productSource(ask, id) ?? []),
      ({ id }) => id,
    ),
  },
  ShopifyFunction: {
    id: (({ handle }) => handle) satisfies Resolver<DeployedFunction>,
    apiType: () => 'discount',
    apiVersion: () => '2026-07',
    useCreationUi: () => true,
  },
}
