import { z } from 'zod'
import type { BundleId, ProductId } from '#app/commerce/ids.ts'
import { readAmount, type Minor } from '#app/commerce/money.ts'
import type { Bundle } from '#app/commerce/order.ts'

/** An amount as the Admin API says it, in the shop's own currency. */
export const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) })

/** Webhooks tell times to the second: two ways of saying the same moment must not differ by the rest. */
export const toTheSecond = (at: number): number => at - (at % 1000)

/** What is no amount takes nothing off. */
export function sumOf(amounts: readonly (Minor | undefined)[]): Minor {
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) as Minor
}

export function bundleOf(id: number | null | undefined, product: number | null | undefined): Bundle | null {
  return id == null ? null : { id: id as BundleId, productId: (product ?? null) as ProductId | null }
}

/** What is ours in a list of names and values: other apps write there what they like, under our names as well. */
export function readIn<Read>(list: unknown, name: 'name' | 'key', wanted: string, read: (value: unknown) => Read | null): Read | null {
  if (!Array.isArray(list)) return null
  for (const one of list as readonly (Readonly<Record<string, unknown>> | null)[]) {
    const ours = one?.[name] === wanted ? read(one['value']) : null
    if (ours !== null) return ours
  }
  return null
}

/** Undefined where it is no amount. */
export const amountOf = ({ shopMoney }: z.infer<typeof money>) => readAmount(shopMoney.amount, shopMoney.currencyCode)

/** Shopify's own name of a channel or an app's id; what is neither says nothing. */
export const channelOf = (name: string | null | undefined): string | null => (name && /^[\w-]{1,40}$/.test(name) ? name : null)
