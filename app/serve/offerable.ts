import type { ProductId } from '#app/commerce/ids.ts'
import type { Placement, SlotMix } from '#app/commerce/placement.ts'
import { handleAt, type Handles } from './handles.ts'
import { placeOf } from './place-of.ts'

/** What the door must know of a shop, beside what is published, to choose for somebody whom no page was drawn for. */
export interface Offerable {
  readonly timezone: string
  /** Its slots, by placement. */
  readonly mixes: Readonly<Partial<Record<Placement, readonly SlotMix[]>>>
  /** Products that may be offered, rising: whoever chooses them, and where a rule leads to them alone. */
  readonly byAnybody: Float64Array
  readonly byRulesAlone: Float64Array
  /** Two sides each, of which no product of the one ever stands beside one of the other. */
  readonly apart: readonly (readonly [Float64Array, Float64Array])[]
  /** By folded handle of a market, what it does not sell. */
  readonly lacks: ReadonlyMap<string, Float64Array>
  /** By placement, what the machine may show there where the merchant leaves out the rest. */
  readonly only: ReadonlyMap<Placement, Float64Array>
  /** Under which handle Liquid finds each product that may be offered. */
  readonly handles: Handles
  /** What is said to be true of each, in the same order, where product copy is on. */
  readonly looks?: Handles
}

/** Whether a product may be offered at all, as far as the shop's stock was last heard of. */
export function mayBeOffered({ byAnybody, byRulesAlone }: Offerable, product: ProductId): boolean {
  return placeOf(byAnybody, product) !== undefined || placeOf(byRulesAlone, product) !== undefined
}

/** Whether the machine may choose a product for a placement. */
export function mayChoose({ byAnybody, only }: Offerable, placement: Placement, product: ProductId): boolean {
  const allowed = only.get(placement)
  return placeOf(byAnybody, product) !== undefined && (!allowed || placeOf(allowed, product) !== undefined)
}

/** Whether two products never stand beside each other. */
export function areApart({ apart }: Offerable, one: ProductId, other: ProductId): boolean {
  const has = (side: Float64Array, product: ProductId) => placeOf(side, product) !== undefined
  return apart.some(([these, those]) => (has(these, one) && has(those, other)) || (has(those, one) && has(these, other)))
}

export function isLacking({ lacks }: Offerable, market: string, product: ProductId): boolean {
  const missing = lacks.get(market)
  return missing !== undefined && placeOf(missing, product) !== undefined
}

/** The handle of a product that may be offered. */
export const handleOf = (offerable: Offerable, product: ProductId): string | undefined => textOf(offerable, offerable.handles, product)

/** What is said to be true of a product that may be offered, as product copy names it ("power:aa"). */
export function looksOf(offerable: Offerable, product: ProductId): readonly string[] {
  const text = offerable.looks && textOf(offerable, offerable.looks, product)
  return text ? text.split(',').map(decodeURIComponent) : []
}

/** What `looksOf` reads. */
export const asText = (looks: readonly string[]): string => looks.map(encodeURIComponent).join(',')

function textOf({ byAnybody, byRulesAlone }: Offerable, texts: Handles, product: ProductId): string | undefined {
  const at = placeOf(byAnybody, product)
  if (at !== undefined) return handleAt(texts, at)
  const behind = placeOf(byRulesAlone, product)
  return behind === undefined ? undefined : handleAt(texts, byAnybody.length + behind)
}

interface Header extends Pick<Offerable, 'timezone' | 'mixes'> {
  readonly handles: string
  /** Lengths of the arrays that follow. */
  readonly byAnybody: number
  readonly byRulesAlone: number
  readonly apart: readonly (readonly [number, number])[]
  readonly lacks: readonly (readonly [string, number])[]
  readonly only: readonly (readonly [Placement, number])[]
  readonly handleStarts: number
  readonly looks?: string
}

/** A header as JSON, and numbers that follow one another: nothing but what `readOfferable` reads. */
export function writeOfferable({ timezone, mixes, byAnybody, byRulesAlone, apart, lacks, only, handles, looks }: Offerable): {
  head: string
  ids: Float64Array
} {
  const header: Header = {
    timezone,
    mixes,
    byAnybody: byAnybody.length,
    byRulesAlone: byRulesAlone.length,
    apart: apart.map(([one, other]) => [one.length, other.length]),
    lacks: Array.from(lacks, ([handle, of]) => [handle, of.length]),
    only: Array.from(only, ([placement, of]) => [placement, of.length]),
    handles: handles.text,
    handleStarts: handles.starts.length,
    ...(looks && { looks: looks.text }),
  }
  const parts = [
    byAnybody,
    byRulesAlone,
    ...apart.flat(),
    ...lacks.values(),
    ...only.values(),
    handles.starts,
    ...(looks ? [looks.starts] : []),
  ]
  const ids = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    ids.set(part, at)
    at += part.length
  }
  return { head: JSON.stringify(header), ids }
}

/** Whoever reads has checked that these are the very bytes that were written. */
export function readOfferable(head: string, ids: Float64Array): Offerable {
  const { timezone, mixes, byAnybody, byRulesAlone, apart, lacks, only, handles, handleStarts, looks } = JSON.parse(head) as Header
  let at = 0
  const next = (length: number) => ids.subarray(at, (at += length))
  return {
    timezone,
    mixes,
    byAnybody: next(byAnybody),
    byRulesAlone: next(byRulesAlone),
    apart: apart.map(([one, other]) => [next(one), next(other)] as const),
    lacks: new Map(lacks.map(([handle, length]) => [handle, next(length)])),
    only: new Map(only.map(([placement, length]) => [placement, next(length)])),
    handles: { text: handles, starts: next(handleStarts) },
    // As many as there are handles, and so as many starts.
    ...(looks !== undefined && { looks: { text: looks, starts: next(handleStarts) } }),
  }
}
