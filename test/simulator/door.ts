import type { ShopState } from './state/shop-state.ts'

/** One part of the local shop's HTTP surface. Undefined means "not mine": the next door is asked. */
export type Door = (request: Request, shop: ShopState) => Promise<Response | undefined>
